import { actorOf, type Caller } from '../access/index.ts';
import { type Origin, recordAudit } from '../audit/index.ts';
import { systemContext } from '../gate/index.ts';
import type { Tenancy } from '../tenancy/index.ts';

/** What a superadmin looked at, and the request that it comes from. */
export interface Look {
  readonly caller: Caller;
  readonly origin: Origin;
  readonly now: Date;
  readonly event: { readonly action: string; readonly entity: string };
  /** The tenant that was asked about by name: stands in the installation's trail beside what was shown. */
  readonly asked?: string | undefined;
}

/**
 * Writes what a superadmin was shown of each tenant into that tenant's own trail, then all of it into the
 * installation's; nothing may be shown before. One transaction after the other, as all take a connection of the same
 * pool: if the process dies in between, somebody's trail tells of what nobody was shown.
 */
export async function tellTenants(
  identityTenancy: Tenancy,
  { caller, origin, now, event, asked }: Look,
  shown: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const onBehalfOf = { kind: 'superadmin', id: caller.actorId };
  for (const [tenantId, entityIds] of shown) {
    if (tenantId === caller.tenantId) continue;
    const entry = { event: { ...event, entityIds, outcome: 'done' } as const, origin, onBehalfOf };
    await identityTenancy.withTenant(systemContext(tenantId), (tx) => recordAudit(tx, now, [entry]));
  }
  const entityIds = [...(asked === undefined ? [] : [asked]), ...[...shown.values()].flat()];
  const home = { tenantId: caller.tenantId, actor: actorOf(caller) };
  await identityTenancy.withTenant(home, (tx) =>
    recordAudit(tx, now, [{ event: { ...event, entityIds, outcome: 'done' }, origin }]),
  );
}
