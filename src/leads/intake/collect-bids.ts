import type { Caller } from '../../core/access/index.ts';
import type { Origin } from '../../core/audit/index.ts';
import { newId } from '../../kernel/ids.ts';
import { invalid } from '../../kernel/app-error.ts';
import { systemContext } from '../../core/gate/index.ts';
import type { Auction, NewPing } from '../bidding/index.ts';
import { type Book, type InPlay, openBook } from '../routing/index.ts';
import { claimFind } from './claim-store.ts';
import { earningOf } from './decide-lead.ts';
import { tellableFields } from './domain/read-ping.ts';
import { type AuctionDeps, bidsOf, findQuote, type Held, holdAuction, inPlayFor, type Lot } from './hold-auction.ts';
import type { RoutingSnapshot } from './load-snapshot.ts';
import type { PreparedLead } from './prepare-lead.ts';

/** What was bid for a lead, or quoted, and what is to be written of that. */
export interface Auctioned {
  readonly auction: Auction | undefined;
  readonly ping: NewPing | undefined;
}

/** Nobody was asked for a bid. */
export const NO_AUCTION: Auctioned = { auction: undefined, ping: undefined };

interface Posted {
  readonly prepared: PreparedLead;
  readonly snapshot: RoutingSnapshot;
  readonly startedAt: Date;
}

/**
 * The quote that a lead was posted to, or else the bids of those who bid on its offer, who are asked now. An offer
 * without them asks nobody anything. Throws VALIDATION_ERROR for a ping that the campaign did not make.
 */
export async function auctionFor(
  deps: AuctionDeps,
  request: { readonly caller: Caller; readonly origin: Origin },
  posted: Posted,
): Promise<Auctioned> {
  const { prepared, snapshot } = posted;
  const { tenantId } = request.caller;
  const { campaignId } = prepared.campaign;
  if (prepared.pingId !== undefined) {
    const auction = await findQuote(deps, tenantId, { campaignId, pingId: prepared.pingId }, snapshot);
    if (!auction) throw unknownPing();
    return { auction, ping: undefined };
  }
  const rules = snapshot.offers.get(snapshot.campaigns.get(campaignId)?.offerId ?? '');
  if (!rules || rules.bidders.size === 0 || prepared.isTest) return NO_AUCTION;
  const { campaign, fields, acceptedBuyerIds, clear, lease } = prepared;
  const lead = { campaign, fields, acceptedBuyerIds, state: clear.state, seed: lease.number };
  const now = deps.clock.now();
  const inPlay = inPlayFor(snapshot, campaign, rules);
  const book = await openUnanswered(deps, tenantId, { claim: prepared.claim, inPlay, now });
  if (!book) return NO_AUCTION;
  const lot: Lot = { tenantId, pingId: newId(now.getTime()), snapshot, rules, lead, isTest: false, book, now };
  const held = await holdAuction(deps, lot);
  return {
    auction: held.auction,
    ping: loggedPing(held, lot, { requestId: request.origin.requestId ?? '', at: deps.clock.now() }),
  };
}

/** The ping as it is logged. Nobody may post to it: it has its lead. */
export function loggedPing(
  held: Held,
  { pingId, snapshot, rules, now, lead: { campaign, fields } }: Lot,
  { requestId, at }: { readonly requestId: string; readonly at: Date },
): NewPing {
  const bids = bidsOf(held, snapshot);
  return {
    pingId,
    kind: 'submit',
    campaignId: campaign.campaignId,
    partnerId: campaign.partnerId,
    offerId: rules.offer.offerId,
    isTest: false,
    outcome: bids.some(({ rank }) => rank !== null) ? 'quoted' : 'no_match',
    fields: Object.keys(tellableFields(fields, campaign.definitions, campaign.regime)),
    matches: [],
    payoutCents: null,
    asked: held.asked.length,
    claim: null,
    payloadHash: null,
    durationMs: at.getTime() - now.getTime(),
    requestId,
    at,
    expiresAt: at,
    leadId: null,
    bids,
    terms: earningOf(campaign, rules, undefined),
  };
}

/** The book, but not for a repeat: that gets the first answer, and nobody is asked for a bid again. */
async function openUnanswered(
  { tenancy }: Pick<AuctionDeps, 'tenancy'>,
  tenantId: string,
  { claim, inPlay, now }: { readonly claim: Buffer; readonly inPlay: InPlay; readonly now: Date },
): Promise<Book | undefined> {
  return tenancy.readTenant(systemContext(tenantId), async (tx) => {
    const found = await claimFind(tx, [claim]);
    return found.some(({ expiresAt }) => expiresAt > now) ? undefined : openBook(tx, inPlay, now);
  });
}

function unknownPing() {
  const message = 'Is no ping of this campaign. Send the pingId that the answer to a ping gave.';
  return invalid([{ field: 'pingId', rule: 'unknown_ping', message }]);
}
