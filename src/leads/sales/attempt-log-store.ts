import type { LogWindow } from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import type { AttemptOutcome } from './attempt-store.ts';
import type { SaleStatus } from './store.ts';

/** One try to hand a sale to its buyer, with what it was about. */
export interface LoggedAttempt {
  readonly attemptId: string;
  readonly saleId: string;
  readonly leadId: string;
  /** Null for a buyer, who sees no leads but what it was given of them. */
  readonly leadNumber: number | null;
  readonly contractId: string;
  readonly contractName: string;
  readonly buyerId: string;
  readonly number: number;
  readonly startedAt: Date;
  /** Null while it is under way. */
  readonly outcome: AttemptOutcome | null;
  readonly reason: string | null;
  readonly httpStatus: number | null;
  readonly durationMs: number | null;
  readonly saleStatus: SaleStatus;
  readonly priceCents: number;
}

export interface AttemptFilter extends LogWindow {
  readonly buyerId?: string | undefined;
  readonly contractId?: string | undefined;
  readonly leadId?: string | undefined;
  /** `under_way` for attempts without an outcome. */
  readonly outcome?: string | undefined;
}

/** Attempts that the actor may see, newest first, by keyset. */
export async function attemptLog(tx: TenantReader, filter: AttemptFilter): Promise<LoggedAttempt[]> {
  return tx.many({
    text: `SELECT a.attempt_id AS "attemptId", a.sale_id AS "saleId", s.lead_id AS "leadId", l.number AS "leadNumber",
        s.contract_id AS "contractId", c.name AS "contractName", a.buyer_id AS "buyerId", a.number,
        a.started_at AS "startedAt", a.outcome, a.reason, a.http_status AS "httpStatus", a.duration_ms AS "durationMs",
        s.status AS "saleStatus", s.price_cents AS "priceCents"
      FROM delivery_attempts AS a
      JOIN sales AS s ON s.tenant_id = a.tenant_id AND s.sale_id = a.sale_id
      JOIN contracts AS c ON c.tenant_id = s.tenant_id AND c.id = s.contract_id
      LEFT JOIN leads AS l ON l.tenant_id = s.tenant_id AND l.lead_id = s.lead_id
      WHERE a.tenant_id = $1 AND ($2::uuid IS NULL OR a.buyer_id = $2) AND ($3::uuid IS NULL OR s.contract_id = $3)
        AND ($4::uuid IS NULL OR s.lead_id = $4) AND ($5::text IS NULL OR coalesce(a.outcome, 'under_way') = $5)
        AND ($6::timestamptz IS NULL OR a.started_at >= $6) AND ($7::timestamptz IS NULL OR a.started_at < $7)
        AND ($8::timestamptz IS NULL OR (a.started_at, a.attempt_id) < ($8, $9::uuid))
      ORDER BY a.started_at DESC, a.attempt_id DESC LIMIT $10`,
    values: [
      tx.context.tenantId,
      filter.buyerId ?? null,
      filter.contractId ?? null,
      filter.leadId ?? null,
      filter.outcome ?? null,
      filter.dateFrom ?? null,
      filter.dateTo ?? null,
      filter.before?.at ?? null,
      filter.before?.id ?? null,
      filter.limit,
    ],
  });
}
