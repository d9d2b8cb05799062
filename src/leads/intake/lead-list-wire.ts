import { Type } from 'typebox';
import {
  cursorSchema,
  keysetPagination,
  list,
  notYet,
  oneOf,
  pageQuery,
  paginationSchema,
} from '../../core/gate/index.ts';
import { asMasked, leadItem } from './wire.ts';

const text = Type.String();
const item = Type.Object(leadItem);

/** With a cursor nothing is counted. */
export const leadListAnswer = Type.Object({
  data: Type.Array(item),
  pagination: Type.Union([paginationSchema, keysetPagination]),
});

export const leadListQuery = Type.Object(
  {
    ...pageQuery,
    cursor: Type.Optional(cursorSchema),
    status: Type.Optional(text),
    verticalId: Type.Optional(text),
    partnerId: Type.Optional(text),
    campaignId: Type.Optional(text),
    offerId: Type.Optional(text),
    buyerId: Type.Optional(Type.String({ description: 'Leads that were sold to this buyer.' })),
    contractId: Type.Optional(Type.String({ description: 'Leads that were sold by this contract.' })),
    sessionId: Type.Optional(Type.String({ description: 'Leads of one form: the first, and what came beside it.' })),
    dateFrom: Type.Optional(text),
    dateTo: Type.Optional(text),
    search: Type.Optional(
      Type.String({
        description:
          'An exact e-mail address, phone number or lead id. Addresses of requests are kept in many places: ' +
          'POST /api/v1/leads/find takes them in its body.',
      }),
    ),
    isTest: Type.Optional(oneOf(['true', 'false'])),
    isSold: Type.Optional(oneOf(['true', 'false'])),
    masked: asMasked,
    ...notYet('isPaid isScrubbed isTrashed'),
  },
  { additionalProperties: false },
);

export const leadFindBody = Type.Object(
  {
    email: Type.Optional(Type.String({ maxLength: 320 })),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    leadId: Type.Optional(Type.String({ maxLength: 40, description: 'The UUID, or the short id such as L-1001.' })),
    masked: Type.Optional(Type.Boolean({ description: 'Show nothing personal in clear.' })),
  },
  { additionalProperties: false, description: 'Exactly one of email, phone and leadId.' },
);
export const leadFindAnswer = list(item);
