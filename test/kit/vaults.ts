import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before } from 'node:test';
import { createVault, keyfileProvider, type KeyProvider, type Place, type Vault } from '../../src/core/vault/index.ts';
import { type Clock, systemClock } from '../../src/kernel/time.ts';
import { type Database, openDatabase } from '../../src/platform/postgres/index.ts';
import { freshDatabases, type TestDatabases } from './database.ts';

/** What tests of the vault share: a keystore of the file, made and dropped by the hooks that an import registers. */
export const root = randomBytes(32);
let databases: TestDatabases;
let keystore: Database;

before(async () => {
  databases = await freshDatabases();
  const url = databases.urls.keystoreApp;
  keystore = openDatabase({ url, maxConnections: 8, applicationName: 'vault-test', onIdleError: () => {} });
});
after(async () => {
  await keystore.close();
  await databases.drop();
});

/** The keystore as the vault's role. */
export const keystoreOfFile = (): Database => keystore;

/** A vault with caches of its own, as each process has one. */
export const newProcess = (clock: Clock = systemClock, provider: KeyProvider = keyfileProvider(root)): Vault =>
  createVault(keystore, provider, clock);
const placeOf = (tenantId: string, recordId: string): Place => ({
  tenantId,
  table: 'leads',
  recordId,
  part: 'identity',
});

/** A subject of the tenant with a sealed value. */
export async function sealedSubject(vault: Vault, tenantId: string) {
  const { subjectId, key } = await vault.lease(tenantId);
  const place = placeOf(tenantId, subjectId);
  return { subjectId, place, sealed: vault.seal(key, place, Buffer.from(subjectId)) };
}
type Sealed = Awaited<ReturnType<typeof sealedSubject>>;

export async function assertOpens(vault: Vault, { subjectId, place, sealed }: Sealed): Promise<void> {
  assert.equal((await vault.open(subjectId, place, sealed)).toString(), subjectId);
}

export const owner = <Row>(text: string, ...values: unknown[]): Promise<Row[]> =>
  databases.keystoreOwner.query<Row>({ text, values });

export async function versionsOf(tenantId: string): Promise<number[]> {
  const rows = await owner<{ version: number }>(
    'SELECT DISTINCT tenant_key_version AS version FROM subject_keys WHERE tenant_id = $1 ORDER BY 1',
    tenantId,
  );
  return rows.map((row) => row.version);
}

export async function destroyTenant(tenantId: string): Promise<void> {
  await owner('DELETE FROM tenant_keys WHERE tenant_id = $1', tenantId);
  await owner('DELETE FROM subject_keys WHERE tenant_id = $1', tenantId);
}
