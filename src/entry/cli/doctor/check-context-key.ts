import { systemContext } from '../../../core/gate/index.ts';
import { createTenancy } from '../../../core/tenancy/index.ts';
import { newId } from '../../../kernel/ids.ts';
import type { OpenedDatabases } from './databases.ts';
import { fine, type Finding, problem } from './finding.ts';

/** A round trip: a context that this process signs is taken by the database for what it says. */
export async function checkContextKey({ as, secrets, clock }: OpenedDatabases): Promise<Finding[]> {
  const tenantId = newId();
  const tenancy = createTenancy(as.app, secrets.contextKey, clock);
  const look = { text: 'SELECT app.tenant() AS tenant, app.staff() AS staff' };
  const seen = await tenancy.readTenant(systemContext(tenantId), (tx) =>
    tx.first<{ tenant: string | null; staff: boolean }>(look));
  if (seen?.tenant === tenantId && seen.staff) return [fine(
    'The database accepts a context signed with the key of this root key.',
  )];
  return [problem(
    'The database does not accept a context that this process signs: no request would see a row.',
    'Was the root key changed? Put the right one back; careroute migrate stores the key that follows from it. '
      + 'Check the clocks, too.',
  )];
}
