import { type TenantReader, type TenantWriter, whereOf } from '../../core/tenancy/index.ts';
import type { KeptState } from './domain/session-state.ts';

export interface SessionRow {
  readonly sessionId: string;
  readonly openedBy: string;
  readonly campaignId: string;
  readonly partnerId: string;
  readonly currentStep: number;
  readonly totalSteps: number | null;
  readonly sealedData: Buffer | null;
  readonly version: number;
  readonly status: KeptState;
  readonly tries: number;
  readonly primaryLeadId: string | null;
  readonly refusal: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
}

const COLUMNS = `session_id AS "sessionId", opened_by AS "openedBy", campaign_id AS "campaignId",
  partner_id AS "partnerId", current_step AS "currentStep", total_steps AS "totalSteps", sealed_data AS "sealedData",
  version, status, tries, primary_lead_id AS "primaryLeadId", refusal, created_at AS "createdAt",
  updated_at AS "updatedAt", expires_at AS "expiresAt"`;

export type NewSession = Pick<
  SessionRow,
  'sessionId' | 'openedBy' | 'campaignId' | 'partnerId' | 'totalSteps' | 'expiresAt'
> & { readonly keyHash: Buffer; readonly sealedData: Buffer; readonly now: Date };

export async function sessionInsert(tx: TenantWriter, session: NewSession): Promise<void> {
  await tx.run({
    name: 'lead-session-insert',
    text: `INSERT INTO lead_sessions (tenant_id, session_id, key_hash, opened_by, campaign_id, partner_id, total_steps,
        sealed_data, created_at, updated_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`,
    values: [
      tx.context.tenantId,
      session.sessionId,
      session.keyHash,
      session.openedBy,
      session.campaignId,
      session.partnerId,
      session.totalSteps,
      session.sealedData,
      session.now,
      session.expiresAt,
    ],
  });
}

export async function sessionFindByKey(tx: TenantReader, keyHash: Buffer): Promise<SessionRow | undefined> {
  return tx.first({
    name: 'lead-session-by-key',
    text: `SELECT ${COLUMNS} FROM lead_sessions WHERE tenant_id = $1 AND key_hash = $2`,
    values: [tx.context.tenantId, keyHash],
  });
}

/** What a step of a session changes; the rest stays. */
export interface SessionChange {
  readonly sealedData?: Buffer | undefined;
  readonly status?: KeptState | undefined;
  readonly currentStep?: number | undefined;
  readonly isTry?: boolean;
}

/** Changes a session that is still as it was read; undefined where somebody else was faster, or its data is gone. */
export async function sessionChange(
  tx: TenantWriter,
  { sessionId, version }: SessionRow,
  change: SessionChange,
  now: Date,
): Promise<SessionRow | undefined> {
  return tx.first({
    name: 'lead-session-change',
    text: `UPDATE lead_sessions SET version = version + 1, updated_at = $4, sealed_data = coalesce($5, sealed_data),
        status = coalesce($6, status), current_step = coalesce($7::integer, current_step),
        tries = tries + $8::integer
      WHERE tenant_id = $1 AND session_id = $2 AND version = $3 AND sealed_data IS NOT NULL AND expires_at > $4
      RETURNING ${COLUMNS}`,
    values: [
      tx.context.tenantId,
      sessionId,
      version,
      now,
      change.sealedData ?? null,
      change.status ?? null,
      change.currentStep ?? null,
      change.isTry ? 1 : 0,
    ],
  });
}

/** Opens a session again whose data was refused, unless it was submitted anew meanwhile. */
export async function sessionReopen(tx: TenantWriter, { sessionId, tries }: SessionRow, now: Date): Promise<void> {
  await tx.run({
    text: `UPDATE lead_sessions SET status = 'active', version = version + 1, updated_at = $4
      WHERE tenant_id = $1 AND session_id = $2 AND status = 'submitting' AND tries = $3 RETURNING session_id`,
    values: [tx.context.tenantId, sessionId, tries, now],
  });
}

/** Keeps the answer of a session, the first one. */
export async function sessionSettle(
  tx: TenantWriter,
  sessionId: string,
  answer: { readonly leadId: string | null; readonly refusal: string | null; readonly now: Date },
): Promise<void> {
  await tx.run({
    text: `UPDATE lead_sessions SET status = 'submitted', primary_lead_id = $3, refusal = $4, updated_at = $5,
        version = version + 1
      WHERE tenant_id = $1 AND session_id = $2 AND status = 'submitting' RETURNING session_id`,
    values: [tx.context.tenantId, sessionId, answer.leadId, answer.refusal, answer.now],
  });
}

/** How many leads of a session there are beside its first. */
export async function coregCount(tx: TenantReader, sessionIds: readonly string[]): Promise<Map<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await tx.many<{ sessionId: string; count: number }>({
    text: `SELECT l.session_id AS "sessionId", count(*) AS count FROM leads AS l
      JOIN lead_sessions AS s ON s.tenant_id = l.tenant_id AND s.session_id = l.session_id
      WHERE l.tenant_id = $1 AND l.session_id = ANY($2::uuid[]) AND l.lead_id IS DISTINCT FROM s.primary_lead_id
      GROUP BY l.session_id`,
    values: [tx.context.tenantId, sessionIds],
  });
  return new Map(rows.map(({ sessionId, count }) => [sessionId, count]));
}

export interface SessionFilter {
  readonly status?: string | undefined;
  readonly campaignId?: string | undefined;
  readonly now: Date;
  readonly limit: number;
  readonly offset: number;
}

const STATE = `CASE WHEN status IN ('submitted', 'completed') THEN status WHEN expires_at <= ? THEN 'expired'
  ELSE 'active' END = ?`;

/** Sessions that the actor may see, newest first. */
export async function sessionList(
  tx: TenantReader,
  { status, campaignId, now, limit, offset }: SessionFilter,
): Promise<{ rows: SessionRow[]; total: number }> {
  const where = whereOf([
    ['tenant_id = ?', tx.context.tenantId],
    ['campaign_id = ?', campaignId],
    [STATE, now, status],
  ]);
  const { values } = where;
  const counted = await tx.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM lead_sessions WHERE ${where.text}`,
    values,
  });
  const rows = await tx.many<SessionRow>({
    text: `SELECT ${COLUMNS} FROM lead_sessions WHERE ${where.text}
      ORDER BY created_at DESC, session_id DESC LIMIT ${limit} OFFSET ${offset}`,
    values,
  });
  return { rows, total: counted?.total ?? 0 };
}
