import { newId } from '../../kernel/ids.ts';
import type { TenantWriter } from '../tenancy/index.ts';

/**
 * What happened, to which rows, and with what outcome: opaque ids, names of fields, codes and counts. Never a person's
 * value.
 */
export interface AuditEvent {
  /** `lead.submit`, `contract.update`: the entity and the verb. */
  readonly action: string;
  readonly entity: string;
  /** The rows really touched or returned. */
  readonly entityIds: readonly string[];
  readonly outcome: 'done' | 'refused' | 'failed';
  /** Classes of personal data that were opened for the caller. */
  readonly phiClasses?: readonly string[];
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Whom Careroute acts for: a posting key, in a transaction of the system. */
export interface OnBehalfOf {
  readonly kind: string;
  readonly id: string;
  readonly partnerId?: string;
}

export interface AuditEntry {
  readonly event: AuditEvent;
  readonly origin: Origin;
  readonly onBehalfOf?: OnBehalfOf;
}

/** Where the request came from. */
export interface Origin {
  readonly requestId?: string;
  readonly address?: string;
}

const COLUMNS = `tenant_id, event_id, at, actor_kind, actor_id, buyer_id, partner_id, action, entity,
  entity_ids, outcome,
  phi_classes, request_id, address, detail`;

/**
 * Writes events into the trail, in the transaction of what they record: if this fails, so does the request
 * (45 CFR 164.312(b)). One statement for any number of events of one context.
 */
export async function recordAudit(tx: TenantWriter, at: Date, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { tenantId, actor } = tx.context;
  const rows = entries.map(({ event, origin, onBehalfOf }) => ({
    event_id: newId(at.getTime()),
    actor_kind: onBehalfOf?.kind ?? actor.kind,
    actor_id: onBehalfOf?.id ?? actor.id,
    partner_id: onBehalfOf?.partnerId ?? actor.partnerId ?? null,
    action: event.action,
    entity: event.entity,
    entity_ids: event.entityIds,
    outcome: event.outcome,
    phi_classes: event.phiClasses ?? [],
    request_id: origin.requestId ?? null,
    address: origin.address ?? null,
    detail: event.detail ?? {},
  }));
  await tx.run({
    name: 'audit-insert',
    text: `INSERT INTO audit_events (${COLUMNS})
      SELECT $1, r.event_id, $2, r.actor_kind, r.actor_id, $3, r.partner_id, r.action, r.entity, r.entity_ids,
        r.outcome,
        r.phi_classes, r.request_id, r.address, r.detail
      FROM json_to_recordset($4::json) AS r (event_id uuid, actor_kind text, actor_id uuid, partner_id uuid, action
        text,
        entity text, entity_ids uuid[], outcome text, phi_classes text[], request_id text, address inet, detail jsonb)`,
    values: [tenantId, at, actor.buyerId ?? null, JSON.stringify(rows)],
  });
}
