import { type Static, Type } from 'typebox';
import {
  centsOf,
  defineRoute,
  idSchema,
  logAnswer,
  logLimit,
  logList,
  logQuery,
  nullable,
  one,
  oneOf,
  readCursor,
  requireRow,
  type Route,
  textOf,
  timestamp,
} from '../../core/gate/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { formatCents, parseCents } from '../../kernel/money.ts';
import { idempotencyKeyOf } from '../intake/index.ts';
import { ADJUSTMENT_KINDS, adjustBalance, adjustmentList, type AdjustmentRow, owedBy } from '../sales/index.ts';
import { buyers } from './buyer-routes.ts';
import type { BuyerRow } from './buyer-store.ts';
import { buyerBalanceItem } from './buyer-wire.ts';

const path = `${buyers.path}/:buyerId/balance`;
const params = Type.Object({ buyerId: idSchema });
const maybe = Type.Optional;
const text = Type.String();

/** What a buyer owes, and what is booked upon it by hand. */
export const balanceRoutes = (): Route[] => [readRoute(), adjustRoute(), listRoute()];

const isAmount = (value: unknown): boolean =>
  (typeof value !== 'number' && typeof value !== 'string') || parseCents(value).ok;
const signedAmount = Type.Refine(
  Type.Union([Type.Number(), Type.String()], {
    description: 'A payment or a fee: above zero. An adjustment: above zero the buyer owes less, below zero more.',
  }),
  isAmount,
  () => 'Send an amount with at most two decimals, such as "15.00" or "-15.00".',
);

const adjustBody = Type.Object(
  {
    amount: signedAmount,
    type: maybe(oneOf(ADJUSTMENT_KINDS)),
    notes: maybe(nullable(textOf(2000))),
    reference: maybe(nullable(textOf(255))),
  },
  { additionalProperties: false },
);

const adjustmentItem = {
  id: text,
  buyerId: text,
  type: text,
  change: Type.String({ description: 'What the buyer owes more by it; below zero, less.' }),
  notes: nullable(text),
  reference: nullable(text),
  createdAt: timestamp,
};

const readRoute = (): Route =>
  defineRoute({
    id: 'get_buyer_balance',
    method: 'GET',
    path,
    tag: 'buyers',
    summary: 'What the buyer owes, by the ledger, against its credit limit.',
    permission: 'buyers:read',
    audit: { action: 'buyer.balance', entity: 'buyer' },
    params,
    response: one(buyerBalanceItem),
    async handle({ tx, params: { buyerId } }) {
      const row = await requireRow(buyers, tx, buyerId);
      return { answer: { data: balanceOf(row) }, touched: [row.id] };
    },
  });

const adjustRoute = (): Route =>
  defineRoute({
    id: 'adjust_buyer_balance',
    method: 'POST',
    path,
    tag: 'buyers',
    summary: 'Book a payment, a fee or an adjustment upon what a buyer owes; under one Idempotency-Key once.',
    permission: 'buyers:write',
    audit: { action: 'buyer.balance_adjust', entity: 'buyer' },
    params,
    body: adjustBody,
    response: one(Type.Object({ ...buyerBalanceItem.properties, adjustment: Type.Object(adjustmentItem) })),
    async handle({ tx, now, caller, headers, params: { buyerId }, body }) {
      const buyer = await requireRow(buyers, tx, buyerId);
      const kind = body.type ?? 'adjustment';
      const { row, isRepeat } = await adjustBalance(tx, now, {
        buyerId: buyer.id,
        kind,
        owedCents: owedBy(kind, readAmount(body)),
        notes: body.notes ?? null,
        reference: body.reference ?? null,
        idempotencyKey: idempotencyKeyOf(headers) ?? null,
        madeBy: caller.actorId,
      });
      const balance = balanceOf(await requireRow(buyers, tx, buyer.id));
      return {
        answer: { data: { ...balance, adjustment: show(row) } },
        touched: [buyer.id, row.adjustmentId],
        detail: { kind, change: formatCents(row.owedCents), isRepeat },
      };
    },
  });

/** In cents. Throws VALIDATION_ERROR for nothing, and for less than nothing where that has a kind of its own. */
function readAmount({ amount, type }: Static<typeof adjustBody>): number {
  const cents = centsOf(amount);
  if (cents > 0 || (cents < 0 && (type ?? 'adjustment') === 'adjustment')) return cents;
  const message = cents === 0 ? 'Send an amount that is not zero.' : `Send an amount above zero: it is a ${type}.`;
  throw invalid([{ field: 'amount', rule: 'minimum', message }]);
}

const listRoute = (): Route =>
  defineRoute({
    id: 'list_buyer_adjustments',
    method: 'GET',
    path: `${path}/adjustments`,
    tag: 'buyers',
    summary: 'Payments, fees and adjustments that were booked upon a buyer, newest first.',
    permission: 'buyers:read',
    audit: { action: 'buyer.balance_list', entity: 'buyer' },
    params,
    query: Type.Object(logQuery, { additionalProperties: false }),
    response: logList(Type.Object(adjustmentItem)),
    async handle({ tx, params: { buyerId }, query }) {
      const buyer = await requireRow(buyers, tx, buyerId);
      const limit = logLimit(query);
      const page = { buyerId: buyer.id, before: readCursor(query.cursor), limit: limit + 1 };
      const answer = logAnswer(await adjustmentList(tx, page), limit, { placeOf, show });
      return { answer, touched: [buyer.id, ...answer.data.map(({ id }) => id)] };
    },
  });

const placeOf = ({ at, adjustmentId: id }: AdjustmentRow) => ({ at, id });

const show = ({ adjustmentId, buyerId, kind, owedCents, notes, reference, at }: AdjustmentRow) => ({
  id: adjustmentId,
  buyerId,
  type: kind,
  change: formatCents(owedCents),
  notes,
  reference,
  createdAt: at.toISOString(),
});

/** What may still be bought: the limit less what is owed and reserved. */
const balanceOf = ({ balanceCents, committedCents, creditLimitCents }: BuyerRow) => ({
  balance: formatCents(balanceCents),
  creditLimit: creditLimitCents === null ? null : formatCents(creditLimitCents),
  available: creditLimitCents === null ? null : formatCents(Math.max(0, creditLimitCents - committedCents)),
});
