import type { TenantReader } from '../../core/tenancy/index.ts';
import type { Session } from '../../platform/postgres/index.ts';

/** Whether any campaign that takes leads lists the origin. */
export async function isOriginOfAny(identity: Session, origin: string): Promise<boolean> {
  const rows = await identity.query({
    text: `SELECT 1 FROM campaigns
      WHERE allowed_origins @> ARRAY[$1] AND allowed_origins <> '{}' AND status IN ('active', 'testing') LIMIT 1`,
    values: [origin],
  });
  return rows.length > 0;
}

/** The origins that a campaign lists; none for a missing one. */
export async function campaignFindOrigins(tx: TenantReader, campaignId: string): Promise<readonly string[]> {
  const row = await tx.first<{ origins: string[] }>({
    name: 'campaign-find-origins',
    text: 'SELECT allowed_origins AS origins FROM campaigns WHERE tenant_id = $1 AND id = $2',
    values: [tx.context.tenantId, campaignId],
  });
  return row?.origins ?? [];
}
