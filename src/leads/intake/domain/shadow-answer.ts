import type { Fault } from '../../../kernel/app-error.ts';
import { parseCents } from '../../../kernel/money.ts';

/** What another system answered to a lead. Undefined is what is not known. */
export interface ShadowAnswer {
  readonly status: 'sold' | 'rejected' | 'duplicate' | 'pending';
  /** The buyer that got the lead, by its id there or here. */
  readonly buyerId?: string;
  /** What that buyer pays. */
  readonly priceCents?: number;
  /** What the partner earns. */
  readonly payoutCents?: number;
}

/** What we would have done. */
export interface OwnAnswer {
  readonly status: 'sold' | 'rejected' | 'duplicate';
  /** In the order in which they would have got it. */
  readonly sales: readonly { readonly buyerId: string; readonly priceCents: number }[];
  readonly payoutCents: number;
}

export type Difference = 'status' | 'buyer' | 'price' | 'payout';

/** Words in which answers say how it went, in both shapes of the wire contract. */
const STATUSES: Readonly<Record<string, ShadowAnswer['status']>> = {
  sold: 'sold',
  success: 'sold',
  rejected: 'rejected',
  failed: 'rejected',
  unsold: 'rejected',
  error: 'rejected',
  duplicate: 'duplicate',
  accepted: 'pending',
  pending: 'pending',
};
const FIELDS = ['status', 'buyerId', 'price', 'payout'] as const;
const BUYER_ID = /^[\w.:-]{1,100}$/;

/** Reads `{status, buyerId?, price?, payout?}`; faults are pushed to `faults`. */
export function readShadowAnswer(raw: unknown, faults: Fault[]): ShadowAnswer | undefined {
  if (raw === undefined || raw === null || raw === '') return undefined;
  const before = faults.length;
  const blame = (name: string, rule: string, message: string): undefined => {
    faults.push({ field: name === '' ? 'shadowAnswer' : `shadowAnswer.${name}`, rule, message });
    return undefined;
  };
  if (typeof raw !== 'object' || Array.isArray(raw))
    return blame('', 'wrong_type', 'Send an object with a status, and buyerId, price and payout where they are known.');
  const given = raw as Readonly<Record<string, unknown>>;
  if (Object.keys(given).some((name) => !FIELDS.some((field) => field === name)))
    blame('', 'unknown_field', `Holds more than ${FIELDS.join(', ')}. Leave the rest out.`);
  const word = given['status'];
  const status = typeof word === 'string' && Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined;
  if (!status) blame('status', 'not_allowed', 'Send sold, rejected, duplicate or pending.');
  const buyerId = given['buyerId'] ?? undefined;
  if (buyerId !== undefined && !(typeof buyerId === 'string' && BUYER_ID.test(buyerId)))
    blame('buyerId', 'not_an_id', 'Send the id of the buyer, of at most 100 letters, digits and hyphens.');
  const amount = (name: 'price' | 'payout'): number | undefined => {
    if (given[name] === undefined || given[name] === null) return undefined;
    const cents = parseCents(given[name]);
    if (cents.ok && cents.value >= 0) return cents.value;
    return blame(name, 'not_money', 'Send an amount such as "12.50".');
  };
  const [priceCents, payoutCents] = [amount('price'), amount('payout')];
  if (!status || faults.length > before) return undefined;
  return {
    status,
    ...(typeof buyerId === 'string' ? { buyerId } : {}),
    ...(priceCents === undefined ? {} : { priceCents }),
    ...(payoutCents === undefined ? {} : { payoutCents }),
  };
}

/**
 * In what the two answers differ. What is not known of the other one does not differ, and money is compared only where
 * both sold. `theirBuyerId` is which buyer here theirs is. Where we would sell to several, theirs must be among them.
 */
export function compareAnswers(theirs: ShadowAnswer, ours: OwnAnswer, theirBuyerId: string | undefined): Difference[] {
  if (theirs.status === 'pending') return [];
  if (theirs.status !== ours.status) return ['status'];
  if (ours.status !== 'sold') return [];
  const same = ours.sales.find(({ buyerId }) => buyerId === theirBuyerId);
  const differs: Difference[] = [];
  if (theirs.buyerId !== undefined && !same) differs.push('buyer');
  const priceCents = (same ?? ours.sales[0])?.priceCents;
  if (theirs.priceCents !== undefined && theirs.priceCents !== priceCents) differs.push('price');
  if (theirs.payoutCents !== undefined && theirs.payoutCents !== ours.payoutCents) differs.push('payout');
  return differs;
}
