import type { Auction } from '../bidding/index.ts';
import {
  againstAgain,
  AUCTION_REFUSALS,
  type AuctionRefusal,
  createRunningBook,
  type RunningBook,
  takeNext,
} from '../routing/index.ts';
import { earningsOf } from '../sales/index.ts';
import { decideLead, earningOf } from './decide-lead.ts';
import type { ReplaySale, ReplaySide } from './domain/compare-replay.ts';
import type { FieldValue } from './domain/fields.ts';
import { buildSnapshot, type OfferRules, type RoutingSnapshot, type Settings } from './load-snapshot.ts';
import type { ReplayRow } from './replay-store.ts';
import { inPlayOf, planUnder } from './route-lead.ts';

/** One set of settings that leads are played by, with all that it has counted so far. */
export interface ReplayColumn {
  readonly offerId: string;
  readonly snapshot: RoutingSnapshot;
  readonly rules: OfferRules | undefined;
  readonly book: RunningBook;
}

/** A column for an offer, whose campaigns are all that send leads into it. What buyers owe is left out. */
export function beginColumn(settings: Settings, offerId: string): ReplayColumn {
  const snapshot = buildSnapshot({
    ...settings,
    campaigns: settings.campaigns.map((campaign) => ({ ...campaign, offerId })),
    contracts: settings.contracts.map((contract) => ({ ...contract, creditLimitCents: null })),
  });
  return { offerId, snapshot, rules: snapshot.offers.get(offerId), book: createRunningBook() };
}

/**
 * Plays one lead: decides upon it by the column's settings at the moment it came, and counts whom it goes to, as if
 * every buyer took it. What lists and earlier sales said of it then, and what was bid for it, is taken from its kept
 * verdicts. Undefined where its campaign is not there any more. Leads are to be played in the order in which they came.
 */
export function playLead(
  { offerId, snapshot, rules, book: running }: ReplayColumn,
  row: ReplayRow,
  fields: Readonly<Record<string, FieldValue>>,
): ReplaySide | undefined {
  const current = snapshot.campaigns.get(row.campaignId);
  if (!current) return undefined;
  // The law and the vertical under which the lead came bind it, whatever its campaign says by now.
  const campaign = { ...current, regime: row.regime, verticalId: row.verticalId };
  const book = running.begin(inPlayOf(snapshot, [{ prepared: { campaign } }]), row.receivedAt);
  const auction = auctionOf(snapshot, rules, row);
  const lead = {
    campaign,
    fields: { ...(row.state === null ? {} : { state: row.state }), ...fields },
    isTest: false,
    acceptedBuyerIds: row.acceptedBuyerIds ?? row.basis?.acceptedBuyerIds ?? undefined,
    clear: { state: row.state, zip3: null, birthYear: null },
    seed: row.number,
    auction,
  };
  const decided = decideLead(
    { snapshot, book, against: againstAgain({ verdicts: row.verdicts ?? [], basis: row.basis }), now: row.receivedAt },
    lead,
    rules,
  );
  const ranking = decided.verdicts.filter((verdict) => verdict.outcome === 'eligible');
  const taken = takeNext(book, offerId, { plan: planUnder(rules), ranking, tried: [] });
  if (taken.length > 0) book.takeCampaign(campaign.campaignId);
  running.end(book);
  const earning = earningOf(campaign, rules, auction);
  const sales = taken.map(({ candidate, sale: { priceCents } }, index): ReplaySale => {
    const { contractId, buyerId } = candidate;
    const { payoutCents, payoutPerSale } = earningsOf(earning, auction ? candidate.priceCents : priceCents);
    return { contractId, buyerId, priceCents, payoutCents: payoutPerSale || index === 0 ? payoutCents : 0 };
  });
  return {
    sales,
    reason: sales.length > 0 ? null : (decided.reason ?? 'cap_exceeded'),
    asked: new Map(
      decided.verdicts.map((verdict) => [verdict.contractId, verdict.outcome === 'eligible' ? null : verdict.reason]),
    ),
  };
}

/** What was bid then, for contracts that bid now: who was not asked, or gave no bid, gives none. */
function auctionOf(
  { contracts }: RoutingSnapshot,
  rules: OfferRules | undefined,
  { verdicts }: ReplayRow,
): Auction | undefined {
  if (!rules || rules.bidders.size === 0) return undefined;
  const priced = new Map<string, NonNullable<ReturnType<Auction['priced']['get']>>>();
  const refused = new Map<string, AuctionRefusal>();
  for (const verdict of verdicts ?? []) {
    const { contractId, priceCents } = verdict;
    const contract = rules.bidders.has(contractId) ? contracts.get(contractId) : undefined;
    if (!contract) continue;
    const code = verdict.outcome === 'refused' ? AUCTION_REFUSALS.find((one) => one === verdict.reason) : undefined;
    if (verdict.outcome === 'eligible') priced.set(contractId, { contract, priceCents, reference: null });
    else if (code) refused.set(contractId, code);
  }
  return { pingId: '', priced, refused };
}
