import type { TenantReader } from '../tenancy/index.ts';

/** What pages need to know of the organization that a caller works in. */
export interface OrganisationSeen {
  readonly name: string;
  readonly slug: string;
  readonly kind: 'operator' | 'practice' | 'installation';
  readonly timeZone: string;
  readonly isDemo: boolean;
}

/** An organization by its id; a guest's is not that of the context, so the identity role is asked. */
export async function organisationFind(tx: TenantReader, tenantId: string): Promise<OrganisationSeen | undefined> {
  return tx.first({
    text: 'SELECT name, slug, kind, time_zone AS "timeZone", is_demo AS "isDemo" FROM tenants WHERE tenant_id = $1',
    values: [tenantId],
  });
}
