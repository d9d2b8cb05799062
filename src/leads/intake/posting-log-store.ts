import type { LogWindow } from '../../core/gate/index.ts';
import { newId } from '../../kernel/ids.ts';
import { type TenantReader, type TenantWriter, whereOf } from '../../core/tenancy/index.ts';

export type PostingOutcome =
  'success' | 'rejected' | 'validation_error' | 'auth_error' | 'rate_limited' | 'server_error';

/** One post and its answer: faults by field and rule, never a value. */
export interface Posting {
  readonly endpoint: string;
  readonly campaignId: string | null;
  readonly partnerId: string | null;
  readonly leadId: string | null;
  readonly outcome: PostingOutcome;
  readonly httpStatus: number;
  readonly code: string | null;
  readonly faults: readonly { readonly field: string; readonly rule: string }[];
  readonly durationMs: number;
  readonly requestId: string;
}

export async function postingInsert(tx: TenantWriter, at: Date, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return;
  await tx.run({
    name: 'posting-insert',
    text: `INSERT INTO posting_log (tenant_id, id, at, endpoint, campaign_id, partner_id, lead_id, outcome,
      http_status, code, faults,
        duration_ms, request_id)
      SELECT $1, r.id, $2, r.endpoint, r.campaign_id, r.partner_id, r.lead_id, r.outcome, r.http_status, r.code,
        r.faults,
        r.duration_ms, r.request_id
      FROM json_to_recordset($3::json) AS r (id uuid, endpoint text, campaign_id uuid, partner_id uuid, lead_id uuid,
        outcome text,
        http_status smallint, code text, faults jsonb, duration_ms int, request_id text)`,
    values: [
      tx.context.tenantId,
      at,
      JSON.stringify(
        postings.map((posting) => ({
          id: newId(at.getTime()),
          endpoint: posting.endpoint,
          campaign_id: posting.campaignId,
          partner_id: posting.partnerId,
          lead_id: posting.leadId,
          outcome: posting.outcome,
          http_status: posting.httpStatus,
          code: posting.code,
          faults: posting.faults,
          duration_ms: Math.max(0, Math.round(posting.durationMs)),
          request_id: posting.requestId,
        })),
      ),
    ],
  });
}

export interface PostingRow extends Posting {
  readonly id: string;
  readonly at: Date;
}

export interface PostingFilter extends LogWindow {
  readonly id?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly outcome?: string | undefined;
  readonly httpStatus?: number | undefined;
  readonly campaignId?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly leadId?: string | undefined;
  /** Exactly the id of a lead or a request, a code or an endpoint. */
  readonly search?: string | undefined;
}

/** Postings that the actor may see, newest first, by keyset. */
export async function postingList(tx: TenantReader, filter: PostingFilter): Promise<PostingRow[]> {
  const { before, limit } = filter;
  const where = whereOf([
    ['tenant_id = ?', tx.context.tenantId],
    ['id = ?', filter.id],
    ['endpoint = ?', filter.endpoint],
    ['outcome = ?', filter.outcome],
    ['http_status = ?', filter.httpStatus],
    ['campaign_id = ?', filter.campaignId],
    ['partner_id = ?', filter.partnerId],
    ['lead_id = ?', filter.leadId],
    ['? IN (request_id, code, endpoint, lead_id::text)', filter.search],
    ['at >= ?', filter.dateFrom],
    ['at < ?', filter.dateTo],
    ['(at, id) < (?, ?)', before?.at, before?.id],
  ]);
  return tx.many({
    text: `SELECT id, at, endpoint, campaign_id AS "campaignId", partner_id AS "partnerId", lead_id AS "leadId",
      outcome,
        http_status AS "httpStatus", code, faults, duration_ms AS "durationMs", request_id AS "requestId"
      FROM posting_log WHERE ${where.text} ORDER BY at DESC, id DESC LIMIT ${limit}`,
    values: where.values,
  });
}
