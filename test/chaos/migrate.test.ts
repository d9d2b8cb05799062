import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { KEYSTORE_MIGRATIONS, MIGRATIONS } from '../../src/entry/compose/databases.ts';
import { urlOf } from '../../src/entry/compose/embedded.ts';
import { type EmbeddedCluster, embeddedPlace, openDatabase, startCluster } from '../../src/platform/postgres/index.ts';
import { type ProductProcess, runProduct } from '../kit/product.ts';

/** A server of its own: its roles get other passwords than those of the server that the other tests share. */
const OWNER = { superuser: 'somebody_else', password: randomBytes(12).toString('hex') };
let dataDir: string;
let cluster: EmbeddedCluster;
before(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'careroute-migrate-'));
  await chmod(dataDir, 0o755);
  const place = await embeddedPlace(dataDir);
  cluster = await startCluster(place, {
    name: 'external',
    port: 54330,
    ...OWNER,
    sharedBuffersMb: 32,
    onRestart: () => {},
  });
});
after(async () => {
  await cluster.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const urlFor = (database: string): string => urlOf(cluster, OWNER.superuser, OWNER.password, database);

const rootKey = randomBytes(32).toString('base64');
const migrateAt = (application: string, keystore: string): ProductProcess =>
  runProduct(['migrate'], {
    dataDir: path.join(dataDir, 'client'),
    env: {
      CAREROUTE_DATABASE_URL: urlFor(application),
      CAREROUTE_KEYSTORE_URL: urlFor(keystore),
      CAREROUTE_ROOT_KEY: rootKey,
    },
  });

async function makeDatabases(...names: readonly string[]): Promise<void> {
  const server = openDatabase({
    url: urlFor('postgres'),
    maxConnections: 1,
    applicationName: 'careroute-test',
    onIdleError: () => {},
  });
  for (const name of names) await server.query({ text: `CREATE DATABASE ${name}` });
  await server.close();
}

const appliedBy = (...migrations: readonly ProductProcess[]): string[] =>
  migrations.flatMap((process) => [...process.output().matchAll(/^Applied (\S+)$/gm)].map((match) => match[1] ?? ''));

test('two migrations of the same external databases at once both succeed, and each file is applied once', async () => {
  await makeDatabases('one_application', 'one_keystore');
  const both = [migrateAt('one_application', 'one_keystore'), migrateAt('one_application', 'one_keystore')] as const;
  for (const migration of both) assert.equal((await migration.ended).code, 0, migration.output());
  const files = [...(await readdir(MIGRATIONS)), ...(await readdir(KEYSTORE_MIGRATIONS))];
  assert.deepEqual(appliedBy(...both).toSorted(), files.toSorted());
  const third = migrateAt('one_application', 'one_keystore');
  assert.equal((await third.ended).code, 0, third.output());
  assert.match(third.output(), /up to date/);
});
