import { USER_ROLES } from '../../../core/access/index.ts';
import { systemContext } from '../../../core/gate/index.ts';
import { needsSecondFactor } from '../../../core/identity/index.ts';
import { createTenancy } from '../../../core/tenancy/index.ts';
import type { OpenedDatabases } from './databases.ts';
import { fine, type Finding, warning } from './finding.ts';

/** People of one tenant and role who could sign in without a second factor. */
export interface WithoutFactor {
  readonly slug: string;
  readonly role: string;
  readonly people: number;
  /** Whether the role demands one: they are asked to set it up at the next sign-in. */
  readonly demanded: boolean;
}

const DEMANDED = USER_ROLES.filter(needsSecondFactor);

/** Which accounts have no second factor. Counts only: whose they are is the tenant's business. */
export async function checkSecondFactors({
  as,
  secrets,
  clock,
}: Pick<OpenedDatabases, 'as' | 'secrets' | 'clock'>): Promise<Finding[]> {
  const tenancy = createTenancy(as.identity, secrets.contextKey, clock);
  const tenants = await as.identity.query<{ tenantId: string; slug: string }>({
    text: 'SELECT tenant_id AS "tenantId", slug FROM tenants ORDER BY slug',
  });
  const rows: WithoutFactor[] = [];
  for (const { tenantId, slug } of tenants) {
    const found = await tenancy.readTenant(systemContext(tenantId), (tx) =>
      tx.many<Omit<WithoutFactor, 'slug'>>({ text: WITHOUT_FACTOR, values: [tenantId, DEMANDED] }),
    );
    rows.push(...found.map((row) => ({ slug, ...row })));
  }
  return judgeSecondFactors(rows);
}

const WITHOUT_FACTOR = `SELECT u.role, count(*) AS people, u.role = ANY($2) AS demanded
  FROM users AS u
  WHERE u.tenant_id = $1 AND u.status = 'active'
    AND NOT EXISTS (SELECT FROM user_secrets AS s WHERE s.tenant_id = u.tenant_id AND s.user_id = u.user_id
      AND s.totp_confirmed_at IS NOT NULL)
    AND NOT EXISTS (SELECT FROM passkeys AS p WHERE p.tenant_id = u.tenant_id AND p.user_id = u.user_id
      AND p.blocked_at IS NULL)
  GROUP BY u.role ORDER BY u.role`;

export function judgeSecondFactors(rows: readonly WithoutFactor[]): Finding[] {
  if (rows.length === 0) return [fine('Every account that can sign in has one.')];
  return rows.map(({ slug, role, people, demanded }) =>
    warning(
      `${people} ${people === 1 ? 'account' : 'accounts'} with the role ${role} in ${slug} ` +
        `${people === 1 ? 'has' : 'have'} no second factor.`,
      demanded
        ? 'They must set one up at the next sign-in. Ask them to, or switch the accounts off.'
        : 'The role does not demand one. Ask them to set one up; GET /api/v1/access-review says who they are.',
    ),
  );
}
