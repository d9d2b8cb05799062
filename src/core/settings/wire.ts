import { Type } from 'typebox';
import { list, nullable, one, oneOf, pageQuery, timestamp } from '../gate/index.ts';
import { isHostName } from './domain/host-name.ts';

/** What settings may be about. Other categories of the table belong to routes of their own. */
const CATEGORIES = [
  'general',
  'branding',
  'notifications',
  'security',
  'leads',
  'billing',
  'integrations',
  'api',
] as const;

const maybe = Type.Optional;
const text = Type.String();
const strict = { additionalProperties: false };

const key = Type.String({
  pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,99}$',
  description: 'Letters, digits and _ . -, from a letter.',
});
const value = Type.Unknown({ description: 'At most 16 KiB as JSON; null takes the value away.' });

export const settingQuery = Type.Object({ category: oneOf(CATEGORIES), key: maybe(key) }, strict);
/** One value, or a map of them. */
export const settingUpdate = Type.Object(
  { category: oneOf(CATEGORIES), key: maybe(key), value: maybe(value), settings: maybe(Type.Record(text, value)) },
  strict,
);
export const integrationUpdate = Type.Object({ settings: Type.Record(text, value) }, strict);

export const settingAnswer = one(
  Type.Object({
    category: text,
    settings: Type.Record(text, Type.Unknown()),
    key: maybe(text),
    value: maybe(Type.Unknown()),
  }),
);

/** The name of a host that others can look up. */
export const hostName = Type.Refine(
  Type.String({ maxLength: 254 }),
  (name) => typeof name !== 'string' || isHostName(name),
  () => 'Send the full name of a host such as leads.example.com, without scheme, port or path.',
);

/** An address that a browser can open without losing encryption. */
export const httpsUrl = Type.Refine(
  Type.String({ maxLength: 2048 }),
  (url) => typeof url !== 'string' || isHttpsUrl(url),
  () => 'Send an address that begins with https:// and names no user.',
);

function isHttpsUrl(given: string): boolean {
  const url = URL.parse(given);
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === '';
}

export const domainCreate = Type.Object({ domain: hostName, domainType: maybe(oneOf(['custom'])) }, strict);
const domainItem = Type.Object({
  id: text,
  domain: text,
  domainType: text,
  status: Type.String({ description: 'pending until it is shown that the host is yours.' }),
  isDefault: Type.Boolean(),
  sslEnabled: Type.Boolean(),
  sslInstalled: Type.Boolean(),
  createdAt: timestamp,
});
export const domainAnswer = one(domainItem);
export const domainListAnswer = list(domainItem);
export const domainListQuery = Type.Object(pageQuery, strict);

export const signupSettings = {
  enabled: Type.Boolean({ description: 'Whether strangers may sign up at all.' }),
  approvalMode: oneOf(['auto', 'manual']),
  requireTerms: Type.Boolean(),
  termsUrl: nullable(httpsUrl),
};
export const signupSettingsUpdate = Type.Object(
  {
    enabled: maybe(signupSettings.enabled),
    approvalMode: maybe(signupSettings.approvalMode),
    requireTerms: maybe(signupSettings.requireTerms),
    termsUrl: maybe(signupSettings.termsUrl),
  },
  strict,
);
