import { neededConsent } from '../../core/consent/index.ts';
import { calendarDay } from '../../kernel/time.ts';
import type { Auction } from '../bidding/index.ts';
import {
  type AuctionRefusal,
  type Basis,
  basisOf,
  type Book,
  CLEAR_STANDING,
  type ContractTerms,
  decide,
  type DecideInput,
  type OfferTerms,
  placeOfZip,
  standingUnder,
} from '../routing/index.ts';
import { canEarn, type EarningTerms } from '../sales/index.ts';
import { type CampaignRules, closedAt, type OfferRules, type RoutingSnapshot } from './load-snapshot.ts';
import type { IndexedLead } from './prepare-lead.ts';
import type { Against } from './screen-group.ts';

/** A lead, or what a ping tells of one, as far as a decision depends on it. */
export interface Decidable {
  readonly campaign: CampaignRules;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  /** Where the person lives, as consent depends on it. */
  readonly state: string | null;
  readonly acceptedBuyerIds: readonly string[] | undefined;
  readonly seed: number;
  readonly against: Against;
  /** What bids or a quote say. */
  readonly auction: Auction | undefined;
  /** Bidding contracts stand for themselves, at their floor: nobody was asked yet, or nobody is for a test. */
  readonly isUnasked: boolean;
}

export interface Deciding {
  readonly snapshot: RoutingSnapshot;
  readonly book: Book;
  readonly now: Date;
}

/** How a lead pays its partner: as the quote promised, or as offer and campaign say now. */
export function earningOf(
  { pricingModel, payoutCents, revshareBp, maximumPayoutCents }: CampaignRules,
  rules: OfferRules | undefined,
  auction: Auction | undefined,
): EarningTerms {
  if (auction?.quote) return auction.quote.earning;
  const payout = { pricingModel, payoutCents, revshareBp, maximumPayoutCents };
  return rules && isReckoned(rules) ? { payout, margin: rules.margin } : { payout };
}

const isReckoned = ({ margin: { margin, minMarginCents } }: OfferRules): boolean =>
  margin !== null || minMarginCents !== null;

type Decision = ReturnType<typeof decide>;

/** What a decision found, and by what. */
export type Decided = Pick<Decision, 'verdicts' | 'ranking'> & {
  readonly reason: Decision['reason'] | 'no_offer';
  readonly basis: Basis;
};

/** A lead that was read and indexed; `seed` breaks ties. */
type Indexed = Pick<IndexedLead, 'campaign' | 'fields' | 'isTest' | 'acceptedBuyerIds' | 'clear'> & {
  readonly seed: number;
  readonly auction?: Auction | undefined;
};

/** Stands for the offer of a campaign that has none. */
const NO_RULES: OfferTerms = {
  offerId: '',
  status: 'none',
  rule: 'price',
  distributionType: 'exclusive',
  maxSales: null,
  fallbackRule: 'priority',
};

/** Decides who may have a lead, by the rules of its offer; nothing is counted and nothing is kept. */
export function decideLead(
  { against, ...deciding }: Deciding & { readonly against: Against },
  { clear, isTest, auction, ...lead }: Indexed,
  rules: OfferRules | undefined,
): Decided {
  const { snapshot, book } = deciding;
  const whole = { ...lead, state: clear.state, against, auction, isUnasked: isTest };
  const input = rules ? inputOf(deciding, whole, rules) : undefined;
  const known = {
    lead,
    offer: NO_RULES,
    contracts: [],
    standing: CLEAR_STANDING,
    timeZone: snapshot.timeZone,
    turns: new Map(),
  };
  const named = lead.acceptedBuyerIds?.length ? [...snapshot.contracts.values()] : [];
  const buyers = new Set(named.map(({ buyerId }) => buyerId));
  const basis = basisOf(input ?? known, (buyerId) => buyers.has(buyerId));
  if (!input) return { verdicts: [], ranking: [], reason: 'no_offer', basis };
  if (!isTest && book.campaignCap(lead.campaign.campaignId) !== null)
    return { verdicts: [], ranking: [], reason: 'cap_exceeded', basis };
  return { ...decide(input), basis };
}

/** Decides on a lead, or on what a ping tells of one, with what its auction and the law of its vertical say. */
export const decideUnder = (deciding: Deciding, lead: Decidable, rules: OfferRules): Decision =>
  decide(inputOf(deciding, lead, rules));

function inputOf({ snapshot, book, now }: Deciding, lead: Decidable, rules: OfferRules): DecideInput {
  const { campaign, state } = lead;
  const day = calendarDay(now, snapshot.timeZone);
  const needed = neededConsent({ regime: campaign.regime, state, day });
  const auctioned = applyAuction(lead, rules, book);
  const contracts =
    needed === 'named'
      ? auctioned.contracts.map((contract) => ({ ...contract, consentScope: 'named' as const }))
      : auctioned.contracts;
  const buyerIds = contracts.map((contract) => contract.buyerId);
  return {
    lead: {
      verticalId: campaign.verticalId ?? '',
      fields: lead.fields,
      // Signed authorisations are not kept yet: where one is needed, the consent covers nobody.
      acceptedBuyerIds: needed === 'signed' ? [] : lead.acceptedBuyerIds,
    },
    offer: rules.offer,
    contracts,
    standing: {
      ...standingUnder(campaign.regime, buyerIds),
      ...book.standing(contracts),
      ...lead.against,
      closed: closedAt(snapshot, rules.bounded, now),
      auction: auctioned.refused,
    },
    now,
    timeZone: snapshot.timeZone,
    placeOf: placeOfZip,
    // An index of the contracts' own terms; what bids or a quote made of them is asked one by one.
    matcher: contracts === rules.contracts ? rules.matcher : undefined,
    turns: book.turns(rules.offer.offerId),
    seed: lead.seed,
  };
}

interface Auctioned {
  readonly contracts: readonly ContractTerms[];
  readonly refused: ReadonlyMap<string, AuctionRefusal>;
}

/** The contracts at the prices and terms that they bid or were quoted at, and what stands against the others. */
function applyAuction(lead: Decidable, rules: OfferRules, book: Book): Auctioned {
  const { auction } = lead;
  if (!auction && rules.bidders.size === 0 && !isReckoned(rules))
    return { contracts: rules.contracts, refused: NOBODY };
  const earning = earningOf(lead.campaign, rules, auction);
  const refused = new Map<string, AuctionRefusal>();
  const contracts = rules.contracts.map((terms) => {
    const { contractId } = terms;
    const priced = auction?.priced.get(contractId);
    const floorCents = rules.bidders.get(contractId);
    const isAtFloor = !priced && floorCents !== undefined;
    const now = priced ? pricedTerms(terms, priced) : isAtFloor ? { ...terms, priceCents: floorCents } : terms;
    const refusal = priced ? undefined : unpriced(lead, contractId, isAtFloor);
    if (refusal) refused.set(contractId, refusal);
    else if (!isAtFloor && !canEarn(earning, auction ? now.priceCents : book.earns(contractId, now.priceCents)))
      refused.set(contractId, 'margin_too_small');
    return now;
  });
  return { contracts, refused };
}

const NOBODY: ReadonlyMap<string, AuctionRefusal> = new Map();

function pricedTerms(
  terms: ContractTerms,
  { contract, priceCents }: NonNullable<ReturnType<Auction['priced']['get']>>,
): ContractTerms {
  const { geo, demographic, custom, exclusiveOnly } = contract.terms;
  return { ...terms, version: contract.version, priceCents, geo, demographic, custom, exclusiveOnly };
}

function unpriced({ auction, isUnasked }: Decidable, contractId: string, bids: boolean): AuctionRefusal | undefined {
  if (auction?.quote) return 'not_quoted';
  return auction?.refused.get(contractId) ?? (bids && !isUnasked ? 'no_bid' : undefined);
}
