import { type TProperties, Type } from 'typebox';
import { nullable, textOf, textOrNull, timestamp } from '../../core/gate/index.ts';

const maybe = Type.Optional;
const text = Type.String();
const strict = { additionalProperties: false } as const;
/** Both spellings of the wire contract; nothing of a person belongs here. */
const why = { reason: maybe(textOrNull(255)), blockReason: maybe(textOrNull(255)) };

const itemOf = (own: TProperties): TProperties => ({
  id: text,
  ...own,
  reason: nullable(text),
  blockReason: nullable(text),
  createdBy: text,
  createdAt: timestamp,
});

export const blockUpdate = Type.Object(why, strict);

export const blockedIpCreate = Type.Object(
  {
    ipRange: maybe(
      Type.String({ maxLength: 100, description: 'An address, a block such as 192.0.2.0/24, or from-to.' }),
    ),
    fromIp: maybe(Type.String({ maxLength: 45 })),
    toIp: maybe(Type.String({ maxLength: 45 })),
    ...why,
  },
  strict,
);
export const blockedIpItem = itemOf({ ipRange: text, fromIp: text, toIp: text });

export const blockedCallerIdCreate = Type.Object(
  { phoneNumber: maybe(textOf(64)), value: maybe(textOf(64)), ...why },
  strict,
);
export const blockedCallerIdItem = itemOf({
  phoneNumber: Type.String({ description: 'Masked: the number itself is not kept.' }),
  value: text,
});

export const blockedReferrerCreate = Type.Object(
  { referrer: maybe(textOf(2048)), value: maybe(textOf(2048)), ...why },
  strict,
);
export const blockedReferrerItem = itemOf({ referrer: text, value: text });
