import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

export type AttemptOutcome = 'accepted' | 'rejected' | 'duplicate' | 'failed' | 'uncertain';

/** An attempt to be written before a byte leaves. */
export interface NewAttempt {
  readonly attemptId: string;
  readonly saleId: string;
  readonly buyerId: string;
  readonly number: number;
  /** Until when this process answers for it. */
  readonly leaseUntil: Date;
}

export interface AttemptRow {
  readonly attemptId: string;
  readonly saleId: string;
  readonly number: number;
  readonly startedAt: Date;
  readonly leaseUntil: Date;
  readonly finishedAt: Date | null;
  readonly outcome: AttemptOutcome | null;
  readonly reason: string | null;
  readonly httpStatus: number | null;
  readonly durationMs: number | null;
}

const COLUMNS = `attempt_id AS "attemptId", sale_id AS "saleId", number, started_at AS "startedAt", lease_until AS
  "leaseUntil",
  finished_at AS "finishedAt", outcome, reason, http_status AS "httpStatus", duration_ms AS "durationMs"`;

export async function attemptInsert(tx: TenantWriter, at: Date, attempts: readonly NewAttempt[]): Promise<void> {
  if (attempts.length === 0) return;
  await tx.run({
    name: 'attempt-insert',
    text: `INSERT INTO delivery_attempts (tenant_id, attempt_id, sale_id, buyer_id, number, started_at, lease_until)
      SELECT $1, r.attempt_id, r.sale_id, r.buyer_id, r.number, $2, r.lease_until
      FROM json_to_recordset($3::json) AS r (attempt_id uuid, sale_id uuid, buyer_id uuid, number smallint, lease_until
        timestamptz)`,
    values: [
      tx.context.tenantId,
      at,
      JSON.stringify(
        attempts.map((attempt) => ({
          attempt_id: attempt.attemptId,
          sale_id: attempt.saleId,
          buyer_id: attempt.buyerId,
          number: attempt.number,
          lease_until: attempt.leaseUntil,
        })),
      ),
    ],
  });
}

export interface AttemptResult {
  readonly outcome: AttemptOutcome;
  readonly reason: string;
  readonly httpStatus: number | undefined;
  readonly durationMs: number | undefined;
  readonly sealedResponse: Buffer | undefined;
}

/** Why an attempt was given up whose process was believed to be gone. */
export const PROCESS_LOST = 'process_lost';

/** Writes the outcome of an attempt that has none; false if somebody else did. */
export function attemptFinish(tx: TenantWriter, attemptId: string, at: Date, result: AttemptResult): Promise<boolean> {
  return write(tx, { name: 'attempt-finish', may: 'outcome IS NULL' }, { attemptId, at, result });
}

/**
 * Puts what a buyer says in the place of a `process_lost`: that process was only slow. False if there is nothing to
 * correct. A refusal counts only while nothing was sent again.
 */
export function attemptCorrect(tx: TenantWriter, attemptId: string, at: Date, result: AttemptResult): Promise<boolean> {
  const may = `outcome = 'uncertain' AND reason = '${PROCESS_LOST}' AND ($4 = 'accepted'
    OR ($4 = 'rejected' AND NOT EXISTS (SELECT FROM delivery_attempts AS later
      WHERE later.tenant_id = $1 AND later.sale_id = a.sale_id AND later.number > a.number)))`;
  return write(tx, { name: 'attempt-correct', may }, { attemptId, at, result });
}

async function write(
  tx: TenantWriter,
  { name, may }: { readonly name: string; readonly may: string },
  { attemptId, at, result }: { readonly attemptId: string; readonly at: Date; readonly result: AttemptResult },
): Promise<boolean> {
  const rows = await tx.many({
    name,
    text: `UPDATE delivery_attempts AS a SET finished_at = $3, outcome = $4, reason = $5, http_status = $6,
        duration_ms = $7, sealed_response = $8
      WHERE tenant_id = $1 AND attempt_id = $2 AND ${may} RETURNING attempt_id`,
    values: [
      tx.context.tenantId,
      attemptId,
      at,
      result.outcome,
      result.reason,
      result.httpStatus ?? null,
      result.durationMs ?? null,
      result.sealedResponse ?? null,
    ],
  });
  return rows.length === 1;
}

/** Attempts of a sale in their order. */
export async function attemptList(tx: TenantReader, saleIds: readonly string[]): Promise<AttemptRow[]> {
  return tx.many({
    name: 'attempt-list',
    text: `SELECT ${COLUMNS} FROM delivery_attempts WHERE tenant_id = $1 AND sale_id = ANY($2::uuid[]) ORDER BY
      sale_id, number`,
    values: [tx.context.tenantId, saleIds],
  });
}

/** Attempts without an outcome whose process can no longer be at work: their outcome is not known. */
export async function attemptListLost(tx: TenantReader, now: Date): Promise<AttemptRow[]> {
  return tx.many({
    text: `SELECT ${COLUMNS} FROM delivery_attempts WHERE tenant_id = $1 AND outcome IS NULL AND lease_until < $2 ORDER
      BY lease_until LIMIT 500`,
    values: [tx.context.tenantId, now],
  });
}

/** What buyers answered about a lead, still sealed. */
export async function attemptResponses(
  tx: TenantReader,
  leadId: string,
): Promise<{ attemptId: string; response: Buffer }[]> {
  return tx.many({
    text: `SELECT a.attempt_id AS "attemptId", a.sealed_response AS response FROM delivery_attempts AS a
      JOIN sales AS s ON s.tenant_id = a.tenant_id AND s.sale_id = a.sale_id
      WHERE a.tenant_id = $1 AND s.lead_id = $2 AND a.sealed_response IS NOT NULL`,
    values: [tx.context.tenantId, leadId],
  });
}

export async function attemptErase(tx: TenantWriter, leadId: string): Promise<number> {
  return tx.run({
    text: `UPDATE delivery_attempts AS a SET sealed_response = NULL FROM sales AS s
      WHERE s.tenant_id = a.tenant_id AND s.sale_id = a.sale_id AND a.tenant_id = $1 AND s.lead_id = $2 RETURNING
        a.attempt_id`,
    values: [tx.context.tenantId, leadId],
  });
}
