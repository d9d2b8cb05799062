import { firstMismatch, type Subject, subjectOf } from './match-filters.ts';
import { type DistributionRule, rank } from './rank.ts';
import type { CapName, ReasonDetail, RefusalCode, UnsoldReason } from './reasons.ts';
import type { ContractTerms, FieldValue } from './terms.ts';

/**
 * What routing needs to know of a lead. `acceptedBuyerIds` are the only buyers the consent covers; undefined where the
 * sender set no such limit. It must be passed on either way: left out by mistake, it would widen a consent.
 */
export interface LeadFacts {
  readonly verticalId: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly acceptedBuyerIds: readonly string[] | undefined;
}

/** The offer that links the contracts and says how they are ranked. Only `active` distributes. */
export interface OfferTerms {
  readonly offerId: string;
  readonly status: string;
  readonly distributionType: 'exclusive';
  readonly rule: DistributionRule;
}

/** What stands against contracts and buyers at this moment and for this lead. Each is asked: leave none out. */
export interface Standing {
  /** Buyers without an agreement in force although the vertical's regime needs one. */
  readonly withoutAgreement: ReadonlySet<string>;
  /** Buyers whose balance has reached their credit limit. */
  readonly overCredit: ReadonlySet<string>;
  /** Contracts outside their hours. */
  readonly closed: ReadonlySet<string>;
  /** Contracts at a cap, with the cap's name. */
  readonly capReached: ReadonlyMap<string, CapName>;
  /** Buyers that have had this person within their window. */
  readonly duplicates: ReadonlySet<string>;
  /** Buyers covered by a suppression of this person. */
  readonly suppressed: ReadonlySet<string>;
}

/** Nothing stands against anybody; spread it and add what does. */
export const CLEAR_STANDING: Standing = {
  withoutAgreement: new Set(),
  overCredit: new Set(),
  closed: new Set(),
  capReached: new Map(),
  duplicates: new Set(),
  suppressed: new Set(),
};

/** All a decision depends on. `seed` breaks ties, usually the lead's id; `timeZone` is the tenant's. */
export interface DecideInput {
  readonly lead: LeadFacts;
  readonly offer: OfferTerms;
  readonly contracts: readonly ContractTerms[];
  readonly standing: Standing;
  readonly now: Date;
  readonly timeZone: string;
  readonly seed: string | number;
}

type ContractPart = Pick<
  ContractTerms,
  'contractId' | 'version' | 'contractName' | 'buyerId' | 'buyerName' | 'priceCents'
>;

/** What was found about one contract version; `rank` counts from 1. */
export type Verdict = ContractPart &
  ({ readonly outcome: 'eligible'; readonly rank: number } | ({ readonly outcome: 'refused' } & Refusal));

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
  const subject = subjectOf(input.lead.fields, input.now, input.timeZone);
  const eligible: ContractTerms[] = [];
  const refused: Verdict[] = [];
  for (const terms of contracts) {
    const refusal = refusalOf(terms, input, subject);
    if (refusal === null) eligible.push(terms);
    else refused.push({ ...contractPart(terms), outcome: 'refused', ...refusal });
  }
  const ranked = rank(eligible, offer.rule, input.seed);
  const winners = ranked.map((terms, index): Verdict => ({
    ...contractPart(terms),
    outcome: 'eligible',
    rank: index + 1,
  }));
  refused.sort((one, other) => (one.contractId < other.contractId ? -1 : 1));
  return {
    ...head,
    verdicts: [...winners, ...refused],
    ranking: ranked.map((terms) => terms.contractId),
    reason: ranked.length > 0 ? null : unsoldReason(refused),
  };
}

/** What is asked of a contract before anything of the lead is looked at. */
type Bare = Pick<ContractTerms, 'contractId' | 'buyerId' | 'contractStatus' | 'buyerStatus' | 'verticalId'>;
type BareTest = (terms: Bare, verticalId: string, standing: Standing) => boolean;

const BLOCKS: readonly (readonly [RefusalCode, BareTest])[] = [
  ['contract_inactive', ({ contractStatus }) => contractStatus !== 'active'],
  ['other_vertical', (terms, verticalId) => terms.verticalId !== verticalId],
  ['buyer_inactive', ({ buyerStatus }) => buyerStatus !== 'active'],
  ['agreement_missing', ({ buyerId }, _verticalId, { withoutAgreement }) => withoutAgreement.has(buyerId)],
  ['over_credit', ({ buyerId }, _verticalId, { overCredit }) => overCredit.has(buyerId)],
  ['outside_schedule', ({ contractId }, _verticalId, { closed }) => closed.has(contractId)],
];

/** All that keeps a contract from every lead of a vertical, whatever the lead, in the order in which it is asked. */
export const blocksOf = (terms: Bare, verticalId: string, standing: Standing): RefusalCode[] =>
  BLOCKS.flatMap(([code, holds]) => (holds(terms, verticalId, standing) ? [code] : []));

function refusalOf(terms: ContractTerms, { lead, standing }: DecideInput, subject: Subject): Refusal | null {
  const { contractId, buyerId } = terms;
  const refuse = (reason: RefusalCode, detail: ReasonDetail = {}): Refusal => ({ reason, detail });
  const block = BLOCKS.find(([, holds]) => holds(terms, lead.verticalId, standing));
  if (block) return refuse(block[0]);
  const mismatch = firstMismatch(terms, subject);
  if (mismatch !== null) return mismatch;
  if (lead.acceptedBuyerIds === undefined) {
    if (terms.consentScope === 'named') return refuse('consent_not_named');
  } else if (!lead.acceptedBuyerIds.includes(buyerId)) return refuse('consent_not_given');
  const cap = standing.capReached.get(contractId);
  if (cap !== undefined) return refuse('cap_reached', { cap });
  if (standing.duplicates.has(buyerId)) return refuse('duplicate');
  return standing.suppressed.has(buyerId) ? refuse('suppressed') : null;
}

const contractPart = ({
  contractId,
  version,
  contractName,
  buyerId,
  buyerName,
  priceCents,
}: ContractTerms): ContractPart => ({ contractId, version, contractName, buyerId, buyerName, priceCents });

/** What is asked only of contracts that fit otherwise. */
const LATE: ReadonlySet<RefusalCode> = new Set(['cap_reached', 'duplicate', 'suppressed']);

/** Caps or duplicates are the reason only if nothing else kept the otherwise fitting contracts away. */
function unsoldReason(refused: readonly Verdict[]): UnsoldReason {
  const late = new Set(
    refused.flatMap((one) => (one.outcome === 'refused' && LATE.has(one.reason) ? [one.reason] : [])),
  );
  if (late.size !== 1) return 'no_matching_contracts';
  if (late.has('duplicate')) return 'duplicate_lead';
  return late.has('cap_reached') ? 'cap_exceeded' : 'no_matching_contracts';
}
