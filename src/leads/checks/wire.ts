import { Type } from 'typebox';
import {
  idSchema,
  list,
  logList,
  logQuery,
  nullable,
  one,
  oneOf,
  textOf,
  textOrNull,
  timestamp,
} from '../../core/gate/index.ts';
import { CHECK_KINDS, CHECK_RESULTS, FAIL_MODES, NO_ANSWERS } from './domain/judge-checks.ts';
import { BAA_STATES, SENDS } from './store.ts';

const text = Type.String();
const maybe = Type.Optional;
const strict = { additionalProperties: false } as const;

const secret = Type.String({
  minLength: 8,
  maxLength: 512,
  pattern: '^[\\x21-\\x7e]+$',
  description: 'Sent as a bearer token. Kept sealed, and never shown again.',
});
const url = textOf(2048);
const settings = {
  sends: maybe(
    Type.Unsafe<(typeof SENDS)[number]>({
      enum: [...SENDS],
      description: 'The phone number in E.164 or the e-mail address in lower case, or only the SHA-256 of it.',
    }),
  ),
  timeoutMs: maybe(Type.Integer({ minimum: 100, maximum: 10_000, description: 'How long it is waited for; 1500.' })),
  cacheDays: maybe(
    Type.Integer({ minimum: 0, maximum: 90, description: 'How long an answer may be used again; 30. 0: never.' }),
  ),
  baaState: maybe(
    Type.Unsafe<(typeof BAA_STATES)[number]>({
      enum: [...BAA_STATES],
      description: 'Only with a signed agreement is the vendor asked about leads under hipaa or sud_part2.',
    }),
  ),
  baaReason: maybe(textOrNull(500)),
};

export const vendorCreate = Type.Object(
  { name: textOf(100), kind: oneOf(CHECK_KINDS), url, secret: maybe(secret), ...settings },
  strict,
);
export const vendorUpdate = Type.Object(
  {
    name: maybe(textOf(100)),
    url: maybe(url),
    secret: maybe(secret),
    ...settings,
    _snapshot: maybe(Type.Record(Type.String(), Type.Unknown())),
  },
  strict,
);
export const vendorItem = {
  id: text,
  name: text,
  kind: text,
  url: text,
  hasSecret: Type.Boolean(),
  sends: text,
  timeoutMs: Type.Integer(),
  cacheDays: Type.Integer(),
  baaState: text,
  baaReason: nullable(text),
  createdAt: timestamp,
  updatedAt: timestamp,
};

export const vendorParams = Type.Object({ checkVendorId: idSchema });
export const tryBody = Type.Object(
  {
    value: maybe(
      Type.String({
        maxLength: 254,
        description: 'A number or an address of nobody: 555-0100 to 555-0199 of any area, or one at example.com.',
      }),
    ),
  },
  strict,
);
const outcome = Type.String({ description: [...CHECK_RESULTS, ...NO_ANSWERS].join(', ') });
export const tryAnswer = one(
  Type.Object({
    value: text,
    result: outcome,
    reference: nullable(text),
    durationMs: nullable(Type.Integer()),
    text: Type.String({ description: 'What it means, as a sentence.' }),
  }),
);

export const campaignParams = Type.Object({
  campaignId: Type.String({ description: 'The id, or the display number.' }),
});
const failMode = Type.Unsafe<(typeof FAIL_MODES)[number]>({
  enum: [...FAIL_MODES],
  description: 'What becomes of a lead when the vendor gives no answer.',
});
export const campaignChecksBody = Type.Object(
  { checks: Type.Array(Type.Object({ vendorId: idSchema, failMode }, strict), { maxItems: 10 }) },
  strict,
);
export const campaignChecksAnswer = one(
  Type.Object({
    campaignId: text,
    regime: text,
    checks: Type.Array(
      Type.Object({
        vendorId: text,
        name: text,
        kind: text,
        failMode: text,
        mayBeAsked: Type.Boolean({ description: 'False: the vendor lacks the agreement that the vertical asks for.' }),
      }),
    ),
  }),
);

const leadCheck = Type.Object({
  id: text,
  leadId: nullable(Type.String({ description: 'Null for a post that was refused.' })),
  campaignId: text,
  vendorId: text,
  vendorName: text,
  kind: text,
  failMode: text,
  result: outcome,
  text,
  reference: nullable(Type.String({ description: 'What the vendor calls its answer.' })),
  askedAt: nullable(timestamp),
  fromCache: Type.Boolean({ description: 'The answer to an earlier question was used again.' }),
  durationMs: nullable(Type.Integer()),
  requestId: text,
  at: timestamp,
});
export const leadChecksAnswer = list(leadCheck);
export const checkLogQuery = Type.Object(
  {
    ...logQuery,
    campaignId: maybe(text),
    vendorId: maybe(text),
    leadId: maybe(text),
    result: maybe(oneOf([...CHECK_RESULTS, ...NO_ANSWERS])),
    dateFrom: maybe(text),
    dateTo: maybe(text),
    refused: maybe(Type.Unsafe<'true'>({ enum: ['true'], description: 'Only of posts that became no lead.' })),
  },
  strict,
);
export const checkLogAnswer = logList(leadCheck);
