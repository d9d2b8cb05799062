import type { Caller } from '../../core/access/index.ts';
import { defineRoute, listAnswer, pageOf, type Route, unknownReference } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { AppError, invalid, notFound } from '../../kernel/app-error.ts';
import { isId } from '../../kernel/ids.ts';
import { leadParams, requireLead } from '../intake/index.ts';
import { readCode } from '../outcomes/index.ts';
import { saleListOfLead, type SaleRow } from '../sales/index.ts';
import type { ActRouteDeps } from './create-acts.ts';
import type { Disposed } from './dispose-sale.ts';
import { dispositionList, dispositionsNow, type NamedDisposition } from './disposition-store.ts';
import {
  dispositionQuery,
  dispositionsAnswer,
  postbackAnswer,
  postbackQuery,
  statusAnswer,
  statusBody,
  statusesAnswer,
} from './disposition-wire.ts';
import { contextOf } from './take-lead.ts';

/** What a buyer says became of a lead that it bought. */
export const dispositionRoutes = (deps: ActRouteDeps): Route[] => [
  listRoute(),
  statusesRoute(),
  statusRoute(deps),
  postbackRoute(deps, 'handle_postback', 'GET'),
  postbackRoute(deps, 'handle_postback_post', 'POST'),
];

const listRoute = (): Route =>
  defineRoute({
    id: 'list_lead_dispositions',
    method: 'GET',
    path: '/api/v1/leads/:leadId/dispositions',
    tag: 'leads',
    summary: 'All that buyers said of a lead, newest first; a buyer sees its own words alone.',
    permission: 'dispositions:read',
    audit: { action: 'lead.dispositions', entity: 'lead' },
    params: leadParams,
    query: dispositionQuery,
    response: dispositionsAnswer,
    async handle({ tx, caller, params, query }) {
      const page = pageOf(query);
      const { leadId } = await requireSold(tx, caller, params.leadId);
      const { rows, total } = await dispositionList(tx, leadId, page);
      return {
        answer: listAnswer(
          rows.map((row) => show(row, caller)),
          total,
          page,
        ),
        touched: [leadId],
      };
    },
  });

const statusesRoute = (): Route =>
  defineRoute({
    id: 'get_lead_crm_statuses',
    method: 'GET',
    path: '/api/v1/leads/:leadId/crm-status',
    tag: 'leads',
    summary: 'Where a lead stands with each of its buyers: what was said last.',
    permission: 'dispositions:read',
    audit: { action: 'lead.dispositions', entity: 'lead' },
    params: leadParams,
    response: statusesAnswer,
    async handle({ tx, caller, params }) {
      const { leadId } = await requireSold(tx, caller, params.leadId);
      const rows = await dispositionsNow(tx, leadId);
      return { answer: { data: rows.map((row) => show(row, caller)) }, touched: [leadId] };
    },
  });

const statusRoute = ({ acts, tenancy }: ActRouteDeps): Route =>
  defineRoute({
    id: 'update_lead_crm_status',
    method: 'PUT',
    path: '/api/v1/leads/:leadId/crm-status',
    tag: 'leads',
    summary: 'Say where a lead stands with its buyer. A code that its contract takes for a return returns it.',
    permission: 'dispositions:write',
    audit: { action: 'lead.disposition', entity: 'lead' },
    params: leadParams,
    body: statusBody,
    response: statusAnswer,
    async handleAlone({ caller, origin, params, body }) {
      const { saleId } = await tenancy.readTenant(contextOf({ caller }), (tx) =>
        saleOf(tx, caller, params.leadId, body.buyerId),
      );
      const [status, substatus] = [codeOf(body.status), body.substatus ? codeOf(body.substatus) : null];
      const { row, isRepeat } = await acts.dispose({ caller, origin, saleId, status, substatus, source: 'status' });
      const { dispositionId: id, leadId, buyerId, returned: returnTriggered, at } = row;
      const kept = { id, saleId, leadId, buyerId, status: row.status, substatus: row.substatus };
      const data = { ...kept, returnTriggered, idempotent: isRepeat, createdAt: at.toISOString() };
      return { answer: { data }, audited: true };
    },
  });

/** What a postback without a disposition says: that the lead became what it was bought for. */
const CONVERTED = 'converted';

/** Both spellings of the contract: a GET that writes, and a POST without a body. */
const postbackRoute = ({ acts }: ActRouteDeps, id: string, method: 'GET' | 'POST'): Route =>
  defineRoute({
    id,
    method,
    path: '/api/v1/postback',
    tag: 'leads',
    summary: 'What a buyer says became of a sale, for systems that only call an address. Needs a key of the buyer.',
    permission: 'dispositions:write',
    onlyReads: false,
    keyInQuery: true,
    audit: { action: 'lead.disposition', entity: 'lead' },
    query: postbackQuery,
    response: postbackAnswer,
    async handleAlone({ caller, origin, query: { saleId, disposition = CONVERTED, dispoReason } }) {
      const [status, substatus] = [codeOf(disposition), dispoReason === undefined ? null : codeOf(dispoReason)];
      const done = await acts.dispose({ caller, origin, saleId, status, substatus, source: 'postback' });
      return { answer: { data: showPostback(done) }, audited: true };
    },
  });

const showPostback = ({ row, isRepeat, isKnown }: Disposed) => ({
  dispositionId: row.dispositionId,
  saleId: row.saleId,
  leadId: row.leadId,
  buyerId: row.buyerId,
  cpaTriggered: false as const,
  returnTriggered: row.returned,
  cpaReversed: false as const,
  unmapped: !isKnown,
  idempotent: isRepeat,
});

function codeOf(text: string): string {
  const code = readCode(text);
  if (code === undefined) throw new Error('a code came through its schema that is none');
  return code;
}

const show = (
  { dispositionId, at, returned, saidBy, codeId: _code, ...row }: NamedDisposition,
  { buyerId }: Caller,
) => ({
  id: dispositionId,
  ...row,
  saidBy: buyerId === undefined ? saidBy : null,
  returnTriggered: returned,
  createdAt: at.toISOString(),
});

/** A lead that the caller has to do with: its buyers see no more of it than their sale. */
async function requireSold(tx: TenantReader, { buyerId }: Caller, ref: string): Promise<{ readonly leadId: string }> {
  if (buyerId === undefined) return requireLead(tx, ref);
  const [sale] = isId(ref)
    ? (await saleListOfLead(tx, ref)).filter((one) => one.buyerId === buyerId && isHad(one))
    : [];
  if (!sale) throw notFound();
  return sale;
}

const isHad = ({ status }: SaleRow): boolean => status === 'settled' || status === 'returned';

/** The sale by which a buyer has a lead, or had it last. */
async function saleOf(tx: TenantReader, caller: Caller, ref: string, buyerId = caller.buyerId): Promise<SaleRow> {
  const { leadId } = await requireSold(tx, caller, ref);
  if (buyerId === undefined) {
    const message = 'Is needed: name the buyer whose word it is.';
    throw invalid([{ field: 'buyerId', rule: 'required', message }]);
  }
  if (caller.buyerId !== undefined && buyerId !== caller.buyerId) throw invalid([unknownReference('buyerId')]);
  const sales = (await saleListOfLead(tx, leadId)).filter((sale) => sale.buyerId === buyerId);
  const sale = sales.findLast(({ status }) => status === 'settled') ?? sales.findLast(isHad);
  if (sale) return sale;
  if (sales.length > 0) throw new AppError('CONFLICT', 'This buyer has not taken the lead. Wait for its answer.');
  throw invalid([unknownReference('buyerId')]);
}
