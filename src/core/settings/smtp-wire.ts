import { Type } from 'typebox';
import { notYet, nullable, oneOf, partlyAvailable, textOf, textOrNull, timestamp } from '../gate/index.ts';
import { hostName } from './wire.ts';

const maybe = Type.Optional;
const text = Type.String();
const email = Type.String({ format: 'email', maxLength: 254 });
const always = (what: string) =>
  Type.Refine(
    Type.Boolean(),
    (given) => given,
    () => `${what} Leave it out or send true.`,
  );

export const SMTP_STATUSES = ['active', 'inactive'] as const;

const settings = {
  fromName: maybe(textOrNull(255)),
  status: maybe(oneOf(SMTP_STATUSES)),
  provider: maybe(partlyAvailable(['smtp'], ['resend'])),
  authEnabled: maybe(always('Mail servers are asked to know who sends.')),
  sslEnabled: maybe(always('Mail goes over TLS only.')),
  ...notYet('passwordEncrypted apiKeyEncrypted'),
};
const port = Type.Integer({ minimum: 1, maximum: 65_535 });
const password = Type.String({ minLength: 1, maxLength: 1024, description: 'Kept sealed, and never shown again.' });

/** The sender's address goes by either of two names. */
export const smtpCreate = Type.Object(
  {
    host: hostName,
    port,
    username: textOf(255),
    password,
    fromEmail: maybe(email),
    emailAddress: maybe(email),
    ...settings,
  },
  { additionalProperties: false },
);
export const smtpUpdate = Type.Object(
  {
    host: maybe(hostName),
    port: maybe(port),
    username: maybe(textOf(255)),
    password: maybe(password),
    fromEmail: maybe(email),
    emailAddress: maybe(email),
    ...settings,
  },
  { additionalProperties: false },
);
export const smtpItem = {
  id: text,
  provider: text,
  host: text,
  port: Type.Integer(),
  username: text,
  fromEmail: text,
  emailAddress: text,
  fromName: nullable(text),
  authEnabled: Type.Boolean(),
  sslEnabled: Type.Boolean(),
  status: text,
  hasPassword: Type.Boolean(),
  createdAt: timestamp,
  updatedAt: timestamp,
};
