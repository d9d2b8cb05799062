import { Type } from 'typebox';
import { nullable, one } from '../gate/index.ts';

const maybe = Type.Optional;
const text = Type.String();
const strict = { additionalProperties: false };

const notifications = Type.Object(
  {
    campaignPaused: maybe(Type.Boolean()),
    leadRejected: maybe(Type.Boolean()),
    payoutMade: maybe(Type.Boolean()),
    postingError: maybe(Type.Boolean()),
  },
  { additionalProperties: false, description: 'Of what the partner wants to be told.' },
);

export const partnerSettingsAnswer = one(
  Type.Object({
    id: nullable(text),
    partnerId: nullable(Type.String({ description: 'Null for staff, who are no partner.' })),
    partnerName: nullable(text),
    status: nullable(text),
    notifications: Type.Record(text, Type.Boolean()),
  }),
);

/** Older clients change a password here; that is refused with where to do it. */
export const partnerSettingsUpdate = Type.Object(
  { notifications: maybe(notifications), currentPassword: maybe(Type.Unknown()), newPassword: maybe(Type.Unknown()) },
  strict,
);

/** Who calls, and which routes are open to them. */
const caller = {
  role: text,
  authType: Type.Enum(['api_key', 'session']),
  scopes: Type.Array(text),
  endpoints: Type.Array(Type.Object({ method: text, path: text, description: text })),
};

export const partnerMeAnswer = one(
  Type.Object({ id: nullable(text), partnerId: nullable(text), partnerName: nullable(text), ...caller }),
);

export const buyerMeAnswer = one(
  Type.Object({ id: nullable(text), buyerId: nullable(text), buyerName: nullable(text), ...caller }),
);
