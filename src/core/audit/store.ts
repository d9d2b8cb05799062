import type { TenantReader } from '../tenancy/index.ts';

/** An event of the trail as it stands there. */
export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly buyerId: string | null;
  readonly partnerId: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityIds: string[];
  readonly outcome: string;
  readonly phiClasses: string[];
  readonly requestId: string | null;
  readonly address: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  readonly entity?: string | undefined;
  readonly entityId?: string | undefined;
  readonly action?: string | undefined;
  readonly actorId?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly limit: number;
  readonly offset: number;
}

const COLUMNS = `event_id AS id, at, actor_kind AS "actorKind", actor_id AS "actorId", buyer_id AS "buyerId",
  partner_id AS "partnerId", action, entity, entity_ids AS "entityIds", outcome, phi_classes AS "phiClasses",
  request_id AS "requestId", host(address) AS address, detail`;

/** Events of the trail, newest first. */
export async function auditList(tx: TenantReader, filter: AuditFilter): Promise<{ rows: AuditRow[]; total: number }> {
  const where = `tenant_id = $1 AND ($2::text IS NULL OR entity = $2) AND ($3::uuid IS NULL OR $3 = ANY(entity_ids))
    AND ($4::text IS NULL OR action = $4) AND ($5::uuid IS NULL OR actor_id = $5)
    AND ($6::timestamptz IS NULL OR at >= $6) AND ($7::timestamptz IS NULL OR at < $7)`;
  const values = [
    tx.context.tenantId,
    filter.entity ?? null,
    filter.entityId ?? null,
    filter.action ?? null,
    filter.actorId ?? null,
    filter.from ?? null,
    filter.to ?? null,
  ];
  const counted = await tx.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM audit_events WHERE ${where}`,
    values,
  });
  const rows = await tx.many<AuditRow>({
    text: `SELECT ${COLUMNS} FROM audit_events WHERE ${where} ORDER BY at DESC, event_id DESC LIMIT $8 OFFSET $9`,
    values: [...values, filter.limit, filter.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

/** One event; undefined for a missing one and for another tenant's. */
export async function auditFind(tx: TenantReader, eventId: string): Promise<AuditRow | undefined> {
  return tx.first({
    text: `SELECT ${COLUMNS} FROM audit_events WHERE tenant_id = $1 AND event_id = $2`,
    values: [tx.context.tenantId, eventId],
  });
}
