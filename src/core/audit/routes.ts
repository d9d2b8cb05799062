import type { Static } from 'typebox';
import { notFound } from '../../kernel/app-error.ts';
import { defineRoute, listAnswer, pageOf, readDates, type Route } from '../gate/index.ts';
import { auditFind, auditList, type AuditRow } from './store.ts';
import { auditAnswer, type auditItem, auditListAnswer, auditParams, auditQuery } from './wire.ts';

const show = (row: AuditRow): Static<typeof auditItem> => ({
  id: row.id,
  createdAt: row.at.toISOString(),
  action: row.action,
  entityType: row.entity,
  entityId: row.entityIds[0] ?? null,
  entityIds: row.entityIds,
  outcome: row.outcome,
  actorKind: row.actorKind,
  userId: row.actorId,
  buyerId: row.buyerId,
  partnerId: row.partnerId,
  phiClasses: row.phiClasses,
  requestId: row.requestId,
  ipAddress: row.address,
  details: { ...row.detail },
});

/** Reading the audit trail, which is itself recorded (45 CFR 164.312(b): record and examine). */
export function auditRoutes(): Route[] {
  return [
    defineRoute({
      id: 'list_audit_logs',
      method: 'GET',
      path: '/api/v1/audit-logs',
      tag: 'audit-logs',
      summary: 'Events of the audit trail, newest first.',
      permission: 'audit:read',
      audit: { action: 'audit.list', entity: 'audit_event' },
      query: auditQuery,
      response: auditListAnswer,
      async handle({ tx, query }) {
        const page = pageOf({
          ...(query.limit ? { limit: query.limit } : {}),
          ...(query.offset ? { offset: query.offset } : {}),
        });
        const { entityType: entity, entityId, action, userId: actorId } = query;
        const { rows, total } = await auditList(tx, {
          entity,
          entityId,
          action,
          actorId,
          ...readDates(query),
          ...page,
        });
        return { answer: listAnswer(rows.map(show), total, page), touched: rows.map((row) => row.id) };
      },
    }),
    defineRoute({
      id: 'get_audit_log',
      method: 'GET',
      path: '/api/v1/audit-logs/:id',
      tag: 'audit-logs',
      summary: 'One event of the audit trail.',
      permission: 'audit:read',
      audit: { action: 'audit.read', entity: 'audit_event' },
      params: auditParams,
      response: auditAnswer,
      async handle({ tx, params }) {
        const row = await auditFind(tx, params.id);
        if (!row) throw notFound();
        return { answer: { data: show(row) }, touched: [row.id] };
      },
    }),
  ];
}
