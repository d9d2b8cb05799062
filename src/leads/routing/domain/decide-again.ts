import { CLEAR_STANDING, decide, type DecideInput, type Decision, type Standing, type Verdict } from './decide.ts';
import type { Plan } from './pick-next.ts';
import type { DistributionRule } from './rank.ts';
import { AUCTION_REFUSALS, type CapName, type RefusalCode } from './reasons.ts';
import type { ContractFilters, ContractTerms, FieldValue } from './terms.ts';

/**
 * By what a decision was made, beyond what is kept otherwise: the lead's fields, the versions of contracts, and what
 * stood against whom, which the verdicts say. Ids and numbers alone: nothing that the lead's sender wrote.
 */
export interface Basis {
  readonly offerStatus: string;
  readonly rule: DistributionRule;
  readonly timeZone: string;
  /** The only ones of our buyers that the consent covers; null where the sender set no limit. */
  readonly acceptedBuyerIds: readonly string[] | null;
  /** Buyers of the offer that the person knows and is to go to first. */
  readonly known: readonly string[];
  /** What each contract has on the offer. `named`: it needs a consent that names its buyer. */
  readonly contracts: Readonly<Record<string, LinkTerms>>;
  /** When each was last offered a lead. */
  readonly turns: Readonly<Record<string, number>>;
}

interface LinkTerms {
  readonly priority: number;
  readonly weight: number;
  readonly named?: true;
}

type Decidable = Pick<DecideInput, 'offer' | 'contracts' | 'standing' | 'timeZone' | 'turns'> & {
  readonly lead: Pick<DecideInput['lead'], 'acceptedBuyerIds'>;
};

/** What of a decision's input is to be kept with it. `isOurs`: whether there is a buyer of this id. */
export function basisOf(
  { lead, offer, contracts, standing, timeZone, turns }: Decidable,
  isOurs: (buyerId: string) => boolean,
): Basis {
  const buyerIds = new Set(contracts.map(({ buyerId }) => buyerId));
  return {
    offerStatus: offer.status,
    rule: offer.rule,
    timeZone,
    acceptedBuyerIds: lead.acceptedBuyerIds === undefined ? null : lead.acceptedBuyerIds.filter(isOurs),
    known: standing.affinity?.mode === 'same' ? [...standing.affinity.buyerIds].filter((id) => buyerIds.has(id)) : [],
    contracts: Object.fromEntries(
      contracts.map(({ contractId, priority, weight, consentScope }) => [
        contractId,
        { priority, weight, ...(consentScope === 'named' ? { named: true } : {}) },
      ]),
    ),
    turns: Object.fromEntries(turns),
  };
}

type Refused = Extract<Verdict, { outcome: 'refused' }>;

/** A verdict as it is kept: without what the contract asked of the lead. */
export type KeptVerdict = Exclude<Verdict, Refused> | Omit<Refused, 'detail'>;

/** What of a contract's version a decision goes by. */
export type VersionTerms = ContractFilters & Pick<ContractTerms, 'exclusiveOnly'>;

/** A decision with all that it was made by. */
export interface KeptDecision {
  readonly offerId: string;
  readonly verticalId: string;
  readonly seed: number;
  readonly decidedAt: Date;
  readonly plan: Plan;
  readonly basis: Basis;
  readonly verdicts: readonly KeptVerdict[];
  /** By contract: the terms of the version that was decided upon. */
  readonly terms: ReadonlyMap<string, VersionTerms>;
  /** The caps that were reached, by contract, where they are known. */
  readonly caps: ReadonlyMap<string, CapName>;
}

/** Stands where a cap was reached and nobody knows which any more. */
const SOME_CAP: CapName = 'daily leads';

/**
 * The input of a kept decision. What stood against whom at that moment is taken from the verdicts: caps, packs, credit,
 * hours and earlier sales were counted then, and cannot be counted again. The rest is asked anew: filters, consent,
 * order.
 * Undefined where a version that was decided upon is missing.
 */
function inputAgain(
  kept: KeptDecision,
  fields: Readonly<Record<string, FieldValue>>,
  placeOf: DecideInput['placeOf'],
): DecideInput | undefined {
  const { basis, verdicts } = kept;
  const contracts = verdicts.map((verdict) => termsAgain(kept, verdict));
  const known = contracts.filter((terms) => terms !== undefined);
  if (known.length < contracts.length) return undefined;
  return {
    lead: { verticalId: kept.verticalId, fields, acceptedBuyerIds: basis.acceptedBuyerIds ?? undefined },
    offer: { offerId: kept.offerId, status: basis.offerStatus, rule: basis.rule, ...kept.plan },
    contracts: known,
    standing: standingAgain(kept),
    now: kept.decidedAt,
    timeZone: basis.timeZone,
    placeOf,
    turns: new Map(Object.entries(basis.turns)),
    seed: kept.seed,
  };
}

/** What a decision says of a contract otherwise than before. */
export interface Difference {
  readonly contractId: string;
  readonly kept: string;
  readonly again: string;
}

/** Decides again and compares: no difference means that the decision is what its record says. */
export function decideAgain(
  kept: KeptDecision & { readonly ranking: readonly string[] },
  fields: Readonly<Record<string, FieldValue>>,
  placeOf: DecideInput['placeOf'],
): { readonly decision: Decision; readonly differences: readonly Difference[] } | undefined {
  const input = inputAgain(kept, fields, placeOf);
  if (!input) return undefined;
  const decision = decide(input);
  const placeIn = (ranking: readonly string[], id: string): number => ranking.indexOf(id) + 1;
  const again = new Map(decision.verdicts.map((verdict) => [verdict.contractId, verdict]));
  const differences = kept.verdicts.flatMap((verdict): Difference[] => {
    const { contractId } = verdict;
    const before = saidOf(verdict, placeIn(kept.ranking, contractId));
    const now = saidOf(again.get(contractId), placeIn(decision.ranking, contractId));
    return before === now ? [] : [{ contractId, kept: before, again: now }];
  });
  return { decision, differences };
}

/** A verdict in a word: the place of who may have the lead, the code of who may not. */
const saidOf = (verdict: KeptVerdict | undefined, place: number): string => {
  if (!verdict) return 'not_asked';
  return verdict.outcome === 'refused' ? verdict.reason : `eligible_${place}`;
};

const isRefusedFor = (verdict: KeptVerdict, ...codes: readonly RefusalCode[]): boolean =>
  verdict.outcome === 'refused' && codes.includes(verdict.reason);

function termsAgain({ basis, terms, verticalId }: KeptDecision, verdict: KeptVerdict): ContractTerms | undefined {
  const { contractId, version, contractName, buyerId, buyerName, pool, priceCents } = verdict;
  const own = terms.get(contractId);
  const link = basis.contracts[contractId];
  if (!own || !link) return undefined;
  return {
    contractId,
    version,
    contractName,
    buyerId,
    buyerName,
    pool,
    priceCents,
    contractStatus: isRefusedFor(verdict, 'contract_inactive') ? 'paused' : 'active',
    buyerStatus: isRefusedFor(verdict, 'buyer_inactive') ? 'paused' : 'active',
    verticalId: isRefusedFor(verdict, 'other_vertical') ? '' : verticalId,
    priority: link.priority,
    weight: link.weight,
    exclusiveOnly: own.exclusiveOnly,
    geo: own.geo,
    demographic: own.demographic,
    custom: own.custom,
    consentScope: link.named ? 'named' : 'any',
  };
}

function standingAgain({ verdicts, caps, basis }: KeptDecision): Standing {
  const refused = (code: RefusalCode): KeptVerdict[] => verdicts.filter((verdict) => isRefusedFor(verdict, code));
  const contracts = (code: RefusalCode): string[] => refused(code).map(({ contractId }) => contractId);
  const buyers = (code: RefusalCode): Set<string> => new Set(refused(code).map(({ buyerId }) => buyerId));
  const capped = (code: RefusalCode) => new Map(contracts(code).map((id) => [id, caps.get(id) ?? SOME_CAP] as const));
  return {
    ...CLEAR_STANDING,
    withoutAgreement: buyers('agreement_missing'),
    packEmpty: new Set(contracts('pack_empty')),
    overCredit: new Set(contracts('over_credit')),
    closed: new Map<string, { readonly holdUntil: number | null }>([
      ...contracts('outside_schedule').map((id) => [id, { holdUntil: null }] as const),
      ...verdicts.flatMap((verdict) =>
        verdict.outcome === 'eligible' && verdict.holdUntil !== undefined
          ? [[verdict.contractId, { holdUntil: verdict.holdUntil }] as const]
          : [],
      ),
    ]),
    capReached: capped('cap_reached'),
    buyerCapReached: capped('buyer_cap_reached'),
    ...againstAgain({ verdicts, basis }),
    auction: new Map(AUCTION_REFUSALS.flatMap((code) => contracts(code).map((id) => [id, code] as const))),
  };
}

/** Whom lists and earlier sales kept from a lead then, or set before others, as far as its verdicts say. */
export function againstAgain({
  verdicts,
  basis,
}: {
  readonly verdicts: readonly KeptVerdict[];
  readonly basis: Pick<Basis, 'known'> | null;
}): Pick<Standing, 'affinity' | 'duplicates' | 'suppressed'> {
  const refused = (code: RefusalCode): KeptVerdict[] => verdicts.filter((verdict) => isRefusedFor(verdict, code));
  const buyers = (code: RefusalCode): Set<string> => new Set(refused(code).map(({ buyerId }) => buyerId));
  const hadBefore = buyers('had_before');
  const known = new Set(basis?.known);
  const affinity = (): Standing['affinity'] => {
    if (hadBefore.size > 0) return { mode: 'exclude', buyerIds: hadBefore };
    return known.size > 0 ? { mode: 'same', buyerIds: known } : null;
  };
  return {
    duplicates: new Set(refused('duplicate').map(({ contractId }) => contractId)),
    suppressed: buyers('suppressed'),
    affinity: affinity(),
  };
}
