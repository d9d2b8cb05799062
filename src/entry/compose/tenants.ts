import { defaultScopes, issueKey } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import { createTenant, type NewTenant } from '../../core/tenancy/index.ts';
import { newId } from '../../kernel/ids.ts';
import type { Runtime } from './runtime.ts';

/** Makes a tenant with its first admin key, which is in the answer and nowhere else. */
export async function foundTenant(
  runtime: Runtime,
  tenant: NewTenant,
): Promise<{ tenantId: string; adminKey: string }> {
  const tenantId = newId();
  return runtime.tenancy.withTenant(systemContext(tenantId), async (tx) => {
    await createTenant(tx, tenant);
    const { key, keyId } = await issueKey(tx, runtime.secrets.keyPepper, {
      kind: 'admin',
      name: 'First admin key',
      piiAccess: true,
      scopes: [...defaultScopes('admin'), 'admin'],
    });
    await recordAudit(tx, runtime.clock.now(), [
      { event: { action: 'tenant.create', entity: 'tenant', entityIds: [tenantId], outcome: 'done' }, origin: {} },
      { event: { action: 'api_key.create', entity: 'api_key', entityIds: [keyId], outcome: 'done' }, origin: {} },
    ]);
    return { tenantId, adminKey: key };
  });
}

export interface ListedTenant {
  readonly tenantId: string;
  readonly slug: string;
  readonly isDemo: boolean;
  readonly kind: string;
}

/** Ids of all customers' tenants, for work that goes through them one by one. */
export async function tenantIds(runtime: Runtime): Promise<ListedTenant[]> {
  return runtime.identity.query({
    text: `SELECT tenant_id AS "tenantId", slug, is_demo AS "isDemo", kind FROM tenants WHERE kind <> 'installation'
      ORDER BY tenant_id`,
  });
}

/** The tenant that the installation itself is, made when it is first asked for: it holds the superadmins. */
export async function installationTenant(runtime: Runtime): Promise<string> {
  const [known] = await runtime.identity.query<{ id: string }>({
    text: `SELECT tenant_id AS id FROM tenants WHERE kind = 'installation'`,
  });
  if (known) return known.id;
  const tenantId = newId();
  const tenant = { slug: 'installation', name: 'This installation', timeZone: 'UTC', isDemo: false } as const;
  return runtime.tenancy.withTenant(systemContext(tenantId), async (tx) => {
    await createTenant(tx, { ...tenant, kind: 'installation' });
    const event = { action: 'tenant.create', entity: 'tenant', entityIds: [tenantId], outcome: 'done' } as const;
    await recordAudit(tx, runtime.clock.now(), [{ event, origin: {} }]);
    return tenantId;
  });
}
