import type { TenantReader, TenantWriter } from './tenancy.ts';

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  /** An IANA zone; there is no default, because caps and days depend on it. */
  readonly timeZone: string;
  readonly isDemo: boolean;
  /** `operator` unless given. */
  readonly kind?: 'operator' | 'practice' | 'installation';
}

/** Writes the tenant that the context names: a context for a new tenant sees nothing but that one. */
export async function createTenant(tx: TenantWriter, tenant: NewTenant): Promise<void> {
  await tx.run({
    text: 'INSERT INTO tenants (tenant_id, slug, name, time_zone, is_demo, kind) VALUES ($1, $2, $3, $4, $5, $6)',
    values: [tx.context.tenantId, tenant.slug, tenant.name, tenant.timeZone, tenant.isDemo, tenant.kind ?? 'operator'],
  });
}

/** What of a tenant everything else depends on. `stamp` rises with every change of what routing reads. */
export interface TenantState {
  readonly stamp: number;
  readonly timeZone: string;
  readonly status: string;
}

/** The tenant of the context. Throws if it does not exist. */
export async function tenantState(tx: TenantReader): Promise<TenantState> {
  const row = await tx.first<TenantState>({
    name: 'tenant-state',
    text: 'SELECT routing_stamp AS stamp, time_zone AS "timeZone", status FROM tenants WHERE tenant_id = $1',
    values: [tx.context.tenantId],
  });
  if (!row) throw new Error('the tenant of this context does not exist');
  return row;
}
