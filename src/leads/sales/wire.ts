import { Type } from 'typebox';
import { idSchema, logList, logQuery, nullable, oneOf, timestamp } from '../../core/gate/index.ts';

const text = Type.String();
const maybe = Type.Optional;
const OUTCOMES = ['accepted', 'rejected', 'duplicate', 'failed', 'uncertain', 'under_way'] as const;

export const deliveryQuery = Type.Object(
  {
    ...logQuery,
    buyerId: maybe(idSchema),
    contractId: maybe(idSchema),
    leadId: maybe(idSchema),
    outcome: maybe(oneOf(OUTCOMES)),
    dateFrom: maybe(text),
    dateTo: maybe(text),
  },
  { additionalProperties: false },
);

export const deliveryList = logList(
  Type.Object({
    id: text,
    attemptId: text,
    deliveryId: Type.String({ description: 'The same in every attempt: that of the sale.' }),
    saleId: text,
    leadId: text,
    shortId: nullable(text),
    contractId: text,
    contractName: text,
    buyerId: text,
    number: Type.Integer({ description: 'From 1.' }),
    startedAt: timestamp,
    outcome: Type.Union([text, Type.Null()], { description: 'Null while it is under way.' }),
    reason: nullable(text),
    httpStatus: nullable(Type.Integer()),
    durationMs: nullable(Type.Integer()),
    saleStatus: text,
    price: text,
  }),
);
