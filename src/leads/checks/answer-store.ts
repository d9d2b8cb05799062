import type { LogWindow } from '../../core/gate/index.ts';
import { type TenantReader, type TenantWriter, whereOf } from '../../core/tenancy/index.ts';
import type { CheckKind, CheckOutcome, FailMode } from './domain/judge-checks.ts';

/** What a vendor said of a value before. */
export interface KeptAnswer {
  readonly vendorId: string;
  readonly token: Buffer;
  readonly result: 'clear' | 'listed' | 'invalid';
  readonly reference: string | null;
  readonly askedAt: Date;
}

/** Answers that may still be used, of these vendors about these values. */
export async function answerFind(
  tx: TenantReader,
  wanted: { readonly vendorIds: readonly string[]; readonly tokens: readonly Buffer[] },
  now: Date,
): Promise<KeptAnswer[]> {
  if (wanted.vendorIds.length === 0) return [];
  return tx.many({
    name: 'check-answer-find',
    text: `SELECT vendor_id AS "vendorId", token, result, reference, asked_at AS "askedAt" FROM check_answers
      WHERE tenant_id = $1 AND vendor_id = ANY($2::uuid[]) AND token = ANY($3::bytea[]) AND expires_at > $4`,
    values: [tx.context.tenantId, wanted.vendorIds, wanted.tokens, now],
  });
}

const hex = (bytes: Buffer | null): string | null => (bytes ? `\\x${bytes.toString('hex')}` : null);

/** Keeps answers to be used again. Of two about one value the later one stands. */
export async function answerKeep(
  tx: TenantWriter,
  answers: readonly (KeptAnswer & { readonly expiresAt: Date })[],
): Promise<void> {
  const newest = new Map<string, (typeof answers)[number]>();
  for (const answer of answers) {
    const name = `${answer.vendorId}/${answer.token.toString('hex')}`;
    const other = newest.get(name);
    if (!other || other.askedAt < answer.askedAt) newest.set(name, answer);
  }
  if (newest.size === 0) return;
  // In one order for all transactions, so that no two wait for each other.
  const sorted = [...newest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, answer]) => answer);
  await tx.run({
    name: 'check-answer-keep',
    text: `INSERT INTO check_answers AS a (tenant_id, vendor_id, token, result, reference, asked_at, expires_at)
      SELECT $1, r.vendor_id, r.token, r.result, r.reference, r.asked_at, r.expires_at
      FROM json_to_recordset($2::json) AS r (vendor_id uuid, token bytea, result text, reference text, asked_at
        timestamptz, expires_at timestamptz)
      WHERE EXISTS (SELECT 1 FROM check_vendors AS v WHERE v.tenant_id = $1 AND v.id = r.vendor_id)
      ON CONFLICT (tenant_id, vendor_id, token) DO UPDATE SET result = EXCLUDED.result,
        reference = EXCLUDED.reference, asked_at = EXCLUDED.asked_at, expires_at = EXCLUDED.expires_at
        WHERE a.asked_at < EXCLUDED.asked_at
      RETURNING vendor_id`,
    values: [
      tx.context.tenantId,
      JSON.stringify(
        sorted.map((answer) => ({
          vendor_id: answer.vendorId,
          token: hex(answer.token),
          result: answer.result,
          reference: answer.reference,
          asked_at: answer.askedAt,
          expires_at: answer.expiresAt,
        })),
      ),
    ],
  });
}

/** Forgets what a vendor said: it is another one now. */
export async function answerForget(tx: TenantWriter, vendorId: string): Promise<number> {
  return tx.run({
    text: 'DELETE FROM check_answers WHERE tenant_id = $1 AND vendor_id = $2 RETURNING vendor_id',
    values: [tx.context.tenantId, vendorId],
  });
}

/** What stands beside a lead of one of its checks, or of those of a post that was refused. */
export interface LeadCheck {
  readonly checkId: string;
  /** In the order of the campaign. */
  readonly position: number;
  readonly leadId: string | null;
  readonly campaignId: string;
  readonly vendorId: string;
  readonly vendorName: string;
  readonly kind: CheckKind;
  readonly failMode: FailMode;
  readonly outcome: CheckOutcome;
  readonly reference: string | null;
  /** Null beside a post that was refused: nobody could be asked to erase it. */
  readonly token: Buffer | null;
  readonly askedAt: Date | null;
  readonly fromCache: boolean;
  readonly durationMs: number | null;
  readonly requestId: string;
}

export async function checkInsert(tx: TenantWriter, at: Date, checks: readonly LeadCheck[]): Promise<void> {
  if (checks.length === 0) return;
  await tx.run({
    name: 'lead-check-insert',
    text: `INSERT INTO lead_checks (tenant_id, check_id, position, lead_id, campaign_id, vendor_id, vendor_name, kind,
        fail_mode, result, reference, token, asked_at, from_cache, duration_ms, request_id, at)
      SELECT $1, r.check_id, r.position, r.lead_id, r.campaign_id, r.vendor_id, r.vendor_name, r.kind, r.fail_mode,
        r.result, r.reference, r.token, r.asked_at, r.from_cache, r.duration_ms, r.request_id, $2
      FROM json_to_recordset($3::json) AS r (check_id uuid, position smallint, lead_id uuid, campaign_id uuid,
        vendor_id uuid, vendor_name text, kind text, fail_mode text, result text, reference text, token bytea,
        asked_at timestamptz, from_cache boolean, duration_ms integer, request_id text)
      RETURNING check_id`,
    values: [
      tx.context.tenantId,
      at,
      JSON.stringify(
        checks.map((check) => ({
          check_id: check.checkId,
          position: check.position,
          lead_id: check.leadId,
          campaign_id: check.campaignId,
          vendor_id: check.vendorId,
          vendor_name: check.vendorName,
          kind: check.kind,
          fail_mode: check.failMode,
          result: check.outcome,
          reference: check.reference,
          token: hex(check.token),
          asked_at: check.askedAt,
          from_cache: check.fromCache,
          duration_ms: check.durationMs,
          request_id: check.requestId,
        })),
      ),
    ],
  });
}

export type ShownCheck = Omit<LeadCheck, 'token' | 'position'> & { readonly at: Date };

const SHOWN = `check_id AS "checkId", lead_id AS "leadId", campaign_id AS "campaignId", vendor_id AS "vendorId",
  vendor_name AS "vendorName", kind, fail_mode AS "failMode", result AS outcome, reference, asked_at AS "askedAt",
  from_cache AS "fromCache", duration_ms AS "durationMs", request_id AS "requestId", at`;

/** The checks of a lead, in the order in which they were made. */
export async function checkList(tx: TenantReader, leadId: string): Promise<ShownCheck[]> {
  return tx.many({
    text: `SELECT ${SHOWN} FROM lead_checks WHERE tenant_id = $1 AND lead_id = $2 ORDER BY position`,
    values: [tx.context.tenantId, leadId],
  });
}

/** The checks of a lead by whose index its values are still known. */
export async function checksKnown(tx: TenantReader, leadId: string): Promise<object[]> {
  return tx.many({
    text: `SELECT vendor_name AS "vendorName", kind, result, reference, asked_at AS "askedAt" FROM lead_checks
      WHERE tenant_id = $1 AND lead_id = $2 AND (token IS NOT NULL OR reference IS NOT NULL) ORDER BY position`,
    values: [tx.context.tenantId, leadId],
  });
}

export interface CheckFilter extends LogWindow {
  readonly campaignId?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly leadId?: string | undefined;
  readonly outcome?: CheckOutcome | undefined;
  /** Only of posts that became no lead. */
  readonly isRefused: boolean;
}

/** Checks of leads and of refused posts, newest first, by keyset. */
export async function checkLog(tx: TenantReader, filter: CheckFilter): Promise<ShownCheck[]> {
  const { before, limit } = filter;
  const where = whereOf([
    ['tenant_id = ?', tx.context.tenantId],
    ['campaign_id = ?', filter.campaignId],
    ['vendor_id = ?', filter.vendorId],
    ['lead_id = ?', filter.leadId],
    ['result = ?', filter.outcome],
    ['(lead_id IS NULL) = ?', filter.isRefused ? true : undefined],
    ['at >= ?', filter.dateFrom],
    ['at < ?', filter.dateTo],
    ['(at, check_id) < (?, ?)', before?.at, before?.id],
  ]);
  return tx.many({
    text: `SELECT ${SHOWN} FROM lead_checks WHERE ${where.text} ORDER BY at DESC, check_id DESC LIMIT ${limit}`,
    values: where.values,
  });
}

/** What vendors said of the values of a lead, as long as it is kept. */
export async function answersOfLead(tx: TenantReader, leadId: string): Promise<object[]> {
  return tx.many({
    text: `SELECT a.result, a.asked_at AS "askedAt" FROM check_answers AS a WHERE a.tenant_id = $1 AND a.token IN (
        SELECT c.token FROM lead_checks AS c WHERE c.tenant_id = $1 AND c.lead_id = $2 AND c.token IS NOT NULL)`,
    values: [tx.context.tenantId, leadId],
  });
}

/** Forgets what vendors said of the values of a lead. */
export async function answersErase(tx: TenantWriter, leadId: string): Promise<number> {
  return tx.run({
    text: `DELETE FROM check_answers AS a WHERE a.tenant_id = $1 AND a.token IN (
        SELECT c.token FROM lead_checks AS c WHERE c.tenant_id = $1 AND c.lead_id = $2 AND c.token IS NOT NULL)
      RETURNING a.vendor_id`,
    values: [tx.context.tenantId, leadId],
  });
}

/** Forgets by which index the value was known and what the vendor calls its answer; that it was asked, stays. */
export async function checkErase(tx: TenantWriter, leadId: string): Promise<number> {
  return tx.run({
    text: `UPDATE lead_checks SET token = NULL, reference = NULL
      WHERE tenant_id = $1 AND lead_id = $2 AND (token IS NOT NULL OR reference IS NOT NULL) RETURNING check_id`,
    values: [tx.context.tenantId, leadId],
  });
}
