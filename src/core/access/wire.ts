import { type Static, Type } from 'typebox';
import { idSchema, list, nullable, one, oneOf, pageQuery, textOf } from '../gate/index.ts';
import { KEY_REQUESTS_PER_MINUTE, MAX_REQUESTS_PER_MINUTE } from './key-limits.ts';
import { KEY_KINDS } from './policy.ts';
import { SCOPES } from './scopes.ts';

const maybe = Type.Optional;
const text = Type.String();
const usualRates = KEY_KINDS.map((kind) => `${kind} ${KEY_REQUESTS_PER_MINUTE[kind]}`).join(', ');

const changeable = {
  scopes: maybe(Type.Array(oneOf(SCOPES), { minItems: 1, uniqueItems: true })),
  readOnly: maybe(Type.Boolean()),
  expiresAt: maybe(nullable(Type.String({ format: 'date-time' }))),
  allowedCidrs: maybe(
    Type.Array(Type.String({ maxLength: 64 }), {
      maxItems: 50,
      uniqueItems: true,
      description: 'Addresses and blocks such as 192.0.2.0/24 that may use the key; none: all.',
    }),
  ),
  rateLimitPerMinute: maybe(
    nullable(
      Type.Integer({
        minimum: 1,
        maximum: MAX_REQUESTS_PER_MINUTE,
        description: `Requests a minute; null: what its kind has (${usualRates}).`,
      }),
    ),
  ),
};

const settings = {
  ...changeable,
  name: textOf(255),
  piiAccess: maybe(Type.Boolean({ description: 'Without it, personal fields come masked.' })),
};

export type OwnKeyCreate = Static<Type.TObject<typeof settings>>;

/** A key of one side: staff names whose. */
export const ownKeyCreate = {
  buyer: Type.Object({ ...settings, buyerId: maybe(nullable(idSchema)) }, { additionalProperties: false }),
  partner: Type.Object({ ...settings, partnerId: maybe(nullable(idSchema)) }, { additionalProperties: false }),
};

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
    ...changeable,
    name: maybe(textOf(255)),
    status: maybe(oneOf(['active', 'revoked'])),
  },
  { additionalProperties: false },
);
export type KeyUpdate = Static<typeof keyUpdate>;

export const keyRotate = Type.Object(
  {
    overlapHours: maybe(
      Type.Integer({ minimum: 0, maximum: 168, description: 'How long the old key still works; 24 unless given.' }),
    ),
  },
  { additionalProperties: false },
);

const item = {
  id: text,
  name: text,
  kind: oneOf(KEY_KINDS),
  keyPrefix: text,
  scopes: Type.Array(text),
  status: oneOf(['active', 'revoked', 'expired']),
  buyerId: nullable(text),
  partnerId: nullable(text),
  campaignId: nullable(text),
  readOnly: Type.Boolean(),
  piiAccess: Type.Boolean(),
  allowedCidrs: Type.Array(text),
  rateLimitPerMinute: nullable(Type.Integer({ description: 'Its own limit; null: that of its kind.' })),
  expiresAt: nullable(text),
  revokedAt: nullable(text),
  exposedAt: nullable(Type.String({ description: 'When the key was seen on an unencrypted connection.' })),
  lastUsedAt: nullable(Type.String({ description: 'To the minute.' })),
  lastUsedAddress: nullable(text),
  replacedBy: nullable(Type.String({ description: 'The key that was made in its place.' })),
  madeByKeyId: nullable(
    Type.String({
      description: 'The key by which it was made; null: a person made it, or whoever gave it to this party.',
    }),
  ),
  createdAt: text,
};

export const keyItem = Type.Object(item);
export const keyAnswer = one(keyItem);
export const keyListAnswer = list(keyItem);
export const keyMadeAnswer = one(Type.Object({ ...item, key: Type.String({ description: 'Shown once: keep it.' }) }));

const alsoRevoked = Type.Array(text, { description: 'Keys that were made with it, and ended with it.' });
export const keyUpdatedAnswer = one(Type.Object({ ...item, alsoRevoked: maybe(alsoRevoked) }));
export const keyRevokedAnswer = one(Type.Object({ ...item, success: Type.Boolean(), alsoRevoked }));
/** Whether the keys that were made in its place end too; false unless given. */
export const keyRevokeQuery = Type.Object(
  {
    withSuccessors: maybe(oneOf(['true', 'false'])),
  },
  { additionalProperties: false },
);

export const keyParams = Type.Object({ keyId: idSchema });
const made = {
  madeBy: maybe({
    ...idSchema,
    description: 'A key: those that it made or rotated, and those that hang on it by now.',
  }),
};
export const keyListQuery = Type.Object(
  {
    ...pageQuery,
    buyerId: maybe(idSchema),
    partnerId: maybe(idSchema),
    campaignId: maybe(idSchema),
    kind: maybe(oneOf(KEY_KINDS)),
    ...made,
  },
  { additionalProperties: false },
);
export const ownKeyListQuery = Type.Object({ ...pageQuery, ...made }, { additionalProperties: false });
