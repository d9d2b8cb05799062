import { type Static, Type } from 'typebox';
import { idSchema, list, nullable, one, oneOf, pageQuery, textOf } from '../gate/index.ts';
import { CALLER_KINDS } from './policy.ts';

/** Scopes of the wire contract. A key's kind says which of them it has. */
export const SCOPES = [
  'posting',
  'routing',
  'messaging',
  'calls',
  'call_data_write',
  'admin',
  'admin_billing',
] as const;
export type Scope = (typeof SCOPES)[number];

const maybe = Type.Optional;
const text = Type.String();

const settings = {
  name: textOf(255),
  scopes: maybe(Type.Array(oneOf(SCOPES), { uniqueItems: true })),
  readOnly: maybe(Type.Boolean()),
  piiAccess: maybe(Type.Boolean({ description: 'Without it, personal fields come masked.' })),
  expiresAt: maybe(nullable(Type.String({ format: 'date-time' }))),
  allowedCidrs: maybe(
    Type.Array(Type.String({ maxLength: 64 }), {
      maxItems: 50,
      uniqueItems: true,
      description: 'Addresses and blocks such as 192.0.2.0/24 that may use the key; none: all.',
    }),
  ),
};

export const ownKeyCreate = Type.Object(settings, { additionalProperties: false });
export type OwnKeyCreate = Static<typeof ownKeyCreate>;

/** With none of the ids it is an admin key; with a campaign, a posting key. */
export const keyCreate = Type.Object(
  {
    ...settings,
    buyerId: maybe(nullable(idSchema)),
    partnerId: maybe(nullable(idSchema)),
    campaignId: maybe(nullable(idSchema)),
  },
  { additionalProperties: false },
);

export const keyUpdate = Type.Object(
  {
    name: maybe(textOf(255)),
    status: maybe(oneOf(['active', 'revoked'])),
  },
  { additionalProperties: false },
);

const item = {
  id: text,
  name: text,
  kind: oneOf(CALLER_KINDS),
  keyPrefix: text,
  scopes: Type.Array(text),
  status: oneOf(['active', 'revoked', 'expired']),
  buyerId: nullable(text),
  partnerId: nullable(text),
  campaignId: nullable(text),
  readOnly: Type.Boolean(),
  piiAccess: Type.Boolean(),
  allowedCidrs: Type.Array(text),
  expiresAt: nullable(text),
  revokedAt: nullable(text),
  exposedAt: nullable(Type.String({ description: 'When the key was seen on an unencrypted connection.' })),
  createdAt: text,
};

export const keyItem = Type.Object(item);
export const keyAnswer = one(keyItem);
export const keyListAnswer = list(keyItem);
export const keyMadeAnswer = one(Type.Object({ ...item, key: Type.String({ description: 'Shown once: keep it.' }) }));
export const keyRevokedAnswer = one(Type.Object({ ...item, success: Type.Boolean() }));

export const keyParams = Type.Object({ keyId: idSchema });
export const keyListQuery = Type.Object(
  {
    ...pageQuery,
    buyerId: maybe(idSchema),
    partnerId: maybe(idSchema),
    campaignId: maybe(idSchema),
    kind: maybe(oneOf(CALLER_KINDS)),
  },
  { additionalProperties: false },
);
export const ownKeyListQuery = Type.Object(pageQuery, { additionalProperties: false });
