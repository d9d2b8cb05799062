import type { DecideInput } from './decide.ts';
import type { DistributionRule } from './rank.ts';

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
