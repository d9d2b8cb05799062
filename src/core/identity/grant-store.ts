import type { Session } from '../../platform/postgres/index.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

/** A pass of somebody of the installation into a tenant. */
export interface NewGrant {
  readonly grantId: string;
  readonly guestId: string;
  readonly guestEmail: string;
  readonly sealedReason: Buffer;
  readonly ticket: string | undefined;
  readonly leadId: string | undefined;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function grantInsert(tx: TenantWriter, grant: NewGrant): Promise<void> {
  await tx.run({
    text: `INSERT INTO access_grants (tenant_id, grant_id, guest_id, guest_email, reason_sealed, ticket, lead_id,
        created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      tx.context.tenantId,
      grant.grantId,
      grant.guestId,
      grant.guestEmail,
      grant.sealedReason,
      grant.ticket ?? null,
      grant.leadId ?? null,
      grant.now,
      grant.expiresAt,
    ],
  });
}

export interface GrantRow {
  readonly id: string;
  readonly guestId: string;
  readonly guestEmail: string;
  readonly sealedReason: Buffer;
  readonly ticket: string | null;
  readonly leadId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly reviewedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly verdict: 'accepted' | 'questioned' | null;
}

const COLUMNS = `grant_id AS id, guest_id AS "guestId", guest_email AS "guestEmail", reason_sealed AS "sealedReason",
  ticket, lead_id AS "leadId", created_at AS "createdAt", expires_at AS "expiresAt", ended_at AS "endedAt",
  reviewed_at AS "reviewedAt", reviewed_by AS "reviewedBy", verdict`;

/** Passes into the tenant, newest first. */
export async function grantList(
  tx: TenantReader,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: GrantRow[]; total: number }> {
  const values = [tx.context.tenantId];
  const counted = await tx.first<{ total: number }>({
    text: 'SELECT count(*) AS total FROM access_grants WHERE tenant_id = $1',
    values,
  });
  const rows = await tx.many<GrantRow>({
    text: `SELECT ${COLUMNS} FROM access_grants WHERE tenant_id = $1 ORDER BY created_at DESC, grant_id DESC
      LIMIT $2 OFFSET $3`,
    values: [...values, page.limit, page.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

export async function grantFind(tx: TenantReader, grantId: string): Promise<GrantRow | undefined> {
  return tx.first({
    text: `SELECT ${COLUMNS} FROM access_grants WHERE tenant_id = $1 AND grant_id = $2`,
    values: [tx.context.tenantId, grantId],
  });
}

/** Ends a pass before its time; false if it has ended already. */
export async function grantEnd(tx: TenantWriter, grantId: string, now: Date): Promise<boolean> {
  const rows = await tx.run({
    text: `UPDATE access_grants SET ended_at = $3
      WHERE tenant_id = $1 AND grant_id = $2 AND ended_at IS NULL AND expires_at > $3 RETURNING 1`,
    values: [tx.context.tenantId, grantId, now],
  });
  return rows === 1;
}

/** What the tenant makes of a pass once it is over, once; undefined if it is open, judged, or not there. */
export async function grantReview(
  tx: TenantWriter,
  grantId: string,
  review: { readonly verdict: 'accepted' | 'questioned'; readonly by: string; readonly now: Date },
): Promise<GrantRow | undefined> {
  return tx.first({
    text: `UPDATE access_grants SET verdict = $3, reviewed_by = $4, reviewed_at = $5
      WHERE tenant_id = $1 AND grant_id = $2 AND verdict IS NULL AND (ended_at IS NOT NULL OR expires_at <= $5)
      RETURNING ${COLUMNS}`,
    values: [tx.context.tenantId, grantId, review.verdict, review.by, review.now],
  });
}

export interface TenantEntered {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly status: string;
  readonly kind: string;
}

/** A customer's tenant by its id, over all tenants; never the installation itself. */
export async function tenantFind(identity: Session, tenantId: string): Promise<TenantEntered | undefined> {
  const [row] = await identity.query<TenantEntered>({
    text: `SELECT tenant_id AS id, name, slug, status, kind FROM tenants
      WHERE tenant_id = $1 AND kind <> 'installation'`,
    values: [tenantId],
  });
  return row;
}

/** Whoever rules the tenant, for what they must hear of. */
export async function rulersOf(tx: TenantReader, now: Date): Promise<{ userId: string; email: string }[]> {
  return tx.many({
    text: `SELECT user_id AS "userId", email FROM users WHERE tenant_id = $1 AND status = 'active'
      AND (access_until IS NULL OR access_until > $2)
      AND role IN ('owner', 'admin', 'compliance', 'practice_owner', 'practice_admin') ORDER BY user_id`,
    values: [tx.context.tenantId, now],
  });
}
