import type { Session } from '../../platform/postgres/index.ts';
import type { UserRole } from '../access/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import type { UserStatus } from './user-store.ts';

export type LinkPurpose = 'invitation' | 'password_reset';

/** Whom a link is for. */
export interface LinkFound {
  readonly tenantId: string;
  readonly linkId: string;
  readonly userId: string;
  readonly email: string;
  readonly role: UserRole;
  readonly status: UserStatus;
  readonly tenantName: string;
}

/** The link of a token that still opens something, over all tenants. */
export async function linkFind(
  identity: Session,
  tokenHash: Buffer,
  purpose: LinkPurpose,
  now: Date,
): Promise<LinkFound | undefined> {
  const [row] = await identity.query<LinkFound>({
    text: `SELECT l.tenant_id AS "tenantId", l.link_id AS "linkId", l.user_id AS "userId", u.email, u.role, u.status,
        t.name AS "tenantName"
      FROM user_links AS l JOIN users AS u USING (tenant_id, user_id) JOIN tenants AS t USING (tenant_id)
      WHERE l.token_hash = $1 AND l.purpose = $2 AND l.used_at IS NULL AND l.expires_at > $3
        AND u.status <> 'inactive' AND t.status IN ('active', 'pending')`,
    values: [tokenHash, purpose, now],
  });
  return row;
}

export interface NewLink {
  readonly linkId: string;
  readonly userId: string;
  readonly purpose: LinkPurpose;
  readonly tokenHash: Buffer;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** Makes a link; earlier ones of the same purpose, whose ids it gives, open nothing any more. */
export async function linkInsert(tx: TenantWriter, link: NewLink): Promise<string[]> {
  const { tenantId } = tx.context;
  const spent = await linksSpend(tx, link.userId, link.purpose, link.now);
  await tx.run({
    text: `INSERT INTO user_links (tenant_id, link_id, user_id, purpose, token_hash, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tenantId, link.linkId, link.userId, link.purpose, link.tokenHash, link.now, link.expiresAt],
  });
  return spent;
}

/** Uses a link up; false if somebody else did so first. */
export async function linkClaim(tx: TenantWriter, linkId: string, now: Date): Promise<boolean> {
  const rows = await tx.run({
    text: `UPDATE user_links SET used_at = $3
      WHERE tenant_id = $1 AND link_id = $2 AND used_at IS NULL AND expires_at > $3 RETURNING 1`,
    values: [tx.context.tenantId, linkId, now],
  });
  return rows === 1;
}

/** Makes all links of a person, or those of one purpose, worthless; gives their ids. */
export async function linksSpend(
  tx: TenantWriter,
  userId: string,
  purpose: LinkPurpose | undefined,
  now: Date,
): Promise<string[]> {
  const spent = await tx.many<{ id: string }>({
    text: `UPDATE user_links SET used_at = $4
      WHERE tenant_id = $1 AND user_id = $2 AND ($3::text IS NULL OR purpose = $3) AND used_at IS NULL
      RETURNING link_id AS id`,
    values: [tx.context.tenantId, userId, purpose ?? null, now],
  });
  return spent.map(({ id }) => id);
}
