import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import { type Book, type InPlay, lockBook, type OfferTerms, openBook } from '../routing/index.ts';
import type { SaleRow } from '../sales/index.ts';
import {
  type CampaignRules,
  countedBy,
  type OfferRules,
  type RoutingSnapshot,
  type Snapshots,
  termsOf,
} from './load-snapshot.ts';
import { planHistory } from './plan-history.ts';
import { inPlayOf } from './route-lead.ts';
import { campaignOfLead } from './screen-again.ts';
import type { LeadRow } from './store.ts';

/** Among which contracts: those of the offer that its campaign has now, or one that a person chose. */
export type Among =
  | { readonly kind: 'offer'; readonly keeps: (contractId: string, before: readonly SaleRow[]) => boolean }
  | {
      readonly kind: 'contract';
      readonly contractId: string;
      /** Undefined: what the contract pays. */
      readonly priceCents: number | undefined;
      readonly skipFilters: boolean;
      readonly skipDedup: boolean;
    };

/** The settings and the counts by which a lead is decided upon anew. */
export interface Ground {
  readonly snapshot: RoutingSnapshot;
  readonly book: Book;
  readonly campaign: CampaignRules;
  readonly offerId: string | null;
  readonly rules: OfferRules | undefined;
}

export interface Finding {
  readonly tx: TenantWriter;
  readonly now: Date;
  readonly lead: LeadRow;
  readonly among: Among;
  /** All sales of the lead so far. */
  readonly sales: readonly SaleRow[];
  /** Locks under which other leads of the same person are taken in. */
  readonly locks: (campaign: CampaignRules) => readonly bigint[];
}

/**
 * The settings and the counts under the locks of all who may get the lead now. Undefined where the campaign or the
 * contract is not there. Throws CONFLICT where the contract's buyer gave the lead back.
 */
export async function findGround(snapshots: Snapshots, finding: Finding): Promise<Ground | undefined> {
  const { tx, now, lead } = finding;
  for (let known: number | undefined; ;) {
    const snapshot = await snapshots.current(tx);
    const found = findCandidates(snapshot, finding);
    if (!found) return undefined;
    const inPlay = inPlayAgain(snapshot, lead, found.campaign, found.rules);
    if (known === snapshot.stamp) return { snapshot, book: await openBook(tx, inPlay, now), ...found };
    await lockBook(tx, inPlay, finding.locks(found.campaign));
    known = snapshot.stamp;
  }
}

type Asking = Pick<Finding, 'lead' | 'among' | 'sales'>;

/** Who may get the lead now, whatever was counted. Undefined where the campaign or the contract is not there. */
export function findCandidates(
  snapshot: RoutingSnapshot,
  asking: Asking,
): Pick<Ground, 'campaign' | 'offerId' | 'rules'> | undefined {
  const { lead } = asking;
  const campaign = campaignOfLead(snapshot, lead);
  const found = campaign && rulesFor(snapshot, campaign, asking);
  return found && { campaign, ...found };
}

/** What selling the lead again counts against. A campaign that counts it already does not count it twice. */
export function inPlayAgain(
  snapshot: RoutingSnapshot,
  lead: LeadRow,
  campaign: CampaignRules,
  rules: OfferRules | undefined,
): InPlay {
  const { campaigns } = inPlayOf(snapshot, [{ prepared: { campaign } }]);
  const turns = rules?.turns ?? 'none';
  return {
    contracts: rules?.counted ?? [],
    campaigns: lead.countedOn === null ? campaigns : [],
    offers: rules && turns !== 'none' ? [{ offerId: rules.offer.offerId, inTurn: turns === 'exact' }] : [],
    timeZone: snapshot.timeZone,
  };
}

type Found = Pick<Ground, 'offerId' | 'rules'>;

function rulesFor(snapshot: RoutingSnapshot, campaign: CampaignRules, asking: Asking): Found | undefined {
  const { lead, among, sales } = asking;
  // Whoever gave the lead back does not get it again.
  const gaveBack = new Set(sales.filter(({ status }) => status === 'returned').map(({ buyerId }) => buyerId));
  if (among.kind === 'contract') {
    const contract = snapshot.contracts.get(among.contractId);
    if (contract && gaveBack.has(contract.buyerId))
      throw new AppError('CONFLICT', 'This buyer gave the lead back, and does not get it again. Choose another one.');
    return ofOne(snapshot, lead.offerId, among);
  }
  const { offerId } = campaign;
  const rules = offerId === null ? undefined : snapshot.offers.get(offerId);
  const contracts = rules?.contracts.filter(
    ({ contractId, buyerId }) => !gaveBack.has(buyerId) && among.keeps(contractId, sales),
  );
  // An index of all of them finds those that were left out, too.
  return { offerId, rules: rules && contracts && { ...rules, contracts, matcher: undefined } };
}

/** The lead's own offer with nobody on it but the contract that a person chose. */
function ofOne(
  snapshot: RoutingSnapshot,
  offerId: string | null,
  { contractId, priceCents, skipFilters }: Extract<Among, { kind: 'contract' }>,
): Found | undefined {
  const contract = snapshot.contracts.get(contractId);
  const counted = contract && countedBy(contract, snapshot);
  if (!contract || !counted) return undefined;
  const own = offerId === null ? undefined : snapshot.offers.get(offerId);
  const offer: OfferTerms = { ...(own?.offer ?? ALONE), status: 'active' };
  const linked = own?.contracts.find((terms) => terms.contractId === contractId);
  const terms = linked ?? termsOf(contract, { pool: 'primary', priority: null, weight: null }, offer);
  const asked = {
    ...terms,
    // A person's choice is no fallback: it stands among the first.
    pool: 'primary' as const,
    priceCents: priceCents ?? terms.priceCents,
    ...(skipFilters ? { geo: null, demographic: null, custom: [] } : {}),
  };
  const { bidding } = contract.terms;
  return {
    offerId,
    rules: {
      offer,
      contracts: [asked],
      matcher: undefined,
      // A price that a person names is paid by itself, not by a pack.
      counted: [priceCents === undefined ? counted : { ...counted, packs: [] }],
      bounded: [contractId],
      turns: 'none',
      // Who bids for each lead has no price but the one that a person names.
      bidders: new Map(bidding && priceCents === undefined ? [[contractId, bidding.floorCents]] : []),
      margin: own?.margin ?? { margin: null, minMarginCents: null },
      history: planHistory([contract], own?.history.affinity ?? null),
    },
  };
}

/** How a lead is sold by hand that came when its campaign had no offer. */
const ALONE: OfferTerms = {
  offerId: '',
  status: 'active',
  distributionType: 'exclusive',
  rule: 'price',
  maxSales: null,
  fallbackRule: 'priority',
};
