import { behindGlass, type Caller, type FieldView, loadFieldView, type Permission } from '../../core/access/index.ts';
import { defineRoute, type Route } from '../../core/gate/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { formatCents } from '../../kernel/money.ts';
import { saleListOfBuyer } from '../sales/index.ts';
import { answerReading } from './answer-reading.ts';
import { reasonText, wireStatus } from './answer-submit.ts';
import { distributionsRoute } from './distribution-routes.ts';
import { leadListRoutes } from './lead-list-routes.ts';
import { seenBySender } from './domain/forced-outcome.ts';
import { readFieldClasses } from './read-field-classes.ts';
import { requireLead, type Row, showOne } from './show-lead.ts';
import { leadDetail, leadDetailQuery, leadParams, leadStatusAnswer } from './wire.ts';

export interface LeadRouteDeps {
  readonly vault: Vault;
  readonly tenancy: Tenancy;
}

/** Reading leads: what comes depends on who asks. */
export const leadReadRoutes = (deps: LeadRouteDeps): Route[] => [
  ...leadListRoutes(deps),
  readRoute(deps, LEAD),
  readRoute(deps, PARTNER_LEAD),
  statusRoute(),
  distributionsRoute(deps),
];

interface ReadAt {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly permission: Permission;
  /** Shows what a partner may see, whoever asks. */
  readonly asPartner: boolean;
}

const LEAD: ReadAt = {
  id: 'get_lead',
  path: '/api/v1/leads/:leadId',
  summary: 'One lead with the fields that the caller may see.',
  permission: 'leads:read',
  asPartner: false,
};
const PARTNER_LEAD: ReadAt = {
  id: 'get_partner_lead',
  path: '/api/partner/leads/:leadId',
  summary: 'One lead as its partner sees it: what it earns, and nothing of buyers.',
  permission: 'partner:self',
  asPartner: true,
};

function readRoute({ vault, tenancy }: LeadRouteDeps, { asPartner, ...at }: ReadAt): Route {
  const audit = { action: 'lead.read', entity: 'lead' } as const;
  return defineRoute({
    ...at,
    method: 'GET',
    tag: 'leads',
    audit,
    params: leadParams,
    query: leadDetailQuery,
    response: leadDetail,
    async handleAlone(request) {
      const { caller, params, query } = request;
      return answerReading(tenancy, request, audit, {
        async read(tx) {
          const view = behindGlass(await loadFieldView(tx, caller), query.masked === 'true');
          const row = await findFor(tx, caller, params.leadId);
          return { view, row, classes: await classesFor(tx, view, row) };
        },
        async show({ row, ...how }) {
          const seer = asPartner ? { ...caller, role: 'partner' as const } : caller;
          const { lead, phiClasses } = await showOne({ vault, caller: seer, ...how }, row);
          return { answer: { data: lead }, entityIds: [lead.id], phiClasses };
        },
      });
    },
  });
}

function statusRoute(): Route {
  return defineRoute({
    id: 'get_lead_status',
    method: 'GET',
    path: '/api/v1/leads/:leadId/status',
    tag: 'leads',
    summary: 'How far a lead has come; open to the posting key that sent it.',
    permission: 'leads:status',
    audit: { action: 'lead.status', entity: 'lead' },
    params: leadParams,
    response: leadStatusAnswer,
    async handle({ tx, caller, params }) {
      const lead = await requireLead(tx, params.leadId);
      if (caller.role === 'posting' && lead.campaignId !== caller.campaignId) throw notFound();
      const seen = seenBySender(lead);
      const data = {
        id: lead.leadId,
        shortId: `L-${lead.number}`,
        status: wireStatus(seen.status),
        rejectionReason: reasonText(seen.reason),
        payout: seen.payoutCents === null ? null : formatCents(seen.payoutCents),
        createdAt: lead.receivedAt.toISOString(),
      };
      return { answer: { data }, touched: [lead.leadId] };
    },
  });
}

async function findFor(tx: TenantReader, caller: Caller, id: string): Promise<Row> {
  if (caller.role !== 'buyer') return requireLead(tx, id);
  const { buyerId } = caller;
  const [sale] = isId(id) && buyerId ? await saleListOfBuyer(tx, { limit: 1, buyerId, leadId: id }) : [];
  if (!sale) throw notFound();
  return sale;
}

/** The classes of a row's fields, where a rule binds the caller. A sale does not say of which vertical its lead is. */
const classesFor = async (tx: TenantReader, { hasRules }: FieldView, row: Row) =>
  hasRules ? readFieldClasses(tx, 'saleId' in row ? undefined : row) : undefined;
