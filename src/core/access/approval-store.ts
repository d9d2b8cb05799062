import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import type { UserRole } from './policy.ts';

/** What takes two people. */
export const APPROVAL_ACTIONS = ['bulk_export', 'hipaa_mode_off', 'legal_hold_release'] as const;
export type ApprovalAction = (typeof APPROVAL_ACTIONS)[number];

export interface ApprovalRow {
  readonly id: string;
  readonly action: ApprovalAction;
  readonly subjectId: string | null;
  /** What exactly may be done: filters and limits, by name. */
  readonly terms: Readonly<Record<string, string | number>>;
  readonly sealedReason: Buffer;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decision: 'approved' | 'declined' | null;
  readonly usedAt: Date | null;
}

const COLUMNS = `approval_id AS id, action, subject_id AS "subjectId", terms, reason_sealed AS "sealedReason",
  requested_by AS "requestedBy", requested_at AS "requestedAt", expires_at AS "expiresAt", decided_by AS "decidedBy",
  decided_at AS "decidedAt", decision, used_at AS "usedAt"`;

export async function approvalInsert(
  tx: TenantWriter,
  wish: Pick<
    ApprovalRow,
    'id' | 'action' | 'subjectId' | 'terms' | 'sealedReason' | 'requestedBy' | 'requestedAt' | 'expiresAt'
  >,
): Promise<void> {
  await tx.run({
    text: `INSERT INTO approvals (tenant_id, approval_id, action, subject_id, reason_sealed, requested_by, requested_at,
        expires_at, terms)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      tx.context.tenantId,
      wish.id,
      wish.action,
      wish.subjectId,
      wish.sealedReason,
      wish.requestedBy,
      wish.requestedAt,
      wish.expiresAt,
      wish.terms,
    ],
  });
}

/** Requests of the tenant, newest first. */
export async function approvalList(
  tx: TenantReader,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: ApprovalRow[]; total: number }> {
  const counted = await tx.first<{ total: number }>({
    text: 'SELECT count(*) AS total FROM approvals WHERE tenant_id = $1',
    values: [tx.context.tenantId],
  });
  const rows = await tx.many<ApprovalRow>({
    text: `SELECT ${COLUMNS} FROM approvals WHERE tenant_id = $1 ORDER BY requested_at DESC, approval_id DESC
      LIMIT $2 OFFSET $3`,
    values: [tx.context.tenantId, page.limit, page.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

export async function approvalFind(tx: TenantReader, id: string): Promise<ApprovalRow | undefined> {
  return tx.first({
    text: `SELECT ${COLUMNS} FROM approvals WHERE tenant_id = $1 AND approval_id = $2`,
    values: [tx.context.tenantId, id],
  });
}

/** Requests on which something can still be done: to decide, or to use. At most 100. */
export async function approvalsOpen(tx: TenantReader, now: Date): Promise<ApprovalRow[]> {
  return tx.many({
    text: `SELECT ${COLUMNS} FROM approvals WHERE tenant_id = $1 AND expires_at > $2 AND used_at IS NULL
        AND decision IS DISTINCT FROM 'declined'
      ORDER BY requested_at DESC, approval_id DESC LIMIT 100`,
    values: [tx.context.tenantId, now],
  });
}

/** Decides a request that is still open; undefined if it is not. */
export async function approvalDecide(
  tx: TenantWriter,
  id: string,
  { decision, by, now }: { readonly decision: 'approved' | 'declined'; readonly by: string; readonly now: Date },
): Promise<ApprovalRow | undefined> {
  return tx.first({
    text: `UPDATE approvals SET decision = $3, decided_by = $4, decided_at = $5
      WHERE tenant_id = $1 AND approval_id = $2 AND decision IS NULL AND expires_at > $5 RETURNING ${COLUMNS}`,
    values: [tx.context.tenantId, id, decision, by, now],
  });
}

/** Uses up an approval of an action that the same person asked for; undefined if there is none that still counts. */
export async function approvalClaim(
  tx: TenantWriter,
  claim: Pick<ApprovalRow, 'id' | 'action' | 'terms'> & { readonly by: string; readonly now: Date },
): Promise<{ readonly decidedBy: string; readonly requestedAt: Date } | undefined> {
  return tx.first({
    text: `UPDATE approvals SET used_at = $5
      WHERE tenant_id = $1 AND approval_id = $2 AND action = $3 AND requested_by = $4 AND decision = 'approved'
        AND decided_by <> requested_by AND used_at IS NULL AND expires_at > $5 AND terms = $6
      RETURNING decided_by AS "decidedBy", requested_at AS "requestedAt"`,
    values: [tx.context.tenantId, claim.id, claim.action, claim.by, claim.now, claim.terms],
  });
}

/** What of a person decides whether the opinion counts. */
export interface SecondPerson {
  readonly role: UserRole;
  /** What a role of the tenant's own leaves of the role; null without one. */
  readonly permissions: string[] | null;
  readonly piiAccess: boolean;
  readonly customRoleId: string | null;
  /** Whether one of the two gave the other access since the instant, or they hang together so over others. */
  readonly isBound: boolean;
}

/** Somebody whose account works and may write now; undefined for anybody else. */
export async function secondPerson(
  tx: TenantReader,
  { person, asker, since }: { readonly person: string; readonly asker: string; readonly since: Date },
): Promise<SecondPerson | undefined> {
  return tx.first({
    text: `SELECT role, permissions, is_bound AS "isBound", pii_access AS "piiAccess",
        custom_role_id AS "customRoleId" FROM app.second_person($1, $2, $3)`,
    values: [person, asker, since],
  });
}
