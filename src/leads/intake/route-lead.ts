import type { Caller } from '../../core/access/index.ts';
import type { Origin } from '../../core/audit/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import type { Book, InPlay, OfferTerms, Plan } from '../routing/index.ts';
import type { Auction, NewPing } from '../bidding/index.ts';
import type { MadeCheck } from '../checks/index.ts';
import { attemptFor, type EarningTerms, earningsOf, type NewAttempt, type NewSale } from '../sales/index.ts';
import { type Decided, decideLead, earningOf } from './decide-lead.ts';
import type { DecisionRecord } from './decision-store.ts';
import type { KeptTestResult } from './domain/forced-outcome.ts';
import { splitVerdicts, type VerdictDetails } from './split-verdicts.ts';
import { detailsPlace } from './open-details.ts';
import type { PreparedLead } from './prepare-lead.ts';
import type { OfferRules, RoutingSnapshot } from './load-snapshot.ts';
import { type Reservable, reserveFirst } from './reserve-first.ts';
import type { Against } from './screen-group.ts';
import type { NewLead, NewToken } from './store.ts';

/**
 * Where a post came in: by a posting key, which may have pinged before, from a page that tries the
 * campaign, from a session, or from a file.
 */
export type Endpoint =
  'submit' | 'create' | 'ping' | 'post' | 'test-post' | 'session' | 'session-submit' | 'coreg' | 'import';

/** Where a lead comes from that is one of several. */
export interface Lineage {
  readonly sessionId: string;
  /** The lead that it is a companion of. */
  readonly parentLeadId: string | null;
}

/** A post on its way into the database. */
export interface Post {
  readonly prepared: PreparedLead;
  /** Of the settings that its body was read by. */
  readonly stamp: number;
  readonly caller: Caller;
  readonly origin: Origin;
  readonly endpoint: Endpoint;
  readonly lineage: Lineage | undefined;
  /** What was bid for it, or quoted. */
  readonly auction: Auction | undefined;
  /** To be written: who was asked for bids for it. */
  readonly ping: NewPing | undefined;
  /** What outside services were asked about it; empty where its campaign asks nobody. */
  readonly checks: readonly MadeCheck[];
  readonly startedAt: Date;
  /** Whether this process delivers at once; otherwise a job does. */
  readonly deliverHere: boolean;
}

/** What a routed lead writes, and what its deliveries need. */
export interface RoutedLead {
  readonly lead: NewLead;
  readonly tokens: readonly NewToken[];
  readonly decision: DecisionRecord;
  readonly sales: readonly NewSale[];
  /** Of the sales that this process delivers at once. */
  readonly attempts: readonly NewAttempt[];
}

/** What a lead is routed with: the settings and the counts that are true in this transaction, and its time. */
export interface Routing {
  readonly vault: Pick<Vault, 'seal'>;
  readonly tenantId: string;
  readonly snapshot: RoutingSnapshot;
  readonly book: Book;
  /** Buyers and contracts that may not have this lead. */
  readonly against: Against;
  readonly now: Date;
}

/** A campaign without an offer sells to nobody. */
const NO_PLAN: Plan = { distributionType: 'exclusive', maxSales: null, fallbackRule: 'priority' };

/** The offers that the posts go to, with all that selling there counts against. */
export function inPlayOf(
  snapshot: RoutingSnapshot,
  posts: readonly { readonly prepared: Pick<PreparedLead, 'campaign'> }[],
): InPlay {
  const campaigns = new Map(
    posts.flatMap(({ prepared }) => {
      const campaign = snapshot.campaigns.get(prepared.campaign.campaignId);
      return campaign ? [[campaign.campaignId, campaign] as const] : [];
    }),
  );
  const offers = new Set([...campaigns.values()].flatMap(({ offerId }) => offerId ?? []));
  const rules = [...offers].flatMap((offerId) => snapshot.offers.get(offerId) ?? []);
  return {
    contracts: rules.flatMap(({ counted }) => counted),
    campaigns: [...campaigns.values()].map(({ campaignId, partnerId, caps }) => ({
      campaignId,
      partnerId,
      caps: { leads: caps },
    })),
    offers: rules.flatMap(({ offer: { offerId }, turns }) =>
      turns === 'none' ? [] : [{ offerId, inTurn: turns === 'exact' }],
    ),
    timeZone: snapshot.timeZone,
  };
}

/** Decides, and prepares the rows of the first reservations. Pure but for the sealing of what buyers may read. */
export function routeLead(routing: Routing, post: Post): RoutedLead {
  const { snapshot, now } = routing;
  const { prepared } = post;
  const { campaign, lease } = prepared;
  const leadId = lease.subjectId;
  const offerId = snapshot.campaigns.get(campaign.campaignId)?.offerId ?? null;
  const rules = offerId === null ? undefined : snapshot.offers.get(offerId);
  const decision = decideLead(routing, { ...prepared, seed: lease.number, auction: post.auction }, rules);
  const earning = earningOf(campaign, rules, post.auction);
  const plan = planUnder(rules);
  const { clear: verdicts, details } = splitVerdicts(decision.verdicts);
  const reserved = prepared.isTest ? [] : reserveFirst(routing, reservable(post), { offerId, plan, decision, earning });
  const sales = reserved.map(({ sale }) => sale);
  const attempts = reserved.flatMap(({ sale, contract }) =>
    sale.resumeAt ? [] : [attemptFor(sale, 1, contract.terms.delivery.timeoutMs, now)],
  );
  const { campaignId, partnerId, regime } = campaign;
  const verticalId = campaign.verticalId ?? '';
  const countedOn = sales.length > 0 ? (routing.book.takeCampaign(campaignId) ?? null) : null;
  const ids = { leadId, campaignId, partnerId, verticalId, offerId, keyId: lease.key.keyId };
  return {
    lead: {
      ...ids,
      ...beginningOf(decision, sales, now),
      number: lease.number,
      regime,
      ...keptOf(prepared),
      sessionId: post.lineage?.sessionId ?? null,
      parentLeadId: post.lineage?.parentLeadId ?? null,
      ...forcedOf(prepared, decision, earning),
      countedOn,
    },
    tokens: prepared.tokens.map((entry) => ({ ...entry, verticalId, leadId })),
    decision: {
      leadId,
      round: 1,
      offerId,
      routingStamp: snapshot.stamp,
      seed: lease.number,
      verdicts,
      sealedDetails: sealDetails(routing, lease, details),
      ranking: decision.ranking,
      plan: { ...plan, ...earning },
      basis: decision.basis,
    },
    sales,
    attempts,
  };
}

/** What is kept of a lead as it was read. */
const keptOf = ({ isTest, clear, sealed, acceptedBuyerIds }: PreparedLead) => ({
  isTest,
  ...clear,
  sealed,
  acceptedBuyerIds: acceptedBuyerIds ?? null,
});

/** The outcome that a test asked for; a share is that of the price which the lead would have brought. */
function forcedOf(
  { testResult }: PreparedLead,
  { verdicts }: Decided,
  earning: EarningTerms,
): { testResult: KeptTestResult | null; testPayoutCents: number | null } {
  if (testResult === undefined || testResult === 'duplicate') return { testResult: null, testPayoutCents: null };
  if (testResult !== 'sold') return { testResult, testPayoutCents: null };
  const best = verdicts.find((verdict) => verdict.outcome === 'eligible');
  return { testResult, testPayoutCents: earningsOf(earning, best?.priceCents ?? 0).payoutCents };
}

/** How often a lead is sold by these rules. */
export const planUnder = (rules: OfferRules | undefined): Plan => (rules ? planOf(rules.offer) : NO_PLAN);

/** What of an offer a lead's later reservations go by. */
const planOf = ({ distributionType, maxSales, fallbackRule }: OfferTerms): Plan => ({
  distributionType,
  maxSales,
  fallbackRule,
});

/** Where a lead stands when it has been decided upon. */
function beginningOf(
  { ranking, reason }: Decided,
  sales: readonly NewSale[],
  now: Date,
): { readonly status: 'routing' | 'pending' | 'matched' | 'unsold'; readonly reason: string | null } {
  if (sales.length > 0) {
    const isHeld = sales.every(({ resumeAt }) => resumeAt !== undefined && resumeAt > now);
    return isHeld ? { status: 'pending', reason: 'held' } : { status: 'routing', reason: null };
  }
  return ranking.length > 0
    ? { status: 'matched', reason: null }
    : { status: 'unsold', reason: reason ?? 'no_matching_contracts' };
}

const reservable = ({ prepared: { lease, fields }, deliverHere, auction }: Post): Reservable => ({
  leadId: lease.subjectId,
  key: lease.key,
  fields,
  auction,
  deliverHere,
  tried: [],
  rankFrom: 1,
  round: 1,
  picked: false,
});

/** Seals what tells of the lead's values, under the lead's own key. */
export function sealDetails(
  { vault, tenantId }: Pick<Routing, 'vault' | 'tenantId'>,
  { subjectId, key }: Pick<PreparedLead['lease'], 'subjectId' | 'key'>,
  details: VerdictDetails,
): Buffer | null {
  if (Object.keys(details).length === 0) return null;
  return vault.seal(key, detailsPlace(tenantId, subjectId), Buffer.from(JSON.stringify(details)));
}
