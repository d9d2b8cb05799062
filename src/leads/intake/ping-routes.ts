import { defineRoute, systemContext, type Route } from '../../core/gate/index.ts';
import type { Tenancy } from '../../core/tenancy/index.ts';
import { formatCents } from '../../kernel/money.ts';
import { isLive, saleListOfLead } from '../sales/index.ts';
import { reasonText, wireStatus } from './answer-submit.ts';
import { idempotencyKeyOf, requireRoom } from './check-post.ts';
import { logRefusedPost } from './log-refused-post.ts';
import type { PingAnswer, PingLead } from './ping-lead.ts';
import { pingAnswer, pingBody, postAnswer, postBody } from './ping-wire.ts';
import type { SubmitAnswer, SubmitDeps, SubmitLead } from './submit-lead.ts';

export interface PingRouteDeps extends Pick<SubmitDeps, 'clock'> {
  readonly tenancy: Tenancy;
  readonly pingLead: PingLead;
  readonly submitLead: SubmitLead;
  readonly hasRoom: () => boolean;
}

/** What a lead would bring, and its sale at what was said. */
export const pingRoutes = (deps: PingRouteDeps): Route[] => [pingRoute(deps), postRoute(deps)];

const pingRoute = (deps: PingRouteDeps): Route =>
  defineRoute({
    id: 'ping_lead',
    method: 'POST',
    path: '/api/v1/leads/ping',
    tag: 'leads',
    summary: 'Ask what a lead would bring, by fields that tell nobody who it is. The quote is good until it expires.',
    permission: 'leads:submit',
    audit: { action: 'lead.ping', entity: 'ping' },
    body: pingBody,
    response: pingAnswer,
    onRefused: (refusal) => logRefusedPost(deps, refusal, 'ping'),
    async handleAlone({ caller, origin, body, headers }) {
      requireRoom(deps.hasRoom());
      const answer = await deps.pingLead({ caller, origin, body, idempotencyKey: idempotencyKeyOf(headers) });
      return { answer: { data: showPing(answer) }, audited: true };
    },
  });

const postRoute = (deps: PingRouteDeps): Route =>
  defineRoute({
    id: 'post_lead',
    method: 'POST',
    path: '/api/v1/leads/post',
    tag: 'leads',
    summary: 'Sell a lead at the quote of a ping: to buyers of the quote only, and at its prices.',
    permission: 'leads:submit',
    audit: { action: 'lead.submit', entity: 'lead' },
    body: postBody,
    response: postAnswer,
    onRefused: (refusal) => logRefusedPost(deps, refusal, 'post'),
    async handleAlone({ caller, origin, body, headers }) {
      requireRoom(deps.hasRoom());
      const request = { caller, origin, body, endpoint: 'post', idempotencyKey: idempotencyKeyOf(headers) } as const;
      const answer = await deps.submitLead(request);
      return {
        answer: { data: await showPost(deps, caller.tenantId, { answer, pingId: body.pingId }) },
        audited: true,
      };
    },
  });

/** A match names its buyer where the consent has to, or where the buyer has words for the person to agree to. */
function showPing({ ping, bids, snapshot, isNamed }: PingAnswer) {
  const matches = ping.matches.map(({ rank, payoutCents }, index) => {
    const bid = bids[index];
    const legalName = bid && (snapshot.contracts.get(bid.contractId)?.buyerLegalName ?? bid.buyerName);
    const isShown = bid && (isNamed || bid.disclosure !== null);
    return {
      rank,
      price: formatCents(payoutCents),
      ...(isShown ? { buyerId: bid.buyerId, buyerName: legalName ?? null, disclosure: bid.disclosure } : {}),
    };
  });
  return {
    pingId: ping.pingId,
    expiresAt: ping.expiresAt.toISOString(),
    price: ping.payoutCents === null ? null : formatCents(ping.payoutCents),
    matchCount: matches.length,
    matches,
  };
}

async function showPost(
  { tenancy }: Pick<PingRouteDeps, 'tenancy'>,
  tenantId: string,
  { answer, pingId }: { readonly answer: SubmitAnswer; readonly pingId: string },
) {
  if (answer.kind === 'refused')
    return {
      leadId: null,
      pingId,
      status: 'rejected',
      rejectionReason: reasonText(answer.reason),
      payout: '0.00',
      matchCount: 0,
      warnings: [...answer.warnings],
    };
  if (answer.kind === 'validated') return showValidated(pingId, answer);
  const { lead } = answer;
  const status = wireStatus(lead.status);
  const sales = await tenancy.readTenant(systemContext(tenantId), (tx) => saleListOfLead(tx, lead.leadId));
  return {
    leadId: lead.leadId,
    pingId,
    status: status === 'matched' ? 'sold' : status,
    ...(status === 'rejected' ? { rejectionReason: reasonText(lead.reason) } : {}),
    payout: formatCents(status === 'sold' ? (lead.payoutCents ?? 0) : 0),
    matchCount: sales.filter(isLive).length,
    warnings: [...answer.warnings],
  };
}

/** What would become of a post that was only judged: the quote stays unused, and nothing is kept. */
function showValidated(pingId: string, answer: Extract<SubmitAnswer, { readonly kind: 'validated' }>) {
  const isRejected = answer.result === 'rejected' || answer.result === 'duplicate';
  return {
    leadId: null,
    pingId,
    status: isRejected ? 'rejected' : answer.result,
    ...(isRejected ? { rejectionReason: reasonText(answer.reason) } : {}),
    payout: '0.00',
    matchCount: 0,
    warnings: [...answer.warnings],
  };
}
