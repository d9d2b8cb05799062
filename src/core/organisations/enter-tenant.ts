import { notFound } from '../../kernel/app-error.ts';
import type { Caller } from '../access/index.ts';
import { type AuditEvent, type Origin, recordAudit } from '../audit/index.ts';
import { systemContext } from '../gate/index.ts';
import type { Tenancy, TenantReader, TenantWriter } from '../tenancy/index.ts';
import { tenantFind, type TenantRow } from './store.ts';

/** What a superadmin does in a tenant, and the request it comes from. */
export interface Entry {
  readonly tenantId: string;
  readonly action: string;
  readonly caller: Caller;
  readonly origin: Origin;
  readonly now: Date;
  readonly detail?: NonNullable<AuditEvent['detail']>;
}

/**
 * Works in another tenant for a superadmin, in a transaction of its own that also writes into that tenant's trail who
 * it was: a superadmin has no standing way in, and nothing happens to a tenant that its own trail does not know.
 *
 * The caller is inside the gate's transaction of the installation, which commits afterwards with the event in the
 * installation's trail. If the process dies in between, or that commit fails, the change stands and the tenant's trail
 * tells of it, while the installation's trail lacks its event: never the other way round. The gate's transaction is one
 * of the identity role and this one is of the app role, so that no pool waits for itself.
 */
export async function inTenant<T>(tenancy: Tenancy, entry: Entry, work: (tx: TenantWriter) => Promise<T>): Promise<T> {
  const { tenantId, action, caller, origin, now, detail } = entry;
  return tenancy.withTenant(systemContext(tenantId), async (tx) => {
    const done = await work(tx);
    const event: AuditEvent = {
      action,
      entity: 'tenant',
      entityIds: [tenantId],
      outcome: 'done',
      ...(detail ? { detail } : {}),
    };
    await recordAudit(tx, now, [{ event, origin, onBehalfOf: { kind: 'superadmin', id: caller.actorId } }]);
    return done;
  });
}

/** A tenant that the installation serves; NOT_FOUND for the installation itself too. */
export async function requireTenant(identity: TenantReader, tenantId: string): Promise<TenantRow> {
  const tenant = await tenantFind(identity, tenantId);
  if (!tenant) throw notFound();
  return tenant;
}
