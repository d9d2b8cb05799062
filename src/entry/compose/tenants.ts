import { defaultScopes, issueKey } from '../../core/access/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import { createTenant, INSTALLATION_SLUG, type NewTenant } from '../../core/tenancy/index.ts';
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

type Installation = Pick<ListedTenant, 'tenantId' | 'slug'>;

const findInstallation = async ({ identity }: Runtime): Promise<Installation | undefined> => {
  const [known] = await identity.query<Installation>({
    text: `SELECT tenant_id AS "tenantId", slug FROM tenants WHERE kind = 'installation'`,
  });
  return known;
};

/** What to call the installation: a customer from before slugs were reserved may be called so already. */
async function freeSlug({ identity }: Runtime, tenantId: string): Promise<string> {
  const [taken] = await identity.query({
    text: 'SELECT tenant_id FROM tenants WHERE slug = $1',
    values: [INSTALLATION_SLUG],
  });
  return taken ? `${INSTALLATION_SLUG}-${tenantId.slice(-12)}` : INSTALLATION_SLUG;
}

/**
 * The tenant that the installation itself is, made when it is first asked for: it holds the superadmins. Who asks for
 * it at the same moment waits, and gets the one that was made.
 */
export async function installationTenant(runtime: Runtime): Promise<Installation> {
  const known = await findInstallation(runtime);
  if (known) return known;
  const tenantId = newId();
  const tenant = { name: 'This installation', timeZone: 'UTC', isDemo: false, kind: 'installation' } as const;
  return runtime.tenancy.withTenant(systemContext(tenantId), async (tx) => {
    await tx.run({ text: `SELECT pg_advisory_xact_lock(hashtextextended('installation tenant', 0))`, values: [] });
    // The context of a new tenant sees no other: the identity role looks.
    const made = await findInstallation(runtime);
    if (made) return made;
    const slug = await freeSlug(runtime, tenantId);
    await createTenant(tx, { ...tenant, slug });
    const event = { action: 'tenant.create', entity: 'tenant', entityIds: [tenantId], outcome: 'done' } as const;
    await recordAudit(tx, runtime.clock.now(), [{ event, origin: {} }]);
    return { tenantId, slug };
  });
}
