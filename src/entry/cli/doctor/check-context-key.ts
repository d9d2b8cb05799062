import { randomBytes } from 'node:crypto';
import { systemContext } from '../../../core/gate/index.ts';
import { createTenancy } from '../../../core/tenancy/index.ts';
import { newId } from '../../../kernel/ids.ts';
import type { OpenedDatabases } from './databases.ts';
import { fine, type Finding, problem } from './finding.ts';

/** A round trip: a context that this process signs is taken for what it says, and one signed otherwise for nothing. */
export async function checkContextKey(databases: OpenedDatabases): Promise<Finding[]> {
  const tenantId = newId();
  if ((await tenantSeen(databases, randomBytes(32), tenantId)) !== null) {
    return [
      problem(
        'The database accepts a context that nobody signed with its key: row security holds nothing.',
        'Stop Careroute. Run careroute migrate, which stores the key, and doctor again before it starts.',
      ),
    ];
  }
  if ((await tenantSeen(databases, databases.secrets.contextKey, tenantId)) === tenantId) {
    return [fine('The database accepts a context signed with the key of this root key, and no other.')];
  }
  return [
    problem(
      'The database does not accept a context that this process signs: no request would see a row.',
      'Was the root key changed? Put the right one back; careroute migrate stores the key that follows from it. ' +
        'Check the clocks, too.',
    ),
  ];
}

/** The tenant that the database reads from a context for `tenantId` under `key`; null when it does not believe it. */
async function tenantSeen({ as, clock }: OpenedDatabases, key: Buffer, tenantId: string): Promise<string | null> {
  const seen = await createTenancy(as.app, key, clock).readTenant(systemContext(tenantId), (tx) =>
    tx.first<{ tenant: string | null }>({ text: 'SELECT app.tenant() AS tenant' }),
  );
  if (!seen) throw new Error('the server did not tell the tenant of a context');
  return seen.tenant;
}
