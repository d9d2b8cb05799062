import { Type } from 'typebox';
import { amount, idSchema, list, notYet, nullable, one, oneOf, timestamp } from '../../core/gate/index.ts';
import { RETURN_REASONS } from '../outcomes/index.ts';

const text = Type.String();
const maybe = Type.Optional;

const noteText = Type.Refine(
  Type.String({ maxLength: 2000, description: 'Kept sealed, and erased with the lead.' }),
  (content) => content.trim() !== '',
  () => 'Write something.',
);

/** Caps and credit hold whoever sells: they are promises to the buyer. */
const held = maybe(
  Type.Literal(false, {
    description: 'Caps and credit hold for whoever sells: raise them on the contract or the buyer.',
  }),
);

const choice = {
  contractId: idSchema,
  price: maybe(amount),
  skipFilters: maybe(Type.Boolean({ description: 'Sell although the filters of the contract do not fit.' })),
  skipDedup: maybe(Type.Boolean({ description: 'Sell although the buyer has had this person before.' })),
  skipCaps: held,
  skipBalanceCheck: held,
};

export const pickBody = Type.Object(
  { ...choice, ...notYet('skipDelivery skipPostbacks buyerLeadId adjustPayout') },
  { additionalProperties: false },
);

const MODES = ['all', 'exclude_seen', 'include_specific', 'exclude_specific'] as const;
export const distributeBody = Type.Object(
  { mode: oneOf(MODES), contractIds: maybe(Type.Array(idSchema, { maxItems: 200 })) },
  { additionalProperties: false },
);

export const returnBody = Type.Object(
  { reason: oneOf(RETURN_REASONS), notes: maybe(noteText), saleId: maybe(idSchema) },
  { additionalProperties: false },
);
export const scrubBody = Type.Object({ notes: maybe(noteText) }, { additionalProperties: false });

export const adjustBody = Type.Object(
  {
    saleId: maybe(idSchema),
    newPrice: amount,
    reason: maybe(noteText),
    expectedCurrentAmount: maybe(amount),
    allowRefunded: maybe(
      Type.Literal(false, { description: 'A returned sale owes nothing. Book a fee or an adjustment upon the buyer.' }),
    ),
  },
  { additionalProperties: false },
);

export const adjustedAnswer = one(
  Type.Object({
    saleId: text,
    price: text,
    payout: text,
    delta: Type.String({ description: 'What the buyer owes more; below zero, less.' }),
    buyerTransactionId: nullable(text),
    partnerTransactionId: nullable(text),
    creditStatus: oneOf(['normal', 'overdraft']),
  }),
);

export const actedAnswer = one(
  Type.Object({
    leadId: text,
    shortId: text,
    status: text,
    reserved: Type.Integer({ description: 'How many contracts got it, or hold it.' }),
    reasonCode: nullable(text),
    reason: nullable(text),
    price: nullable(text),
    payout: nullable(text),
  }),
);

export const takenBackAnswer = one(
  Type.Object({
    leadId: text,
    status: text,
    returned: Type.Array(Type.Object({ saleId: text, price: text })),
  }),
);

export const noteBody = Type.Object({ content: noteText }, { additionalProperties: false });
const note = {
  id: text,
  kind: oneOf(['note', 'return', 'scrub', 'merge', 'price']),
  content: nullable(text),
  authorId: text,
  createdAt: timestamp,
};
export const noteAnswer = one(Type.Object(note));
export const notesAnswer = list(Type.Object(note));

const leadIds = Type.Array(text, { minItems: 1, maxItems: 100, uniqueItems: true });
export const bulkBody = Type.Object(
  {
    leadIds,
    action: maybe(oneOf(['scrub', 'trash', 'toggle_test', 'toggle_paid'])),
    ...choice,
    contractId: maybe(idSchema),
    newPrice: maybe(amount),
    reason: maybe(noteText),
    ...notYet('operation'),
  },
  { additionalProperties: false },
);
export const bulkAnswer = one(
  Type.Object({
    done: Type.Integer(),
    failed: Type.Integer(),
    results: Type.Array(
      Type.Object({
        leadId: text,
        ok: Type.Boolean(),
        status: nullable(text),
        code: nullable(text),
        message: nullable(text),
      }),
    ),
  }),
);
