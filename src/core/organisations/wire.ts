import { Type } from 'typebox';
import { idSchema, list, nullable, one, oneOf, pageQuery, textOf, timestamp } from '../gate/index.ts';
import { hostName, httpsUrl } from '../settings/index.ts';
import { isReservedSlug, RESERVED_SLUG } from '../tenancy/index.ts';

const STATUSES = ['pending', 'active', 'suspended', 'inactive'] as const;
const PLANS = ['starter', 'standard', 'enterprise'] as const;

const maybe = Type.Optional;
const text = Type.String();
const strict = { additionalProperties: false };

/** How a slug looks. */
export const slugText = Type.String({
  pattern: '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$',
  description: 'Lower-case letters, digits and hyphens, at most 63. It names the tenant in addresses and at sign-in.',
});
/** One that somebody chooses for a tenant. */
export const slug = Type.Refine(
  slugText,
  (given) => !isReservedSlug(given),
  () => RESERVED_SLUG,
);
const settings = Type.Record(text, Type.Unknown(), {
  description: 'Given ones replace those of the same name, null takes one away. Holds timeZone.',
});
const timeZone = Type.String({ maxLength: 64, description: 'Such as America/Chicago. May stand in settings.' });
const flag = Type.String({
  pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,63}$',
  description: 'Letters, digits and _ . -, from a letter.',
});
const flags = Type.Record(text, Type.Boolean(), { maxProperties: 100 });
const reason = Type.String({ maxLength: 1000 });

const looks = { plan: maybe(oneOf(PLANS)), domain: maybe(nullable(hostName)), settings: maybe(settings) };

export const tenantCreate = Type.Object({ name: textOf(255), slug, timeZone: maybe(timeZone), ...looks }, strict);
export const tenantUpdate = Type.Object(
  {
    name: maybe(textOf(255)),
    slug: maybe(slug),
    status: maybe(oneOf(['active', 'suspended', 'inactive'])),
    statusReason: maybe(nullable(reason)),
    timeZone: maybe(timeZone),
    logoUrl: maybe(nullable(httpsUrl)),
    ...looks,
  },
  strict,
);
/** One flag, or a map of them. */
export const featureUpdate = Type.Object(
  { feature: maybe(flag), enabled: maybe(Type.Boolean()), features: maybe(flags) },
  strict,
);
export const noBody = Type.Object({}, strict);
export const rejection = Type.Object({ reason: maybe(reason) }, strict);
export const logoUpdate = Type.Object({ logoUrl: maybe(nullable(httpsUrl)) }, strict);

/** Of these an owner decides nothing. */
const ruled = maybe(
  Type.Refine(
    Type.Unknown(),
    () => false,
    () => 'Is decided by a superadmin of the installation. Leave it out.',
  ),
);
export const organizationUpdate = Type.Object(
  {
    name: maybe(textOf(255)),
    settings: maybe(settings),
    features: maybe(flags),
    slug: ruled,
    plan: ruled,
    status: ruled,
    limits: ruled,
    domain: ruled,
  },
  strict,
);

const item = Type.Object({
  id: text,
  name: text,
  slug: text,
  kind: text,
  status: text,
  statusReason: nullable(text),
  plan: text,
  timeZone: text,
  domain: nullable(text),
  logoUrl: nullable(text),
  settings: Type.Record(text, Type.Unknown()),
  features: Type.Record(text, Type.Boolean()),
  approvedAt: nullable(text),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export const tenantAnswer = one(item);
export const tenantListAnswer = list(item);
export const tenantStatusAnswer = one(Type.Object({ id: text, status: text }));
export const tenantStatsAnswer = one(
  Type.Object({
    tenantId: text,
    totalLeads: Type.Integer(),
    totalBuyers: Type.Integer(),
    totalPartners: Type.Integer(),
    totalUsers: Type.Integer(),
  }),
);
export const featuresAnswer = one(Type.Record(text, Type.Boolean()));
export const logoAnswer = one(Type.Object({ logoUrl: nullable(text) }));

export const tenantParams = Type.Object({ tenantId: idSchema });
export const tenantListQuery = Type.Object(
  { ...pageQuery, q: maybe(Type.String({ maxLength: 255 })), status: maybe(oneOf(STATUSES)) },
  strict,
);
export const organizationListQuery = Type.Object(
  {
    ...pageQuery,
    search: maybe(Type.String({ maxLength: 255 })),
    status: maybe(oneOf(STATUSES)),
    plan: maybe(oneOf(PLANS)),
  },
  strict,
);
