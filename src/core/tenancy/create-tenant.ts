import type { TenantWriter } from './tenancy.ts';

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  /** An IANA zone; there is no default, because caps and days depend on it. */
  readonly timeZone: string;
  readonly isDemo: boolean;
}

/** Writes the tenant that the context names: a context for a new tenant sees nothing but that one. */
export async function createTenant(tx: TenantWriter, tenant: NewTenant): Promise<void> {
  await tx.run({
    text: 'INSERT INTO tenants (tenant_id, slug, name, time_zone, is_demo) VALUES ($1, $2, $3, $4, $5)',
    values: [tx.context.tenantId, tenant.slug, tenant.name, tenant.timeZone, tenant.isDemo],
  });
}
