import type { Origin } from '../../core/audit/index.ts';
import { buyersWithoutAgreement } from '../../core/agreements/index.ts';
import { neededConsent } from '../../core/consent/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { calendarDay } from '../../kernel/time.ts';
import { CLEAR_STANDING, decide, type DecideInput } from '../routing/index.ts';
import { attemptFor, type NewAttempt, type NewSale, reserveFor } from '../sales/index.ts';
import type { DecisionRecord } from './decision-store.ts';
import type { PreparedLead } from './prepare-lead.ts';
import type { OfferRules, RoutingSnapshot } from './load-snapshot.ts';
import type { NewLead, NewToken } from './store.ts';

/** A post on its way into the database. */
export interface Post {
  readonly prepared: PreparedLead;
  /** Of the settings that its body was read by. */
  readonly stamp: number;
  readonly caller: { readonly keyId: string; readonly partnerId: string };
  readonly origin: Origin;
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
export const seedOf = (leadId: string): number => Number.parseInt(leadId.slice(-8), 16);

/** Decides, and prepares the rows of the first reservation. Pure but for the sealing of what the buyer may read. */
export function routeLead(
  vault: Vault,
  tenantId: string,
  post: Post,
  snapshot: RoutingSnapshot,
  now: Date,
): RoutedLead {
  const { prepared } = post;
  const { campaign, lease } = prepared;
  const leadId = lease.subjectId;
  const seed = seedOf(leadId);
  const offerId = snapshot.campaigns.get(campaign.campaignId)?.offerId ?? null;
  const rules = offerId === null ? undefined : snapshot.offers.get(offerId);
  const decision = rules
    ? decide(inputOf(post, rules, snapshot, now, seed))
    : { verdicts: [], ranking: [], reason: 'no_offer' as const };
  const winner = decision.ranking[0];
  const contract = winner === undefined ? undefined : snapshot.contracts.get(winner);
  const sells = contract !== undefined && !prepared.isTest;
  const sale = sells
    ? reserveFor(vault, {
        tenantId,
        leadId,
        key: lease.key,
        fields: prepared.fields,
        contract,
        rank: 1,
        payoutCents: campaign.payoutCents,
      })
    : undefined;
  const status = sale ? 'routing' : contract ? 'matched' : 'unsold';
  return {
    lead: {
      leadId,
      number: lease.number,
      campaignId: campaign.campaignId,
      partnerId: campaign.partnerId,
      verticalId: campaign.verticalId ?? '',
      offerId,
      status,
      reason: status === 'unsold' ? (decision.reason ?? 'no_matching_contracts') : null,
      regime: campaign.regime,
      isTest: prepared.isTest,
      ...prepared.clear,
      keyId: lease.key.keyId,
      sealed: prepared.sealed,
    },
    tokens: prepared.tokens.map((entry) => ({ ...entry, verticalId: campaign.verticalId ?? '', leadId })),
    decision: {
      leadId,
      offerId,
      routingStamp: snapshot.stamp,
      seed,
      verdicts: decision.verdicts,
      ranking: decision.ranking,
    },
    sale: sale && (post.deliverHere ? sale : { ...sale, resumeAt: now }),
    attempt:
      sale && contract && post.deliverHere ? attemptFor(sale, 1, contract.terms.delivery.timeoutMs, now) : undefined,
  };
}

/** What the decision depends on, with the consent and the agreements that the law of the vertical asks for. */
function inputOf(
  { prepared }: Post,
  rules: OfferRules,
  snapshot: RoutingSnapshot,
  now: Date,
  seed: number,
): DecideInput {
  const { campaign } = prepared;
  const needed = neededConsent({
    regime: campaign.regime,
    state: prepared.clear.state,
    day: calendarDay(now, snapshot.timeZone),
  });
  const contracts =
    needed === 'named'
      ? rules.contracts.map((contract) => ({ ...contract, consentScope: 'named' as const }))
      : rules.contracts;
  return {
    lead: {
      verticalId: campaign.verticalId ?? '',
      fields: prepared.fields,
      // Signed authorisations are not kept yet: where one is needed, the consent covers nobody.
      acceptedBuyerIds: needed === 'signed' ? [] : prepared.acceptedBuyerIds,
    },
    offer: rules.offer,
    contracts,
    standing: {
      ...CLEAR_STANDING,
      withoutAgreement: buyersWithoutAgreement(
        campaign.regime,
        contracts.map((contract) => contract.buyerId),
      ),
    },
    now,
    timeZone: snapshot.timeZone,
    seed,
  };
}
