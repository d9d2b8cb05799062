import { issueKey } from '../../core/access/index.ts';
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
    });
    await recordAudit(tx, runtime.clock.now(), [
      { event: { action: 'tenant.create', entity: 'tenant', entityIds: [tenantId], outcome: 'done' }, origin: {} },
      { event: { action: 'api_key.create', entity: 'api_key', entityIds: [keyId], outcome: 'done' }, origin: {} },
    ]);
    return { tenantId, adminKey: key };
  });
}

/** Ids of all tenants, for work that goes through them one by one. */
export async function tenantIds(runtime: Runtime): Promise<{ tenantId: string; slug: string; isDemo: boolean }[]> {
  return runtime.identity.query({
    text: 'SELECT tenant_id AS "tenantId", slug, is_demo AS "isDemo" FROM tenants ORDER BY tenant_id',
  });
}
