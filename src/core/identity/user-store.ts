import type { Session } from '../../platform/postgres/index.ts';
import type { UserRole } from '../access/index.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import { accessBondSet } from './access-bond-store.ts';
import { opensMore } from './domain/opens-more.ts';

export type UserStatus = 'invited' | 'active' | 'inactive';

/** A person as answers show it; nothing of it opens anything. */
export interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly role: UserRole;
  readonly buyerId: string | null;
  readonly partnerId: string | null;
  readonly customRoleId: string | null;
  readonly status: UserStatus;
  readonly readOnly: boolean;
  readonly piiAccess: boolean;
  readonly profile: Readonly<Record<string, unknown>>;
  readonly accessUntil: Date | null;
  readonly lastSignInAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly hasTotp: boolean;
  /** Those that open something. */
  readonly passkeys: number;
  /** Those whose counter went back: they open nothing, and the account is protected all the same. */
  readonly blockedPasskeys: number;
  /** When the newest invitation that was neither taken up nor withdrawn ends, or ended. */
  readonly invitationExpiresAt: Date | null;
}

/** Whether a second factor was ever set up and not taken away, usable or not. */
export const hasFactor = (user: Pick<UserRow, 'hasTotp' | 'passkeys' | 'blockedPasskeys'>): boolean =>
  user.hasTotp || user.passkeys + user.blockedPasskeys > 0;

const COLUMNS = `u.user_id AS id, u.email, u.first_name AS "firstName", u.last_name AS "lastName", u.role,
  u.buyer_id AS "buyerId", u.partner_id AS "partnerId", u.custom_role_id AS "customRoleId", u.status,
  u.read_only AS "readOnly", u.pii_access AS "piiAccess", u.profile, u.access_until AS "accessUntil",
  u.last_sign_in_at AS "lastSignInAt",
  u.created_at AS "createdAt", u.updated_at AS "updatedAt",
  EXISTS (SELECT FROM user_secrets AS s WHERE s.tenant_id = u.tenant_id AND s.user_id = u.user_id
    AND s.totp_confirmed_at IS NOT NULL) AS "hasTotp",
  (SELECT count(*) FROM passkeys AS p WHERE p.tenant_id = u.tenant_id AND p.user_id = u.user_id
    AND p.blocked_at IS NULL) AS passkeys,
  (SELECT count(*) FROM passkeys AS p WHERE p.tenant_id = u.tenant_id AND p.user_id = u.user_id
    AND p.blocked_at IS NOT NULL) AS "blockedPasskeys",
  (SELECT max(l.expires_at) FROM user_links AS l WHERE l.tenant_id = u.tenant_id AND l.user_id = u.user_id
    AND l.purpose = 'invitation' AND l.used_at IS NULL) AS "invitationExpiresAt"`;

/** An account that could be signed in to: it is there, and so is its tenant. */
export interface Account {
  readonly tenantId: string;
  readonly userId: string;
  readonly email: string;
  readonly role: UserRole;
  readonly status: UserStatus;
  readonly slug: string;
}

/**
 * Accounts of an address, or of one id, over all tenants that work, of those that are not switched off. Who belongs to
 * several tenants says which, by its slug.
 */
export async function accountsFind(
  identity: Session,
  by: { readonly email: string; readonly slug?: string } | { readonly tenantId: string; readonly userId: string },
  now: Date,
): Promise<Account[]> {
  const [where, values] =
    'email' in by
      ? [`u.email = $2 AND u.status = 'active' AND ($3::text IS NULL OR t.slug = $3)`, [by.email, by.slug ?? null]]
      : ['u.tenant_id = $2 AND u.user_id = $3', [by.tenantId, by.userId]];
  return identity.query({
    text: `SELECT u.tenant_id AS "tenantId", u.user_id AS "userId", u.email, u.role, u.status, t.slug
      FROM users AS u JOIN tenants AS t USING (tenant_id)
      WHERE t.status = 'active' AND u.status <> 'inactive' AND (u.access_until IS NULL OR u.access_until > $1)
        AND ${where} LIMIT 500`,
    values: [now, ...values],
  });
}

export interface UserFilter {
  readonly status?: string | undefined;
  readonly role?: string | undefined;
  readonly buyerId?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** People of the tenant, newest first. The search looks into addresses and names. */
export async function userList(tx: TenantReader, filter: UserFilter): Promise<{ rows: UserRow[]; total: number }> {
  const where = `u.tenant_id = $1 AND ($2::text IS NULL OR u.status = $2) AND ($3::text IS NULL OR u.role = $3)
    AND ($4::uuid IS NULL OR u.buyer_id = $4) AND ($5::uuid IS NULL OR u.partner_id = $5)
    AND ($6::text IS NULL
      OR strpos(lower(concat_ws(' ', u.email, u.first_name, u.last_name)), lower($6)) > 0)`;
  const { status = null, role = null, buyerId = null, partnerId = null, search = null } = filter;
  const values = [tx.context.tenantId, status, role, buyerId, partnerId, search];
  const counted = await tx.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM users AS u WHERE ${where}`,
    values,
  });
  const rows = await tx.many<UserRow>({
    text: `SELECT ${COLUMNS} FROM users AS u WHERE ${where} ORDER BY u.created_at DESC, u.user_id DESC
      LIMIT $7 OFFSET $8`,
    values: [...values, filter.limit, filter.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}

export async function userFind(tx: TenantReader, userId: string): Promise<UserRow | undefined> {
  return tx.first({
    text: `SELECT ${COLUMNS} FROM users AS u WHERE u.tenant_id = $1 AND u.user_id = $2`,
    values: [tx.context.tenantId, userId],
  });
}

/**
 * Keeps a person's row from others until the transaction ends, but for those who only refer to it. It comes before the
 * lock of what is the person's.
 */
export async function userLock(tx: TenantWriter, userId: string): Promise<UserRow | undefined> {
  const locked = await tx.first({
    text: 'SELECT FROM users WHERE tenant_id = $1 AND user_id = $2 FOR NO KEY UPDATE',
    values: [tx.context.tenantId, userId],
  });
  return locked === undefined ? undefined : userFind(tx, userId);
}

export interface NewUser {
  readonly id: string;
  readonly email: string;
  readonly role: UserRole;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly buyerId?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly status?: UserStatus | undefined;
  readonly readOnly?: boolean | undefined;
  readonly piiAccess?: boolean | undefined;
  readonly accessUntil?: Date | null | undefined;
  readonly profile?: Readonly<Record<string, unknown>> | undefined;
}

export async function userInsert(tx: TenantWriter, user: NewUser): Promise<void> {
  await tx.run({
    text: `INSERT INTO users (tenant_id, user_id, email, first_name, last_name, role, buyer_id, partner_id, status,
        read_only, pii_access, access_until, profile)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      tx.context.tenantId,
      user.id,
      user.email,
      user.firstName ?? null,
      user.lastName ?? null,
      user.role,
      user.buyerId ?? null,
      user.partnerId ?? null,
      user.status ?? 'invited',
      user.readOnly ?? false,
      user.piiAccess ?? false,
      user.accessUntil ?? null,
      user.profile ?? {},
    ],
  });
  await accessBondSet(tx, user.id);
}

/** Fields of a person that change; those left out stay. */
export interface UserChange {
  readonly email?: string | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly role?: UserRole | undefined;
  readonly buyerId?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly customRoleId?: string | null | undefined;
  readonly status?: UserStatus | undefined;
  readonly readOnly?: boolean | undefined;
  readonly piiAccess?: boolean | undefined;
  readonly accessUntil?: Date | null | undefined;
  readonly lastSignInAt?: Date | undefined;
  readonly profile?: Readonly<Record<string, unknown>> | undefined;
}

const COLUMN_OF: Readonly<Record<keyof UserChange, string>> = {
  email: 'email',
  firstName: 'first_name',
  lastName: 'last_name',
  role: 'role',
  buyerId: 'buyer_id',
  partnerId: 'partner_id',
  customRoleId: 'custom_role_id',
  status: 'status',
  readOnly: 'read_only',
  piiAccess: 'pii_access',
  accessUntil: 'access_until',
  lastSignInAt: 'last_sign_in_at',
  profile: 'profile',
};

/**
 * Changes the given fields; undefined if there is no such person. Whoever opens more to somebody by it gives access,
 * which is noted. The caller holds the lock of the person's row where that may be.
 */
export async function userUpdate(tx: TenantWriter, userId: string, change: UserChange): Promise<UserRow | undefined> {
  const before = await userFind(tx, userId);
  if (!before) return undefined;
  const given: [string, unknown][] = Object.entries(change).filter(([, value]) => value !== undefined);
  const sets = given.map(([field], index) => `${COLUMN_OF[field as keyof UserChange]} = $${index + 3}`);
  await tx.run({
    text: `UPDATE users SET ${[...sets, 'updated_at = now()'].join(', ')} WHERE tenant_id = $1 AND user_id = $2`,
    values: [tx.context.tenantId, userId, ...given.map(([, value]) => value)],
  });
  if (opensMore(before, change)) await accessBondSet(tx, userId);
  return userFind(tx, userId);
}

/**
 * Keeps the rows of all owners from others, in one order: of two who demote each other at once, the second one sees
 * what the first has done.
 */
export async function ownersLock(tx: TenantWriter): Promise<void> {
  await tx.run({
    text: `SELECT FROM users WHERE tenant_id = $1 AND role IN ('owner', 'practice_owner', 'superadmin')
      ORDER BY user_id FOR NO KEY UPDATE`,
    values: [tx.context.tenantId],
  });
}

/** How many people with one of the roles could sign in, but for one; the owners' rows are locked by then. */
export async function usersCount(tx: TenantReader, roles: readonly UserRole[], except: string): Promise<number> {
  const row = await tx.first<{ total: number }>({
    text: `SELECT count(*) AS total FROM users
      WHERE tenant_id = $1 AND role = ANY($2) AND status = 'active' AND user_id <> $3
        AND (access_until IS NULL OR access_until > now())`,
    values: [tx.context.tenantId, roles, except],
  });
  return row?.total ?? 0;
}

/** What becomes of somebody who is switched on: who was invited and never came is invited still. */
export async function statusOnReturn(tx: TenantReader, { id, status }: UserRow): Promise<UserStatus> {
  if (status === 'active') return status;
  const row = await tx.first({
    text: `SELECT WHERE EXISTS (SELECT FROM user_links WHERE tenant_id = $1 AND user_id = $2 AND purpose = 'invitation')
      AND NOT EXISTS (SELECT FROM user_secrets WHERE tenant_id = $1 AND user_id = $2 AND password_hash IS NOT NULL)`,
    values: [tx.context.tenantId, id],
  });
  return row === undefined ? 'active' : 'invited';
}

/** The name of the tenant, for letters to its people. */
export async function tenantName(tx: TenantReader): Promise<string> {
  const row = await tx.first<{ name: string }>({
    text: 'SELECT name FROM tenants WHERE tenant_id = $1',
    values: [tx.context.tenantId],
  });
  return row?.name ?? '';
}

/** The id of the person with an address, in the tenant. */
export async function userByEmail(tx: TenantReader, email: string): Promise<string | undefined> {
  const row = await tx.first<{ id: string }>({
    text: 'SELECT user_id AS id FROM users WHERE tenant_id = $1 AND email = $2',
    values: [tx.context.tenantId, email],
  });
  return row?.id;
}

/** Lets those who look whether a tenant is empty, to put the first owner in, take turns. */
export async function firstOwnerLock(tx: TenantWriter): Promise<void> {
  await tx.run({
    text: `SELECT pg_advisory_xact_lock(hashtextextended('first owner ' || $1::text, 0))`,
    values: [tx.context.tenantId],
  });
}

/** Whether anybody has an account in the tenant, whatever its state, or a key that still opens something. */
export async function isInhabited(tx: TenantReader): Promise<boolean> {
  const row = await tx.first({
    text: `SELECT WHERE EXISTS (SELECT FROM users WHERE tenant_id = $1)
      OR EXISTS (SELECT FROM api_keys WHERE tenant_id = $1)`,
    values: [tx.context.tenantId],
  });
  return row !== undefined;
}
