import type { ContractTerms } from './terms.ts';

export const DISTRIBUTION_RULES = ['price', 'priority', 'weight', 'round_robin'] as const;
export type DistributionRule = (typeof DISTRIBUTION_RULES)[number];

/** What the order of contracts depends on beyond their terms. */
export interface Turns {
  /** When each contract of the offer was last offered a lead, as a number that rises; none if it never was. */
  readonly turns: ReadonlyMap<string, number>;
  /** Draws the lots, usually the lead's id. */
  readonly seed: string | number;
}

/**
 * The order in which eligible contracts are tried; it depends on the contracts and the turns, never on their order.
 * By price: highest first. By priority: lowest first. By weight: drawn, each by its share of the weights (one without
 * weight comes last). By round robin: the one whose turn is longest ago. Ties by lowest priority, then higher weight,
 * then turn, then by lot: a hash of seed and contract id, so that many leads spread.
 */
export function rank(contracts: readonly ContractTerms[], rule: DistributionRule, by: Turns): ContractTerms[] {
  const keyed = contracts.map((terms): Keyed => {
    const lot = hash(`${by.seed}\n${terms.contractId}`);
    return { terms, lot, turn: by.turns.get(terms.contractId) ?? NEVER };
  });
  if (rule === 'weight') return drawn(keyed, by.seed).map(({ terms }) => terms);
  keyed.sort((one, other) => byRule(rule, one, other) || byTie(one, other));
  return keyed.map(({ terms }) => terms);
}

interface Keyed {
  readonly terms: ContractTerms;
  readonly lot: number;
  readonly turn: number;
}

function byRule(rule: DistributionRule, one: Keyed, other: Keyed): number {
  if (rule === 'price') return other.terms.priceCents - one.terms.priceCents;
  return rule === 'round_robin' ? one.turn - other.turn : 0;
}

const byTie = (one: Keyed, other: Keyed): number =>
  one.terms.priority - other.terms.priority ||
  other.terms.weight - one.terms.weight ||
  one.turn - other.turn ||
  one.lot - other.lot ||
  byId(one, other);

const byId = ({ terms: { contractId: one } }: Keyed, { terms: { contractId: other } }: Keyed): number =>
  one < other ? -1 : Number(one > other);

/**
 * Draws the first by its share of the weights, the others one by one by theirs of what is left (Efraimidis and
 * Spirakis). Consecutive seeds draw evenly spaced places, not random ones, so that shares are met within a few leads.
 */
function drawn(keyed: readonly Keyed[], seed: string | number): Keyed[] {
  const total = keyed.reduce((sum, { terms }) => sum + terms.weight, 0);
  const place = (typeof seed === 'number' ? (seed * GOLDEN) % 1 : hash(seed) / 2 ** 32) * total;
  let passed = 0;
  const first = keyed.toSorted(byId).find(({ terms }) => {
    passed += terms.weight;
    return place < passed;
  });
  const drawOf = ({ lot, terms: { weight } }: Keyed): number =>
    weight === 0 ? -Number.MAX_VALUE : Math.log((lot + 0.5) / 2 ** 32) / weight;
  const others = keyed.filter((one) => one !== first);
  others.sort((one, other) => drawOf(other) - drawOf(one) || byTie(one, other));
  return first ? [first, ...others] : others;
}

/** The golden ratio's fraction: its multiples lie evenly between 0 and 1, wherever one begins to count. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Alike for contracts of which only the turn, or the lot, says which is first. */
export const rankKey = ({ priceCents, priority, weight }: ContractTerms, rule: DistributionRule): string =>
  rule === 'round_robin' ? '' : [rule === 'price' ? priceCents : '', priority, weight].join('/');

/** Before every turn there was, yet finite: the difference of two infinities is not a number. */
const NEVER = -Number.MAX_SAFE_INTEGER;

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
