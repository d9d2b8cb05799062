import { type Static, Type } from 'typebox';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import {
  defineRoute,
  idSchema,
  list,
  listAnswer,
  nullable,
  one,
  oneOf,
  pageOf,
  pageQuery,
  type Route,
  timestamp,
} from '../gate/index.ts';
import type { Vault } from '../vault/index.ts';
import { requireIndependent } from './approval-second.ts';
import {
  APPROVAL_ACTIONS,
  approvalDecide,
  approvalFind,
  approvalInsert,
  approvalList,
  type ApprovalRow,
} from './approval-store.ts';

export interface ApprovalRouteDeps {
  readonly vault: Vault;
}

const text = Type.String();
const closed = { additionalProperties: false } as const;
const terms = Type.Record(
  Type.String({ pattern: '^[A-Za-z]{1,40}$' }),
  Type.Union([Type.String({ pattern: '^[A-Za-z0-9:.+-]{1,64}$' }), Type.Number()]),
  { description: 'What exactly shall be done, such as the filters and the limit of an export: they bind.' },
);
const item = Type.Object({
  id: text,
  action: oneOf(APPROVAL_ACTIONS),
  subjectId: nullable(text),
  terms,
  reason: text,
  status: oneOf(['waiting', 'approved', 'declined', 'used', 'expired']),
  requestedBy: text,
  requestedAt: timestamp,
  expiresAt: timestamp,
  decidedBy: nullable(text),
  decidedAt: nullable(timestamp),
});
const body = Type.Object(
  {
    action: oneOf(APPROVAL_ACTIONS),
    subjectId: Type.Optional(nullable(idSchema)),
    terms: Type.Optional(terms),
    reason: Type.String({ minLength: 10, maxLength: 500, description: 'Why; the other person reads it.' }),
  },
  closed,
);
const head = { tag: 'approvals', peopleOnly: true } as const;
const PATH = '/api/v1/approvals';
const LIFETIME_MS = 24 * 3_600_000;

/** Second opinions: what is dangerous for many people's data is asked for by one person and approved by another. */
export const approvalRoutes = (deps: ApprovalRouteDeps): Route[] => [
  listRoute(deps),
  askRoute(deps),
  decideRoute(deps),
];

const place = (tenantId: string, recordId: string) => ({ tenantId, table: 'approvals', recordId, part: 'reason' });

function statusOf(row: ApprovalRow, now: Date): Static<typeof item>['status'] {
  if (row.usedAt) return 'used';
  if (row.decision === 'declined') return 'declined';
  if (row.expiresAt <= now) return 'expired';
  return row.decision ?? 'waiting';
}

async function show({ vault }: ApprovalRouteDeps, tenantId: string, row: ApprovalRow, now: Date) {
  const reason = await vault.openSecret(place(tenantId, row.id), row.sealedReason);
  return {
    id: row.id,
    action: row.action,
    subjectId: row.subjectId,
    terms: { ...row.terms },
    reason: reason.toString('utf8'),
    status: statusOf(row, now),
    requestedBy: row.requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

const prepare =
  ({ vault }: ApprovalRouteDeps) =>
  ({ tenantId }: { readonly tenantId: string }) =>
    vault.prepareSecrets(tenantId);

const listRoute = (deps: ApprovalRouteDeps): Route =>
  defineRoute({
    ...head,
    id: 'list_approvals',
    method: 'GET',
    path: PATH,
    summary: 'What was asked for, and what became of it, newest first.',
    permission: 'approvals:read',
    audit: { action: 'approval.list', entity: 'approval' },
    query: Type.Object(pageQuery, closed),
    response: list(item),
    prepare: prepare(deps),
    async handle({ tx, caller, now, query }) {
      const page = pageOf(query);
      const { rows, total } = await approvalList(tx, page);
      const shown = await Promise.all(rows.map((row) => show(deps, caller.tenantId, row, now)));
      return { answer: listAnswer(shown, total, page), touched: rows.map((row) => row.id) };
    },
  });

const askRoute = (deps: ApprovalRouteDeps): Route =>
  defineRoute({
    ...head,
    id: 'request_approval',
    method: 'POST',
    path: PATH,
    summary: 'Ask for something that takes two people. Another one decides within a day.',
    permission: 'approvals:decide',
    status: 201,
    audit: { action: 'approval.request', entity: 'approval' },
    body,
    response: one(item),
    prepare: prepare(deps),
    async handle({ tx, caller, now, body: wish }) {
      const id = newId(now.getTime());
      const sealedReason = await deps.vault.sealSecret(place(caller.tenantId, id), Buffer.from(wish.reason));
      const { action, subjectId = null, terms: asked = {} } = wish;
      const expiresAt = new Date(now.getTime() + LIFETIME_MS);
      await approvalInsert(tx, {
        id,
        action,
        subjectId,
        terms: asked,
        sealedReason,
        requestedBy: caller.actorId,
        requestedAt: now,
        expiresAt,
      });
      const row = await approvalFind(tx, id);
      if (!row) throw notFound();
      return { answer: { data: await show(deps, caller.tenantId, row, now) }, touched: [id], detail: { action } };
    },
  });

const decideRoute = (deps: ApprovalRouteDeps): Route =>
  defineRoute({
    ...head,
    id: 'decide_approval',
    method: 'POST',
    path: `${PATH}/:approvalId/decide`,
    summary: 'Approve or decline what somebody else asked for.',
    permission: 'approvals:decide',
    stepUp: true,
    audit: { action: 'approval.decide', entity: 'approval' },
    params: Type.Object({ approvalId: idSchema }),
    body: Type.Object({ decision: oneOf(['approved', 'declined']) }, closed),
    response: one(item),
    prepare: prepare(deps),
    async handle({ tx, caller, now, params: { approvalId }, body: { decision } }) {
      const known = await approvalFind(tx, approvalId);
      if (!known) throw notFound();
      if (decision === 'approved' && known.requestedBy === caller.actorId)
        throw new AppError('FORBIDDEN', 'Nobody approves an own request. Ask somebody else who may.');
      if (decision === 'approved') await requireIndependent(tx, caller.actorId, known);
      const row = await approvalDecide(tx, approvalId, { decision, by: caller.actorId, now });
      if (!row) throw new AppError('CONFLICT', 'This was decided already, or has expired. Ask for it again.');
      return {
        answer: { data: await show(deps, caller.tenantId, row, now) },
        touched: [approvalId],
        detail: { decision },
      };
    },
  });
