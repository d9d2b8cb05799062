import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import { contractVersionFind, type RoutableContract } from '../contracts/index.ts';
import {
  type AskDeps,
  type Asked,
  askBidders,
  type Auction,
  buildAuction,
  type PingBid,
  pingBids,
  pingList,
  type Priced,
} from '../bidding/index.ts';
import type { Book, InPlay, Verdict } from '../routing/index.ts';
import { type Decidable, decideUnder } from './decide-lead.ts';
import { tellableFields } from './domain/read-ping.ts';
import type { CampaignRules, OfferRules, RoutingSnapshot } from './load-snapshot.ts';

export interface AuctionDeps extends AskDeps {
  readonly tenancy: Tenancy;
}

/** Whom to ask about what. */
export interface Lot {
  readonly tenantId: string;
  readonly pingId: string;
  readonly snapshot: RoutingSnapshot;
  readonly rules: OfferRules;
  readonly lead: Omit<Decidable, 'auction' | 'isUnasked' | 'against'>;
  /** Nobody is asked about a test: bidders stand for it at their floor. */
  readonly isTest: boolean;
  /** As it stands; what the auction takes from it is written nowhere. */
  readonly book: Book;
  readonly now: Date;
}

/** What buyers said, and how the lead stands with it. */
export interface Held {
  readonly auction: Auction;
  readonly asked: readonly Asked[];
  readonly verdicts: readonly Verdict[];
  readonly book: Book;
}

const NOBODY_AGAINST = { suppressed: new Set<string>(), duplicates: new Set<string>(), affinity: null };

/** All that selling for a campaign and its offer counts against. */
export function inPlayFor(
  snapshot: RoutingSnapshot,
  { campaignId, partnerId, caps }: CampaignRules,
  { counted, offer, turns }: OfferRules,
): InPlay {
  return {
    contracts: counted,
    campaigns: [{ campaignId, partnerId, caps: { leads: caps } }],
    offers: turns === 'none' ? [] : [{ offerId: offer.offerId, inTurn: turns === 'exact' }],
    timeZone: snapshot.timeZone,
  };
}

/**
 * Decides who might buy a lead, and asks those of them for their price who bid: outside of any transaction, so what is
 * found is only what holds now. Reserving asks again about all but the prices.
 */
export async function holdAuction(deps: AskDeps, lot: Lot): Promise<Held> {
  const { tenantId, pingId, snapshot, rules, lead, isTest, book, now } = lot;
  const deciding = { snapshot, book, now };
  const unasked = { ...lead, against: NOBODY_AGAINST, auction: undefined, isUnasked: true };
  const before = decideUnder(deciding, unasked, rules);
  const eligible = before.verdicts.flatMap(({ outcome, contractId }) =>
    outcome === 'eligible' && rules.bidders.has(contractId) ? (snapshot.contracts.get(contractId) ?? []) : [],
  );
  const { campaign } = lead;
  const question = {
    tenantId,
    pingId,
    vertical: campaign.verticalSlug,
    fields: tellableFields(lead.fields, campaign.definitions, campaign.regime),
    deadlineMs: campaign.pingDeadlineMs,
  };
  const asked = isTest ? [] : await askBidders(deps, question, eligible);
  const auction = buildAuction(pingId, asked);
  const after = isTest ? before : decideUnder(deciding, { ...unasked, auction, isUnasked: false }, rules);
  return { auction, asked, verdicts: after.verdicts, book };
}

/** What each contract said that was asked, or that might buy without being asked, for the ping log. */
export function bidsOf({ asked, verdicts }: Pick<Held, 'asked' | 'verdicts'>, snapshot: RoutingSnapshot): PingBid[] {
  const answers = new Map(asked.map((one) => [one.contract.contractId, one]));
  return verdicts.flatMap((verdict) => {
    const answer = answers.get(verdict.contractId);
    const isIn = verdict.outcome === 'eligible';
    if (!answer && !isIn) return [];
    const bid = answer?.verdict;
    const contract = answer?.contract ?? snapshot.contracts.get(verdict.contractId);
    return [
      {
        contractId: verdict.contractId,
        version: verdict.version,
        contractName: verdict.contractName,
        buyerId: verdict.buyerId,
        buyerName: verdict.buyerName,
        verdict: verdictOf(verdict, bid?.verdict),
        priceCents: bid === undefined ? verdict.priceCents : bid.verdict === 'bid' ? bid.priceCents : null,
        payoutCents: null,
        rank: isIn ? verdict.rank : null,
        reference: bid?.verdict === 'bid' ? bid.reference : null,
        durationMs: answer?.durationMs ?? null,
        disclosure: contract?.buyerDisclosure ?? null,
      },
    ];
  });
}

/** A bid that was read well may still leave too small a margin. */
function verdictOf(verdict: Verdict, said: string | undefined): string {
  if (said === undefined) return 'fixed';
  return said === 'bid' && verdict.outcome === 'refused' ? verdict.reason : said;
}

/**
 * The quote of a ping, with the versions of the contracts that it was made with; undefined for one that is not there,
 * or not of this campaign.
 */
export async function findQuote(
  deps: Pick<AuctionDeps, 'tenancy'>,
  tenantId: string,
  { campaignId, pingId }: { readonly campaignId: string; readonly pingId: string },
  snapshot: RoutingSnapshot,
): Promise<Auction | undefined> {
  return deps.tenancy.readTenant(systemContext(tenantId), async (tx) => {
    const [ping] = await pingList(tx, { pingId, campaignId, kind: 'ping', limit: 1 });
    const said = ping && (await pingBids(tx, pingId));
    if (!said) return undefined;
    const priced = new Map<string, Priced>();
    for (const { contractId, version, priceCents, rank, reference } of said.bids) {
      const contract = rank === null ? undefined : await contractAt(tx, snapshot.contracts.get(contractId), version);
      if (contract && priceCents !== null) priced.set(contractId, { contract, priceCents, reference });
    }
    const quote = { expiresAt: ping.expiresAt, earning: said.terms };
    return { pingId, priced, refused: new Map(), quote };
  });
}

/** A contract as it was when it bid: what it says since does not take its word back. */
async function contractAt(
  tx: TenantReader,
  current: RoutableContract | undefined,
  version: number,
): Promise<RoutableContract | undefined> {
  if (!current || current.version === version) return current;
  const then = await contractVersionFind(tx, current.contractId, version);
  return then && { ...current, version, terms: then.terms };
}
