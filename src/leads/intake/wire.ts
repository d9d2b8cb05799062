import { Type } from 'typebox';
import { idSchema, logList, logQuery, notYet, nullable, one, oneOf, pageQuery } from '../../core/gate/index.ts';

const text = Type.String();
const timestamp = Type.String({ description: 'ISO 8601.' });

const warningSchema = Type.Object({ field: text, rule: text, message: text });

/** A submit takes the campaign and whatever its fields are; `GET /api/v1/campaigns/{id}/posting` lists them. */
export const submitBody = Type.Record(Type.String(), Type.Unknown(), {
  description: 'campaignId and the fields of the campaign, flat or under custom.',
});

export const submitAnswer = Type.Object({
  result: Type.Union([
    Type.Literal('success'),
    Type.Literal('accepted'),
    Type.Literal('rejected'),
    Type.Literal('duplicate'),
  ]),
  leadId: nullable(text),
  price: nullable(Type.Number()),
  msg: nullable(text),
  idempotent: Type.Boolean(),
  warnings: Type.Array(warningSchema),
  validateOnly: Type.Optional(Type.Literal(true, { description: 'Says what would happen; nothing was kept.' })),
  statusUrl: Type.Optional(text),
  data: Type.Object({
    id: nullable(text),
    shortId: nullable(text),
    status: text,
    rejectionReason: Type.Optional(nullable(text)),
    revenue: text,
    sales: Type.Array(Type.Object({ price: text, deliveryStatus: text })),
  }),
});

/** A page asks for it, so that what is personal is shown only to who then reveals it. */
export const asMasked = Type.Optional(
  Type.Unsafe<'true' | 'false'>({
    enum: ['true', 'false'],
    description: 'Show nothing personal in clear, whoever asks.',
  }),
);
export const leadDetailQuery = Type.Object({ masked: asMasked }, { additionalProperties: false });
export const leadParams = Type.Object({
  leadId: Type.String({ description: 'The UUID, or the short id such as L-1001.' }),
});

/** Personal fields come masked unless the key has piiAccess. */
export const leadItem = {
  id: text,
  shortId: text,
  status: text,
  rejectionReason: nullable(text),
  campaignId: nullable(text),
  partnerId: nullable(text),
  verticalId: nullable(text),
  offerId: nullable(text),
  isTest: Type.Boolean(),
  state: nullable(text),
  price: nullable(text),
  payout: nullable(text),
  createdAt: timestamp,
  firstName: nullable(text),
  lastName: nullable(text),
  email: nullable(text),
  phone: nullable(text),
  masked: Type.Boolean(),
};

export const leadDetail = one(
  Type.Object({
    ...leadItem,
    personId: nullable(Type.String({ description: 'Whose lead it is, for who may see people.' })),
    sessionId: nullable(Type.String({ description: 'Of the form by which it came.' })),
    parentLeadId: nullable(Type.String({ description: 'The lead beside which it was made, of the same person.' })),
    regime: nullable(text),
    fields: Type.Record(Type.String(), Type.Unknown(), { description: 'All fields that the caller may see.' }),
  }),
);

export const revealBody = Type.Object(
  {
    fields: Type.Array(Type.String({ maxLength: 73, pattern: '^[a-z][a-zA-Z0-9]{0,72}$' }), {
      minItems: 1,
      maxItems: 50,
      uniqueItems: true,
      description: 'Names of the fields to show.',
    }),
    reason: Type.Refine(
      Type.String({
        maxLength: 500,
        description: 'Why they are needed, in 3 characters at least. Kept sealed, and erased with the lead.',
      }),
      (reason) => reason.trim().length >= 3,
      () => 'Say in 3 characters at least why the fields are needed.',
    ),
  },
  { additionalProperties: false },
);
export const revealAnswer = one(
  Type.Object({
    leadId: text,
    fields: Type.Record(Type.String(), Type.Unknown(), {
      description: 'Those asked for that the lead has and that are not hidden from the caller.',
    }),
  }),
);

export const exportBody = Type.Object(
  {
    approvalId: Type.String({ format: 'uuid', description: 'Asked for by you, approved by somebody else, unused.' }),
    dateFrom: Type.Optional(text),
    dateTo: Type.Optional(text),
    status: Type.Optional(text),
    verticalId: Type.Optional(idSchema),
    campaignId: Type.Optional(idSchema),
    partnerId: Type.Optional(idSchema),
    isTest: Type.Optional(oneOf(['true', 'false'])),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, description: 'The newest so many; 1000.' })),
  },
  { additionalProperties: false },
);
export const exportAnswer = one(
  Type.Object({
    format: Type.Literal('csv'),
    rows: Type.Integer(),
    truncated: Type.Boolean({ description: 'Whether there are more leads than the limit let through.' }),
    content: Type.String({ description: 'RFC 4180, its first line the names of the columns.' }),
  }),
);

export const leadStatusAnswer = one(
  Type.Object({
    id: text,
    shortId: text,
    status: text,
    rejectionReason: nullable(text),
    payout: nullable(text),
    createdAt: timestamp,
  }),
);

export const distributionQuery = Type.Object({ ...pageQuery, ...notYet('decidedBy') }, { additionalProperties: false });

export const distributionAnswer = Type.Object({
  data: Type.Array(
    Type.Object({
      rank: nullable(Type.Integer()),
      contractId: text,
      contractVersion: Type.Integer(),
      contractName: text,
      buyerId: text,
      buyerName: text,
      disposition: Type.Union([
        Type.Literal('delivered'),
        Type.Literal('rejected'),
        Type.Literal('skipped'),
        Type.Literal('failed'),
        Type.Literal('pending'),
        Type.Literal('returned'),
      ]),
      reasonCode: nullable(text),
      reason: text,
      price: nullable(text),
      saleId: nullable(text),
      attempts: Type.Array(
        Type.Object({
          number: Type.Integer(),
          startedAt: timestamp,
          outcome: nullable(text),
          reason: nullable(text),
          httpStatus: nullable(Type.Integer()),
          durationMs: nullable(Type.Integer()),
        }),
      ),
    }),
  ),
  pagination: Type.Object({
    total: Type.Integer(),
    limit: Type.Integer(),
    offset: Type.Integer(),
    hasMore: Type.Boolean(),
  }),
  decidedAt: nullable(timestamp),
  configurationVersion: nullable(Type.Integer()),
  pingMatches: Type.Array(Type.Unknown()),
});

export const postingItem = Type.Object({
  id: text,
  at: timestamp,
  endpoint: text,
  campaignId: nullable(text),
  partnerId: nullable(text),
  leadId: nullable(text),
  outcome: text,
  httpStatus: Type.Integer(),
  code: nullable(text),
  faults: Type.Array(Type.Object({ field: text, rule: text })),
  durationMs: Type.Integer(),
  requestId: text,
});

export const postingQuery = Type.Object(
  {
    ...logQuery,
    endpoint: Type.Optional(text),
    outcome: Type.Optional(text),
    httpStatus: Type.Optional(Type.String({ pattern: '^[0-9]{3}$' })),
    campaignId: Type.Optional(text),
    partnerId: Type.Optional(text),
    leadId: Type.Optional(text),
    dateFrom: Type.Optional(text),
    dateTo: Type.Optional(text),
    search: Type.Optional(
      Type.String({
        maxLength: 100,
        description:
          'Exactly the id of a lead or of a request, or a code or an endpoint as the log has them. Posts themselves ' +
          'are not kept, so nothing of a lead is searched.',
      }),
    ),
    ...notYet('type offerId'),
  },
  { additionalProperties: false },
);

export const postingListAnswer = logList(postingItem);
