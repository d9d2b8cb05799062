import type { Caller } from '../../core/access/index.ts';
import type { Origin } from '../../core/audit/index.ts';
import type { RoutableContract } from '../contracts/index.ts';
import { neededConsent } from '../../core/consent/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { calendarDay } from '../../kernel/time.ts';
import { decide, type DecideInput, standingUnder } from '../routing/index.ts';
import { attemptFor, type NewAttempt, type NewSale, reserveFor } from '../sales/index.ts';
import type { DecisionRecord } from './decision-store.ts';
import { splitVerdicts, type VerdictDetails } from './split-verdicts.ts';
import { detailsPlace } from './open-details.ts';
import type { PreparedLead } from './prepare-lead.ts';
import type { OfferRules, RoutingSnapshot } from './load-snapshot.ts';
import type { NewLead, NewToken } from './store.ts';

/** Where a post came in: by a posting key, or from a page that tries the campaign. */
export type Endpoint = 'submit' | 'test-post';

/** A post on its way into the database. */
export interface Post {
  readonly prepared: PreparedLead;
  /** Of the settings that its body was read by. */
  readonly stamp: number;
  readonly caller: Caller;
  readonly origin: Origin;
  readonly endpoint: Endpoint;
  readonly startedAt: Date;
  /** Whether this process delivers at once; otherwise a job does. */
  readonly deliverHere: boolean;
}

/** What a routed lead writes, and what its delivery needs. */
export interface RoutedLead {
  readonly lead: NewLead;
  readonly tokens: readonly NewToken[];
  readonly decision: DecisionRecord;
  readonly sale: NewSale | undefined;
  readonly attempt: NewAttempt | undefined;
}

/** The deterministic seed of a lead's decision. */
const seedOf = (leadId: string): number => Number.parseInt(leadId.slice(-8), 16);

/** What a lead is routed with: the settings that are true in this transaction, and its time. */
export interface Routing {
  readonly vault: Vault;
  readonly tenantId: string;
  readonly snapshot: RoutingSnapshot;
  /** When contracts that rank alike won last, also in this group. */
  readonly lastWins: ReadonlyMap<string, Date>;
  readonly now: Date;
}

/** Decides, and prepares the rows of the first reservation. Pure but for the sealing of what the buyer may read. */
export function routeLead(routing: Routing, post: Post): RoutedLead {
  const { snapshot, now } = routing;
  const { prepared } = post;
  const { campaign, lease } = prepared;
  const leadId = lease.subjectId;
  const seed = seedOf(leadId);
  const verticalId = campaign.verticalId ?? '';
  const offerId = snapshot.campaigns.get(campaign.campaignId)?.offerId ?? null;
  const rules = offerId === null ? undefined : snapshot.offers.get(offerId);
  const decision = rules
    ? decide(inputOf(routing, prepared, rules))
    : { verdicts: [], ranking: [], reason: 'no_offer' as const };
  const { ranking } = decision;
  const { clear: verdicts, details } = splitVerdicts(decision.verdicts);
  const sealedDetails = sealDetails(routing, prepared, details);
  const contract = ranking[0] === undefined ? undefined : snapshot.contracts.get(ranking[0]);
  const sale = contract && !prepared.isTest ? firstSale(routing, prepared, contract) : undefined;
  const status = sale ? 'routing' : contract ? 'matched' : 'unsold';
  const reason = status === 'unsold' ? (decision.reason ?? 'no_matching_contracts') : null;
  const { campaignId, partnerId, regime } = campaign;
  const { isTest, clear, sealed } = prepared;
  const state = { status, reason, regime, isTest, ...clear, sealed } as const;
  const deliverNow = sale && contract && post.deliverHere;
  return {
    lead: {
      leadId,
      number: lease.number,
      campaignId,
      partnerId,
      verticalId,
      offerId,
      keyId: lease.key.keyId,
      ...state,
    },
    tokens: prepared.tokens.map((entry) => ({ ...entry, verticalId, leadId })),
    decision: { leadId, offerId, routingStamp: snapshot.stamp, seed, verdicts, sealedDetails, ranking },
    sale: sale && (post.deliverHere ? sale : { ...sale, resumeAt: now }),
    attempt: deliverNow ? attemptFor(sale, 1, contract.terms.delivery.timeoutMs, now) : undefined,
  };
}

function firstSale({ vault, tenantId }: Routing, prepared: PreparedLead, contract: RoutableContract): NewSale {
  const { lease, fields, campaign } = prepared;
  const { payoutCents } = campaign;
  return reserveFor(vault, {
    tenantId,
    leadId: lease.subjectId,
    key: lease.key,
    fields,
    contract,
    rank: 1,
    payoutCents,
  });
}

function sealDetails({ vault, tenantId }: Routing, { lease }: PreparedLead, details: VerdictDetails): Buffer | null {
  if (Object.keys(details).length === 0) return null;
  return vault.seal(lease.key, detailsPlace(tenantId, lease.subjectId), Buffer.from(JSON.stringify(details)));
}

/** What the decision depends on, with the consent and the agreements that the law of the vertical asks for. */
function inputOf({ snapshot, lastWins, now }: Routing, prepared: PreparedLead, rules: OfferRules): DecideInput {
  const { campaign } = prepared;
  const needed = neededConsent({
    regime: campaign.regime,
    state: prepared.clear.state,
    day: calendarDay(now, snapshot.timeZone),
  });
  const isPlain = needed !== 'named' && lastWins.size === 0;
  const contracts = isPlain
    ? rules.contracts
    : rules.contracts.map((contract) => ({
        ...contract,
        lastWonAt: lastWins.get(contract.contractId)?.getTime() ?? null,
        ...(needed === 'named' ? { consentScope: 'named' as const } : {}),
      }));
  return {
    lead: {
      verticalId: campaign.verticalId ?? '',
      fields: prepared.fields,
      // Signed authorisations are not kept yet: where one is needed, the consent covers nobody.
      acceptedBuyerIds: needed === 'signed' ? [] : prepared.acceptedBuyerIds,
    },
    offer: rules.offer,
    contracts,
    standing: standingUnder(
      campaign.regime,
      contracts.map((contract) => contract.buyerId),
    ),
    now,
    timeZone: snapshot.timeZone,
    seed: seedOf(prepared.lease.subjectId),
  };
}
