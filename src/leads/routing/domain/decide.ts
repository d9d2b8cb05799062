import type { PlaceOf } from './distance.ts';
import type { Matcher } from './matcher.ts';
import { firstMismatch, type Mismatch, subjectOf } from './match-filters.ts';
import { type DistributionRule, rank, type Turns } from './rank.ts';
import type { AuctionRefusal, CapName, ReasonDetail, RefusalCode, UnsoldReason } from './reasons.ts';
import type { ContractTerms, FieldValue, Pool } from './terms.ts';

/**
 * What routing needs to know of a lead. `acceptedBuyerIds` are the only buyers the consent covers; undefined where the
 * sender set no such limit. It must be passed on either way: left out by mistake, it would widen a consent.
 */
export interface LeadFacts {
  readonly verticalId: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly acceptedBuyerIds: readonly string[] | undefined;
}

export const DISTRIBUTION_TYPES = ['exclusive', 'multisell', 'hybrid'] as const;
export type DistributionType = (typeof DISTRIBUTION_TYPES)[number];

/**
 * The offer that links the contracts and says how they are ranked. Only `active` distributes. `maxSales` bounds
 * multisell and hybrid; null is no bound. `fallbackRule` ranks the fallback pool, whose first gets the lead, or all.
 */
export interface OfferTerms {
  readonly offerId: string;
  readonly status: string;
  readonly distributionType: DistributionType;
  readonly rule: DistributionRule;
  readonly maxSales: number | null;
  readonly fallbackRule: 'all' | DistributionRule;
}

/** What stands against contracts and buyers at this moment and for this lead. Each is asked: leave none out. */
export interface Standing {
  /** Buyers without an agreement in force although the vertical's regime needs one. */
  readonly withoutAgreement: ReadonlySet<string>;
  /** Contracts whose leads that were bought in advance are used up. */
  readonly packEmpty: ReadonlySet<string>;
  /** Contracts whose price their buyer may not owe in addition. */
  readonly overCredit: ReadonlySet<string>;
  /** Contracts outside their hours, with the instant (epoch milliseconds) until which one may hold the lead, if any. */
  readonly closed: ReadonlyMap<string, { readonly holdUntil: number | null }>;
  /** Contracts at a cap, with the cap's name. */
  readonly capReached: ReadonlyMap<string, CapName>;
  /** Contracts whose buyer is at a cap over all its contracts. */
  readonly buyerCapReached: ReadonlyMap<string, CapName>;
  /** Contracts whose buyer has had this person within the contract's window. */
  readonly duplicates: ReadonlySet<string>;
  /** Buyers that had this person of this offer, and whether they are preferred therefore, or left out. */
  readonly affinity: { readonly mode: 'same' | 'exclude'; readonly buyerIds: ReadonlySet<string> } | null;
  /** Buyers covered by a suppression of this person. */
  readonly suppressed: ReadonlySet<string>;
  /** What an auction has against contracts. */
  readonly auction: ReadonlyMap<string, AuctionRefusal>;
}

/** Nothing stands against anybody; spread it and add what does. */
export const CLEAR_STANDING: Standing = {
  withoutAgreement: new Set(),
  packEmpty: new Set(),
  overCredit: new Set(),
  closed: new Map(),
  capReached: new Map(),
  buyerCapReached: new Map(),
  duplicates: new Set(),
  affinity: null,
  suppressed: new Set(),
  auction: new Map(),
};

/** All a decision depends on. `seed` breaks ties, usually the lead's number; `timeZone` is the tenant's. */
export interface DecideInput extends Turns {
  readonly lead: LeadFacts;
  readonly offer: OfferTerms;
  readonly contracts: readonly ContractTerms[];
  readonly standing: Standing;
  readonly now: Date;
  readonly timeZone: string;
  /** Where ZIP codes lie, for contracts that buy by distance. */
  readonly placeOf: PlaceOf;
  /** Of these contracts, where they are many; without, each is asked. What is decided is the same. */
  readonly matcher?: Matcher | undefined;
}

type ContractPart = Pick<
  ContractTerms,
  'contractId' | 'version' | 'contractName' | 'buyerId' | 'buyerName' | 'pool' | 'priceCents'
>;

/**
 * What was found about one contract version. `rank` counts from 1, the fallback pool's after the others. `holdUntil`
 * (epoch milliseconds) stands where the contract is closed and holds the lead until it opens.
 */
export type Verdict = ContractPart & (Eligible | ({ readonly outcome: 'refused' } & Refusal));

interface Eligible {
  readonly outcome: 'eligible';
  readonly rank: number;
  readonly holdUntil?: number;
}

interface Refusal {
  readonly reason: RefusalCode;
  readonly detail: ReasonDetail;
}

/** One verdict per contract, eligible ones first by rank; `ranking` are the contract ids in the order to be tried. */
export interface Decision {
  readonly offerId: string;
  readonly rule: DistributionRule;
  readonly verdicts: readonly Verdict[];
  readonly ranking: readonly string[];
  /** Why nobody may have the lead; null when somebody may. */
  readonly reason: UnsoldReason | null;
}

/**
 * Decides which contracts may have a lead, and in which order: a pure function of its input, whatever the order of
 * `contracts` (whose ids are distinct). Each contract is asked in a fixed order and keeps its first refusal.
 */
export function decide(input: DecideInput): Decision {
  const { offer, contracts } = input;
  const head = { offerId: offer.offerId, rule: offer.rule };
  if (offer.status !== 'active') return { ...head, verdicts: [], ranking: [], reason: 'offer_inactive' };
  const subject = subjectOf(input.lead.fields, input);
  const fitting = input.matcher?.match(subject);
  const eligible: ContractTerms[] = [];
  const refused: Verdict[] = [];
  for (const terms of contracts) {
    const mismatchOf = () => (fitting?.has(terms.contractId) ? null : firstMismatch(terms, subject));
    const refusal = refusalOf(terms, input, mismatchOf);
    if (refusal === null) eligible.push(terms);
    else refused.push({ ...contractPart(terms), outcome: 'refused', ...refusal });
  }
  const ranked = order(eligible, input);
  const winners = ranked.map((terms, index): Verdict => {
    const holdUntil = input.standing.closed.get(terms.contractId)?.holdUntil;
    return {
      ...contractPart(terms),
      outcome: 'eligible',
      rank: index + 1,
      ...(typeof holdUntil === 'number' ? { holdUntil } : {}),
    };
  });
  refused.sort((one, other) => (one.contractId < other.contractId ? -1 : 1));
  return {
    ...head,
    verdicts: [...winners, ...refused],
    ranking: ranked.map((terms) => terms.contractId),
    reason: ranked.length > 0 ? null : unsoldReason(refused),
  };
}

/** The primary pool, then the fallback pool, each by its rule: whom the person knows first, who is closed last. */
function order(eligible: readonly ContractTerms[], { offer, standing, turns, seed }: DecideInput): ContractTerms[] {
  const known = standing.affinity?.mode === 'same' ? standing.affinity.buyerIds : undefined;
  const classOf = ({ contractId, buyerId }: ContractTerms): number =>
    standing.closed.has(contractId) ? 2 : known === undefined || known.has(buyerId) ? 0 : 1;
  const inPool = (pool: Pool, rule: DistributionRule): ContractTerms[] => {
    const ranked = rank(
      eligible.filter((terms) => terms.pool === pool),
      rule,
      { turns, seed },
    );
    return ranked.toSorted((one, other) => classOf(one) - classOf(other));
  };
  const { rule, fallbackRule } = offer;
  return [...inPool('primary', rule), ...inPool('fallback', fallbackRule === 'all' ? 'priority' : fallbackRule)];
}

/** What is asked of a contract before anything of the lead is looked at. */
type Bare = Pick<ContractTerms, 'contractId' | 'buyerId' | 'contractStatus' | 'buyerStatus' | 'verticalId'>;
type BareTest = (terms: Bare, verticalId: string, standing: Standing) => boolean;

const BLOCKS: readonly (readonly [RefusalCode, BareTest])[] = [
  ['contract_inactive', ({ contractStatus }) => contractStatus !== 'active'],
  ['other_vertical', (terms, verticalId) => terms.verticalId !== verticalId],
  ['buyer_inactive', ({ buyerStatus }) => buyerStatus !== 'active'],
  ['agreement_missing', ({ buyerId }, _verticalId, { withoutAgreement }) => withoutAgreement.has(buyerId)],
  ['pack_empty', ({ contractId }, _verticalId, { packEmpty }) => packEmpty.has(contractId)],
  ['over_credit', ({ contractId }, _verticalId, { overCredit }) => overCredit.has(contractId)],
  ['outside_schedule', ({ contractId }, _verticalId, { closed }) => closed.get(contractId)?.holdUntil === null],
];

/** All that keeps a contract from every lead of a vertical, whatever the lead, in the order in which it is asked. */
export const blocksOf = (terms: Bare, verticalId: string, standing: Standing): RefusalCode[] =>
  BLOCKS.flatMap(([code, holds]) => (holds(terms, verticalId, standing) ? [code] : []));

function refusalOf(terms: ContractTerms, input: DecideInput, mismatchOf: () => Mismatch | null): Refusal | null {
  const { lead, standing, offer } = input;
  const { buyerId } = terms;
  const refuse = (reason: RefusalCode, detail: ReasonDetail = {}): Refusal => ({ reason, detail });
  const block = BLOCKS.find(([, holds]) => holds(terms, lead.verticalId, standing));
  if (block) return refuse(block[0]);
  if (terms.exclusiveOnly && terms.pool === 'primary' && offer.distributionType !== 'exclusive')
    return refuse('exclusive_only');
  const mismatch = mismatchOf();
  if (mismatch !== null) return mismatch;
  if (lead.acceptedBuyerIds === undefined) {
    if (terms.consentScope === 'named') return refuse('consent_not_named');
  } else if (!lead.acceptedBuyerIds.includes(buyerId)) return refuse('consent_not_given');
  return lateRefusal(terms, standing);
}

/** What is asked only of contracts that fit otherwise. */
function lateRefusal({ contractId, buyerId }: ContractTerms, standing: Standing): Refusal | null {
  const { capReached, buyerCapReached, duplicates, affinity, suppressed } = standing;
  const cap = capReached.get(contractId);
  if (cap !== undefined) return { reason: 'cap_reached', detail: { cap } };
  const buyerCap = buyerCapReached.get(contractId);
  if (buyerCap !== undefined) return { reason: 'buyer_cap_reached', detail: { cap: buyerCap } };
  if (duplicates.has(contractId)) return { reason: 'duplicate', detail: {} };
  if (affinity?.mode === 'exclude' && affinity.buyerIds.has(buyerId)) return { reason: 'had_before', detail: {} };
  if (suppressed.has(buyerId)) return { reason: 'suppressed', detail: {} };
  const refused = standing.auction.get(contractId);
  return refused === undefined ? null : { reason: refused, detail: {} };
}

const contractPart = ({
  contractId,
  version,
  contractName,
  buyerId,
  buyerName,
  pool,
  priceCents,
}: ContractTerms): ContractPart => ({ contractId, version, contractName, buyerId, buyerName, pool, priceCents });

/** Why nobody has the lead, where it is for one of these alone that contracts which fit otherwise lost it. */
const LATE: ReadonlyMap<RefusalCode, UnsoldReason> = new Map([
  ['cap_reached', 'cap_exceeded'],
  ['buyer_cap_reached', 'cap_exceeded'],
  ['duplicate', 'duplicate_lead'],
  ['had_before', 'no_matching_contracts'],
  ['suppressed', 'no_matching_contracts'],
]);

function unsoldReason(refused: readonly Verdict[]): UnsoldReason {
  const late = new Set(
    refused.flatMap((one) => {
      const reason = one.outcome === 'refused' ? LATE.get(one.reason) : undefined;
      return reason === undefined ? [] : [reason];
    }),
  );
  const [only] = late;
  return only !== undefined && late.size === 1 ? only : 'no_matching_contracts';
}
