import type { UserRole } from '../access/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import type { UserStatus } from './user-store.ts';

/** A person of any tenant, as the installation's administration sees it: an account, and nothing that it holds. */
export interface InstallationUser {
  readonly id: string;
  readonly tenantId: string;
  readonly tenantSlug: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly role: UserRole;
  readonly status: UserStatus;
  readonly lastSignInAt: Date | null;
  readonly createdAt: Date;
}

export interface InstallationUserFilter {
  readonly tenantId?: string | undefined;
  readonly userId?: string | undefined;
  readonly search?: string | undefined;
  readonly role?: string | undefined;
  readonly status?: string | undefined;
  readonly sort?: keyof typeof SORTS | undefined;
  readonly sortDirection?: 'asc' | 'desc' | undefined;
  readonly limit: number;
  readonly offset: number;
}

const SORTS = {
  createdAt: 'u.created_at',
  email: 'u.email',
  firstName: 'u.first_name',
  role: 'u.role',
  status: 'u.status',
} as const;

const FROM = `FROM users AS u JOIN tenants AS t USING (tenant_id)
  WHERE ($1::uuid IS NULL OR u.tenant_id = $1) AND ($2::uuid IS NULL OR u.user_id = $2)
    AND ($3::text IS NULL OR u.role = $3) AND ($4::text IS NULL OR u.status = $4)
    AND ($5::text IS NULL OR strpos(lower(concat_ws(' ', u.email, u.first_name, u.last_name)), lower($5)) > 0)`;

/** People of all tenants, by the identity role's look-up. */
export async function installationUsers(
  tx: TenantReader,
  filter: InstallationUserFilter,
): Promise<{ rows: InstallationUser[]; total: number }> {
  const { tenantId = null, userId = null, role = null, status = null, search = null } = filter;
  const values = [tenantId, userId, role, status, search];
  const direction = filter.sortDirection === 'asc' ? 'ASC' : 'DESC';
  const counted = await tx.first<{ total: number }>({ text: `SELECT count(*) AS total ${FROM}`, values });
  const rows = await tx.many<InstallationUser>({
    text: `SELECT u.user_id AS id, u.tenant_id AS "tenantId", t.slug AS "tenantSlug", u.email,
        u.first_name AS "firstName", u.last_name AS "lastName", u.role, u.status,
        u.last_sign_in_at AS "lastSignInAt", u.created_at AS "createdAt"
      ${FROM} ORDER BY ${SORTS[filter.sort ?? 'createdAt']} ${direction}, u.user_id ${direction} LIMIT $6 OFFSET $7`,
    values: [...values, filter.limit, filter.offset],
  });
  return { rows, total: counted?.total ?? 0 };
}
