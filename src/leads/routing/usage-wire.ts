import { Type } from 'typebox';
import { nullable, one } from '../../core/gate/index.ts';

const text = Type.String();
const money = Type.String({ description: 'An amount, "12.50".' });

/** How far caps are used. */
export const capUseItem = Type.Object({
  timeZone: text,
  day: Type.String({ description: 'The day that is counted now, in that zone.' }),
  capMode: Type.String({ description: '`enforce`, or `observe`: counted, and nobody is kept away.' }),
  paceLeads: nullable(
    Type.Integer({ description: 'How many of the day may have been taken by now, where pacing spreads them.' }),
  ),
  paceSpend: nullable(money),
  periods: Type.Array(
    Type.Object({
      period: Type.String({ description: '`day`, `week` (from Monday) or `month`.' }),
      since: text,
      resetsAt: text,
      leads: Type.Object({ used: Type.Integer(), cap: nullable(Type.Integer()) }),
      spend: Type.Object({ used: money, cap: nullable(money) }),
    }),
  ),
  open: Type.Object(
    { used: Type.Integer(), cap: nullable(Type.Integer()) },
    { description: 'Leads that are under way at this moment: reserved, and not answered yet.' },
  ),
  reached: nullable(Type.String({ description: 'The cap that keeps the next lead away: "daily leads".' })),
});

/** Null: no limit. */
export const creditItem = nullable(
  Type.Object({
    used: Type.String({ description: 'What the buyer owes and what is reserved for it; below zero: paid ahead.' }),
    limit: money,
  }),
);

/** Active packs of leads that were bought in advance, in the order in which they are used. */
export const packUseItem = Type.Object({
  whenPackEmpty: Type.String({ description: '`refuse`, or `bill`: it goes on at its own price.' }),
  left: Type.Integer({ description: 'Of all of them.' }),
  packs: Type.Array(
    Type.Object({
      packId: text,
      ofBuyer: Type.Boolean({ description: 'Whether all contracts of the buyer take of it.' }),
      leads: Type.Integer(),
      left: Type.Integer(),
      pricePerLead: money,
    }),
  ),
});

export const contractUsageAnswer = one(
  Type.Object({
    contractId: text,
    caps: capUseItem,
    prepaid: nullable(packUseItem),
    buyer: Type.Object({ buyerId: text, caps: capUseItem, credit: creditItem }),
  }),
);

export const buyerUsageAnswer = one(Type.Object({ buyerId: text, caps: capUseItem, credit: creditItem }));

export const campaignUsageAnswer = one(Type.Object({ campaignId: text, caps: capUseItem }));
