import type { Static } from 'typebox';
import { defineRoute, type Route } from '../../core/gate/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { leadParams, wireStatus } from '../intake/index.ts';
import { adjustRoute } from './adjust-routes.ts';
import { bulkRoute } from './bulk-routes.ts';
import type { ActRouteDeps } from './create-acts.ts';
import { dispositionRoutes } from './disposition-routes.ts';
import { noteRoutes } from './note-routes.ts';
import type { TakenBack } from './return-lead.ts';
import { pickOf } from './read-pick.ts';
import type { ActedOn } from './route-by-hand.ts';
import { actedAnswer, distributeBody, pickBody, returnBody, scrubBody, takenBackAnswer } from './wire.ts';

/** What people do with single leads by hand. */
export const actRoutes = (deps: ActRouteDeps): Route[] => [
  pickRoute(deps),
  distributeRoute(deps),
  returnRoute(deps),
  scrubRoute(deps),
  adjustRoute(deps),
  bulkRoute(deps),
  ...noteRoutes(deps),
  ...dispositionRoutes(deps),
];

const pickRoute = ({ acts }: ActRouteDeps): Route =>
  defineRoute({
    id: 'cherry_pick_lead',
    method: 'POST',
    path: '/api/v1/leads/:leadId/cherry-pick',
    tag: 'leads',
    summary: 'Sell a lead to a contract by hand. All is checked but the order; caps and credit always.',
    permission: 'leads:act',
    audit: { action: 'lead.cherry_pick', entity: 'lead' },
    params: leadParams,
    body: pickBody,
    response: actedAnswer,
    async handleAlone({ caller, origin, params, body }) {
      const done = await acts.route({ caller, origin, leadId: params.leadId }, pickOf(body));
      return { answer: { data: showActed(done) }, audited: true };
    },
  });

const distributeRoute = ({ acts }: ActRouteDeps): Route =>
  defineRoute({
    id: 'distribute_lead',
    method: 'POST',
    path: '/api/v1/leads/:leadId/distribute',
    tag: 'leads',
    summary: 'Route a lead again now, by the offer that its campaign has now, to all contracts or some.',
    permission: 'leads:act',
    audit: { action: 'lead.distribute', entity: 'lead' },
    params: leadParams,
    body: distributeBody,
    response: actedAnswer,
    async handleAlone({ caller, origin, params, body: { mode, contractIds = [] } }) {
      if (mode.endsWith('_specific') && contractIds.length === 0) {
        const message = 'Is needed for this mode. Name at least one contract.';
        throw invalid([{ field: 'contractIds', rule: 'required', message }]);
      }
      const wanted = { action: 'lead.distribute', mode, contractIds } as const;
      const done = await acts.route({ caller, origin, leadId: params.leadId }, wanted);
      return { answer: { data: showActed(done) }, audited: true };
    },
  });

const returnRoute = ({ acts }: ActRouteDeps): Route =>
  defineRoute({
    id: 'return_lead',
    method: 'POST',
    path: '/api/v1/leads/:leadId/return',
    tag: 'leads',
    summary: 'Return a sold lead: its money, caps and credit go back, once. A buyer within its window, staff any time.',
    permission: 'leads:return',
    audit: { action: 'lead.return', entity: 'lead' },
    params: leadParams,
    body: returnBody,
    response: takenBackAnswer,
    async handleAlone({ caller, origin, params, body: { reason, notes: note, saleId } }) {
      const act = { caller, origin, leadId: params.leadId, kind: 'return', reason, note, saleId } as const;
      return { answer: { data: showTaken(await acts.takeBack(act)) }, audited: true };
    },
  });

const scrubRoute = ({ acts }: ActRouteDeps): Route =>
  defineRoute({
    id: 'scrub_lead',
    method: 'POST',
    path: '/api/v1/leads/:leadId/scrub',
    tag: 'leads',
    summary: 'Take a lead back from all its buyers, for good: it is not sold any more.',
    permission: 'leads:act',
    audit: { action: 'lead.scrub', entity: 'lead' },
    params: leadParams,
    body: scrubBody,
    response: takenBackAnswer,
    async handleAlone({ caller, origin, params, body: { notes: note } }) {
      const act = { caller, origin, leadId: params.leadId, kind: 'scrub', reason: 'scrubbed', note } as const;
      return { answer: { data: showTaken(await acts.takeBack(act)) }, audited: true };
    },
  });

const money = (cents: number | null): string | null => (cents === null ? null : formatCents(cents));

const showActed = ({ lead, reserved, reason }: ActedOn): Static<typeof actedAnswer>['data'] => ({
  leadId: lead.leadId,
  shortId: `L-${lead.number}`,
  status: wireStatus(lead.status),
  reserved,
  reasonCode: reason?.code ?? null,
  reason: reason?.text ?? null,
  price: money(lead.priceCents),
  payout: money(lead.payoutCents),
});

const showTaken = ({ leadId, status, returned }: TakenBack): Static<typeof takenBackAnswer>['data'] => ({
  leadId,
  status: wireStatus(status),
  returned: returned.map(({ saleId, priceCents }) => ({ saleId, price: formatCents(priceCents) })),
});
