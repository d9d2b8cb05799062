import type { ContractTerms } from './terms.ts';

export type DistributionRule = 'price' | 'priority';

/**
 * The order in which eligible contracts are tried; it depends on the contracts and the seed, never on their order.
 * By price: highest first, ties by lowest priority. By priority: lowest first. Further ties by higher weight,
 * then by the one that won least recently, then by lot: a hash of seed and contract id, so that many leads spread.
 */
export function rank(
  contracts: readonly ContractTerms[],
  rule: DistributionRule,
  seed: string | number,
): ContractTerms[] {
  const lots = new Map<string, number>();
  const lotOf = (id: string): number => {
    const lot = lots.get(id) ?? hash(`${seed}\n${id}`);
    lots.set(id, lot);
    return lot;
  };
  return contracts.toSorted(
    (one, other) =>
      (rule === 'price' ? other.priceCents - one.priceCents : 0) ||
      one.priority - other.priority ||
      other.weight - one.weight ||
      lastWin(one) - lastWin(other) ||
      lotOf(one.contractId) - lotOf(other.contractId) ||
      (one.contractId < other.contractId ? -1 : Number(one.contractId > other.contractId)),
  );
}

/** Alike for contracts of which only the last win, or the lot, says which is first. */
export const rankKey = ({ priceCents, priority, weight }: ContractTerms, rule: DistributionRule): string =>
  [rule === 'price' ? priceCents : '', priority, weight].join('/');

/** Before every instant a clock gives, yet finite: the difference of two infinities is not a number. */
const NEVER = -Number.MAX_SAFE_INTEGER;
const lastWin = ({ lastWonAt }: ContractTerms): number => lastWonAt ?? NEVER;

/** FNV-1a over UTF-16 units with the finaliser of MurmurHash3: 32 even bits, stable over releases. Not a secret. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
