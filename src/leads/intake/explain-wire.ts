import { Type } from 'typebox';
import { nullable, one, oneOf, timestamp } from '../../core/gate/index.ts';
import { CHECK_PLANS } from '../checks/index.ts';

const text = Type.String();

const REPRODUCED = ['same', 'differs', 'not_asked', 'not_kept', 'erased', 'version_missing'] as const;

/** A contract as a decision sees it, in code and in words. */
export const decidedContract = {
  rank: nullable(Type.Integer({ description: 'The place in the order, from 1; null for who may not have the lead.' })),
  contractId: text,
  contractVersion: Type.Integer(),
  contractName: text,
  buyerId: text,
  buyerName: text,
  pool: oneOf(['primary', 'fallback']),
  outcome: oneOf(['eligible', 'refused']),
  reasonCode: nullable(text),
  reason: text,
  price: text,
};

export const explainAnswer = one(
  Type.Object({
    leadId: text,
    shortId: text,
    decidedAt: nullable(timestamp),
    configurationVersion: nullable(Type.Integer()),
    round: Type.Integer({ description: 'How often the lead was routed; this is the last time.' }),
    offerId: nullable(text),
    rule: nullable(text),
    summary: text,
    reproduced: Type.Object({
      result: oneOf(REPRODUCED),
      text,
      differences: Type.Array(
        Type.Object({
          contractId: text,
          kept: Type.String({ description: 'The code of the refusal, or eligible_ and the place.' }),
          again: text,
        }),
      ),
    }),
    contracts: Type.Array(Type.Object(decidedContract)),
  }),
);

export const trialBody = Type.Object(
  {
    lead: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'As a post has it, flat or under custom; a lead of nobody with every field filled, unless given.',
      }),
    ),
  },
  { additionalProperties: false },
);

export const trialAnswer = one(
  Type.Object({
    campaignId: text,
    offerId: nullable(text),
    wouldSell: Type.Boolean(),
    isSample: Type.Boolean({ description: 'Whether the lead is the one of nobody.' }),
    blockedBy: nullable(Type.Object({ code: text, text })),
    summary: text,
    checks: Type.Array(
      Type.Object({
        vendorId: text,
        vendorName: text,
        kind: text,
        failMode: text,
        plan: oneOf(CHECK_PLANS),
      }),
      { description: 'What outside services would be asked before routing. Nobody was.' },
    ),
    contracts: Type.Array(
      Type.Object({
        ...decidedContract,
        payout: Type.String({ description: 'What the partner would earn by it.' }),
        wouldGetIt: Type.Boolean({ description: 'Whether it is among those that the lead would go to first.' }),
      }),
    ),
  }),
);
