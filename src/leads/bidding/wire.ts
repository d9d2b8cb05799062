import { Type } from 'typebox';
import { logList, logQuery, nullable, one } from '../../core/gate/index.ts';

const text = Type.String();
const timestamp = Type.String({ description: 'ISO 8601.' });

const ping = {
  id: text,
  at: timestamp,
  kind: Type.String({ description: 'ping: a partner asked. submit: bids for a lead that was posted without a ping.' }),
  campaignId: text,
  campaignName: nullable(text),
  partnerId: text,
  isTest: Type.Boolean(),
  outcome: Type.String({ description: 'quoted, or no_match.' }),
  fields: Type.Array(text, { description: 'Names of the fields that it carried; no values are kept.' }),
  price: nullable(Type.String({ description: 'What the partner was promised.' })),
  matches: Type.Array(Type.Object({ rank: Type.Integer(), price: text })),
  durationMs: Type.Integer(),
  requestId: text,
  expiresAt: timestamp,
  leadId: nullable(Type.String({ description: 'The lead that it became.' })),
};
const partnerPingItem = Type.Object(ping);
const pingItem = Type.Object({
  ...ping,
  asked: Type.Integer({ description: 'How many contracts were asked for a bid.' }),
});

export const pingDetail = one(
  Type.Object({
    ...pingItem.properties,
    bids: Type.Array(
      Type.Object({
        contractId: text,
        contractVersion: Type.Integer(),
        contractName: text,
        buyerId: text,
        buyerName: text,
        verdict: Type.String({ description: 'bid, fixed, or why there was no bid to take.' }),
        price: nullable(text),
        payout: nullable(text),
        rank: nullable(Type.Integer()),
        reference: nullable(text),
        durationMs: nullable(Type.Integer()),
      }),
    ),
  }),
);
export const partnerPingDetail = one(partnerPingItem);

export const pingQuery = Type.Object(
  {
    ...logQuery,
    kind: Type.Optional(text),
    outcome: Type.Optional(text),
    campaignId: Type.Optional(text),
    partnerId: Type.Optional(text),
    leadId: Type.Optional(text),
    dateFrom: Type.Optional(text),
    dateTo: Type.Optional(text),
  },
  { additionalProperties: false },
);

export const pingListAnswer = logList(pingItem);
export const partnerPingListAnswer = logList(partnerPingItem);
