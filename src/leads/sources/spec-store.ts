import type { TenantWriter } from '../../core/tenancy/index.ts';
import type { Session } from '../../platform/postgres/index.ts';
import type { SpecLink } from './sign-spec-token.ts';

/** What the link of a campaign is made of, whosever it is; undefined for a missing one and in a closed tenant. */
export async function specFind(identity: Session, campaignId: string): Promise<SpecLink | undefined> {
  const rows = await identity.query<SpecLink>({
    text: `SELECT c.tenant_id AS "tenantId", c.id AS "campaignId", c.spec_number AS "specNumber"
      FROM campaigns AS c JOIN tenants AS t ON t.tenant_id = c.tenant_id AND t.status = 'active'
      WHERE c.id = $1`,
    values: [campaignId],
  });
  return rows.length === 1 ? rows[0] : undefined;
}

/** Ends the link that a campaign has, and gives the number of the next; undefined for a missing campaign. */
export async function specRenew(tx: TenantWriter, campaignId: string): Promise<number | undefined> {
  const row = await tx.first<{ specNumber: number }>({
    text: `UPDATE campaigns SET spec_number = spec_number + 1, updated_at = now()
      WHERE tenant_id = $1 AND id = $2 RETURNING spec_number AS "specNumber"`,
    values: [tx.context.tenantId, campaignId],
  });
  return row?.specNumber;
}
