import { Type } from 'typebox';
import { idSchema, nullable, one, oneOf, timestamp } from '../../core/gate/index.ts';
import { draftFields } from '../contracts/index.ts';
import { MOVES } from './domain/compare-replay.ts';

/** So many leads are played at most, and so many days are looked at. */
export const MOST_LEADS = 5000;
export const MOST_DAYS = 31;

const maybe = Type.Optional;
const text = Type.String();
const count = Type.Integer();
const RULES = ['price', 'priority', 'weight', 'round_robin'] as const;

export const replayBody = Type.Object(
  {
    dateFrom: maybe(Type.String({ maxLength: 40, description: 'A day or an instant; seven days before dateTo.' })),
    dateTo: maybe(
      Type.String({ maxLength: 40, description: `Now, unless given; at most ${MOST_DAYS} days after dateFrom.` }),
    ),
    limit: maybe(
      Type.Integer({
        minimum: 1,
        maximum: MOST_LEADS,
        description: `So many leads at most, the first of the period; ${MOST_LEADS} unless given.`,
      }),
    ),
    drafts: maybe(
      Type.Array(
        Type.Object(
          {
            contractId: maybe(idSchema),
            buyerId: maybe(Type.String({ format: 'uuid', description: 'Of a new contract, which has no contractId.' })),
            pool: maybe(oneOf(['primary', 'fallback'])),
            ...draftFields,
          },
          { additionalProperties: false },
        ),
        { maxItems: 200, description: 'Contracts as they might be. What a draft does not speak of stays.' },
      ),
    ),
    offer: maybe(
      Type.Object(
        {
          status: maybe(oneOf(['active', 'paused'])),
          distributionRule: maybe(oneOf(RULES)),
          distributionType: maybe(oneOf(['exclusive', 'multisell', 'hybrid'])),
          maxSales: maybe(nullable(Type.Integer({ minimum: 1, maximum: 1000 }))),
          dqDistributionRule: maybe(oneOf(['all', ...RULES])),
        },
        { additionalProperties: false, description: 'The offer as it might be.' },
      ),
    ),
  },
  { additionalProperties: false },
);

const figures = Type.Object({ sales: count, revenue: text, payout: text, margin: text });
const compared = {
  actual: figures,
  control: figures,
  draft: figures,
  change: Type.Object(figures.properties, { description: 'What the drafts bring beyond the control.' }),
};

export const replayAnswer = one(
  Type.Object({
    offerId: text,
    dateFrom: timestamp,
    dateTo: timestamp,
    timeZone: text,
    leads: Type.Object({
      inPeriod: count,
      replayed: count,
      leftOut: Type.Integer({ description: 'Erased, or of a campaign or a version of which too little is known.' }),
      isSampled: Type.Boolean({ description: 'Whether only the first leads of the period were played.' }),
      limit: count,
      lastAt: nullable(timestamp),
    }),
    sold: Type.Object({ actual: count, control: count, draft: count, change: count }),
    totals: Type.Object(compared),
    contracts: Type.Array(
      Type.Object({
        contractId: nullable(Type.String({ description: 'Null for a new contract of a draft.' })),
        contractName: text,
        buyerId: text,
        buyerName: text,
        isDraft: Type.Boolean(),
        isNew: Type.Boolean(),
        ...compared,
      }),
    ),
    buyers: Type.Array(Type.Object({ buyerId: text, buyerName: text, ...compared })),
    moves: Type.Object({ becameSold: count, becameUnsold: count, changedHands: count, repriced: count }),
    because: Type.Array(Type.Object({ move: oneOf(MOVES), code: text, text, leads: count })),
    unsold: Type.Array(Type.Object({ reason: text, text, control: count, draft: count, change: count })),
    samples: Type.Array(
      Type.Object({
        leadId: text,
        shortId: text,
        move: oneOf(MOVES),
        from: Type.Array(Type.String({ description: 'Names of contracts.' })),
        to: Type.Array(text),
        text,
      }),
    ),
    assumptions: Type.Array(Type.Object({ code: text, text })),
  }),
);
