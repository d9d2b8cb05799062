import type { SessionStage, UserRole } from '../access/index.ts';
import type { Session } from '../../platform/postgres/index.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

/** A session with what its person may do, as one look-up by its token finds it. */
export interface SessionFound {
  readonly tenantId: string;
  readonly sessionId: string;
  readonly userId: string;
  readonly stage: SessionStage;
  readonly steppedUpAt: Date | null;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly idleSeconds: number;
  readonly endedAt: Date | null;
  readonly role: UserRole;
  readonly buyerId: string | null;
  readonly partnerId: string | null;
  readonly readOnly: boolean;
  readonly piiAccess: boolean;
  readonly userStatus: string;
  readonly accessUntil: Date | null;
  readonly tenantStatus: string;
  /** Of the buyer or partner that the person belongs to; null for the tenant's own people. */
  readonly ownerStatus: string | null;
  /** What a role of the tenant's own leaves of the role; null without one. */
  readonly permissions: string[] | null;
  /** That role; null without one. */
  readonly customRoleId: string | null;
  /** Where people of this role may come from; null for anywhere. */
  readonly allowedCidrs: string[] | null;
  readonly guestTenantId: string | null;
  readonly guestGrantId: string | null;
  readonly guestUntil: Date | null;
  readonly guestEndedAt: Date | null;
  readonly guestLeadId: string | null;
  readonly guestTenantStatus: string | null;
}

/** The session of a token, over all tenants: who calls is known before the tenant is. */
export async function sessionFind(identity: Session, tokenHash: Buffer): Promise<SessionFound | undefined> {
  const [row] = await identity.query<SessionFound>({
    name: 'session-find',
    text: `SELECT s.tenant_id AS "tenantId", s.session_id AS "sessionId", s.user_id AS "userId", s.stage,
        s.stepped_up_at AS "steppedUpAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
        s.idle_seconds AS "idleSeconds", s.ended_at AS "endedAt", u.role, u.buyer_id AS "buyerId",
        u.partner_id AS "partnerId", u.read_only AS "readOnly", u.pii_access AS "piiAccess",
        u.status AS "userStatus", u.access_until AS "accessUntil", t.status AS "tenantStatus",
        coalesce(b.status, p.status) AS "ownerStatus", c.permissions, u.custom_role_id AS "customRoleId",
        r.allowed_cidrs::text[] AS "allowedCidrs", s.guest_tenant_id AS "guestTenantId",
        s.guest_grant_id AS "guestGrantId", g.expires_at AS "guestUntil", g.ended_at AS "guestEndedAt",
        g.lead_id AS "guestLeadId", h.status AS "guestTenantStatus"
      FROM sessions AS s JOIN users AS u USING (tenant_id, user_id) JOIN tenants AS t USING (tenant_id)
      LEFT JOIN buyers AS b ON b.tenant_id = u.tenant_id AND b.id = u.buyer_id
      LEFT JOIN partners AS p ON p.tenant_id = u.tenant_id AND p.id = u.partner_id
      LEFT JOIN custom_roles AS c ON c.tenant_id = u.tenant_id AND c.id = u.custom_role_id
      LEFT JOIN sign_in_rules AS r ON r.tenant_id = u.tenant_id AND r.role = u.role
      LEFT JOIN access_grants AS g ON g.tenant_id = s.guest_tenant_id AND g.grant_id = s.guest_grant_id
      LEFT JOIN tenants AS h ON h.tenant_id = s.guest_tenant_id
      WHERE s.token_hash = $1`,
    values: [tokenHash],
  });
  return row;
}

export interface NewSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly tokenHash: Buffer;
  readonly stage: SessionStage;
  readonly method: string;
  readonly now: Date;
  readonly expiresAt: Date;
  readonly idleSeconds: number;
  readonly steppedUpAt: Date | undefined;
  readonly address: string;
  readonly device: string;
}

export async function sessionInsert(tx: TenantWriter, session: NewSession): Promise<void> {
  await tx.run({
    text: `INSERT INTO sessions (tenant_id, session_id, user_id, token_hash, stage, method, created_at, last_seen_at,
        expires_at, idle_seconds, stepped_up_at, address, device)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12)`,
    values: [
      tx.context.tenantId,
      session.sessionId,
      session.userId,
      session.tokenHash,
      session.stage,
      session.method,
      session.now,
      session.expiresAt,
      session.idleSeconds,
      session.steppedUpAt ?? null,
      session.address,
      session.device,
    ],
  });
}

/** Notes that somebody was there, so that the session does not idle out. */
export async function sessionTouch(tx: TenantWriter, sessionId: string, now: Date): Promise<void> {
  await tx.run({
    text: `UPDATE sessions SET last_seen_at = $3 WHERE tenant_id = $1 AND session_id = $2 AND last_seen_at < $3`,
    values: [tx.context.tenantId, sessionId, now],
  });
}

/**
 * Gives a session another token, and notes that a second factor was shown. Gives when it ends at the latest; undefined
 * if it has ended meanwhile.
 */
export async function sessionRotate(
  tx: TenantWriter,
  sessionId: string,
  change: { readonly tokenHash: Buffer; readonly now: Date },
): Promise<Date | undefined> {
  const row = await tx.first<{ expiresAt: Date }>({
    text: `UPDATE sessions SET token_hash = $3, stepped_up_at = $4, last_seen_at = $4
      WHERE tenant_id = $1 AND session_id = $2 AND ended_at IS NULL RETURNING expires_at AS "expiresAt"`,
    values: [tx.context.tenantId, sessionId, change.tokenHash, change.now],
  });
  return row?.expiresAt;
}

/** Which sessions to end: one, all of a person, or all of a person but one. */
export interface SessionsToEnd {
  readonly userId: string;
  readonly only?: string;
  readonly except?: string;
}

/** Ends sessions and gives the ids of those that had not ended before. */
export async function sessionsEnd(
  tx: TenantWriter,
  which: SessionsToEnd,
  reason: string,
  now: Date,
): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE sessions SET ended_at = $3, ended_reason = $4
      WHERE tenant_id = $1 AND user_id = $2 AND ended_at IS NULL AND ($5::uuid IS NULL OR session_id = $5)
        AND session_id IS DISTINCT FROM $6::uuid RETURNING session_id AS id`,
    values: [tx.context.tenantId, which.userId, now, reason, which.only ?? null, which.except ?? null],
  });
  return rows.map((row) => row.id);
}

/** A session as its person sees it. */
export interface SessionListed {
  readonly id: string;
  readonly method: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly address: string;
  readonly device: string;
}

/** The person's sessions that still hold, newest first. */
export async function sessionsOpen(tx: TenantReader, userId: string, now: Date): Promise<SessionListed[]> {
  return tx.many({
    text: `SELECT session_id AS id, method, created_at AS "createdAt", last_seen_at AS "lastSeenAt",
        expires_at AS "expiresAt", host(address) AS address, device
      FROM sessions WHERE tenant_id = $1 AND user_id = $2 AND ended_at IS NULL AND stage = 'full'
        AND expires_at > $3 AND last_seen_at + make_interval(secs => idle_seconds) > $3
      ORDER BY created_at DESC, session_id`,
    values: [tx.context.tenantId, userId, now],
  });
}

/** Makes a session a guest's in another tenant, under another token; or nobody's guest any more. */
export async function sessionVisit(
  tx: TenantWriter,
  sessionId: string,
  visit: {
    readonly tokenHash: Buffer;
    readonly grant: { readonly tenantId: string; readonly grantId: string } | undefined;
  },
): Promise<Date | undefined> {
  const { tokenHash, grant } = visit;
  const row = await tx.first<{ expiresAt: Date }>({
    text: `UPDATE sessions SET token_hash = $3, guest_tenant_id = $4, guest_grant_id = $5
      WHERE tenant_id = $1 AND session_id = $2 AND ended_at IS NULL RETURNING expires_at AS "expiresAt"`,
    values: [tx.context.tenantId, sessionId, tokenHash, grant?.tenantId ?? null, grant?.grantId ?? null],
  });
  return row?.expiresAt;
}
