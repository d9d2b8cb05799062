import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, test } from 'node:test';
import { APP_ROLES, type DatabaseUrls, KEYSTORE_ROLE, migrateAll } from '../../src/entry/compose/databases.ts';
import { urlOf } from '../../src/entry/compose/embedded.ts';
import { deriveSecrets } from '../../src/entry/compose/secrets.ts';
import { checkRoles } from '../../src/entry/cli/doctor/check-roles.ts';
import { openAll } from '../../src/entry/cli/doctor/databases.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { type EmbeddedCluster, embeddedPlace, startCluster } from '../../src/platform/postgres/index.ts';
import { freePorts } from '../kit/product.ts';
import { psql } from './debian-postgres.fixture.ts';
import { atEnd } from './debian.fixture.ts';
import { startExternal } from './external.fixture.ts';
import { readManual } from './manual.fixture.ts';
import { command } from './running.fixture.ts';

const manual = await readManual('external-postgres.md');
const secrets = deriveSecrets(Buffer.alloc(32, 'careroute test '));
const ADMINISTRATOR = { PGPASSWORD: 'only-in-tests' };
const clusters: EmbeddedCluster[] = [];

before(async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-system-'));
  atEnd(() => rm(directory, { recursive: true, force: true }));
  await chmod(directory, 0o755);
  const place = await embeddedPlace(directory);
  for (const name of ['fresh', 'moved']) {
    const { https: port } = await freePorts();
    const login = { superuser: 'postgres', password: ADMINISTRATOR.PGPASSWORD };
    const cluster = await startCluster(place, { name, port, ...login, sharedBuffersMb: 32, onRestart: () => {} });
    atEnd(() => cluster.stop());
    clusters.push(cluster);
  }
});

/** Both databases on one cluster, as the roles of these secrets. */
function urlsOn(cluster: EmbeddedCluster, own = secrets, passwords = ['one', 'two']): DatabaseUrls {
  const [password = '', keystorePassword = ''] = passwords;
  const as = (role: string, database: string) => urlOf(cluster, role, own.rolePassword(role), database);
  return {
    application: urlOf(cluster, 'careroute_migrator', password, 'careroute'),
    app: as(APP_ROLES.app, 'careroute'),
    identity: as(APP_ROLES.identity, 'careroute'),
    queue: as(APP_ROLES.queue, 'careroute'),
    keystore: urlOf(cluster, 'careroute_keystore_migrator', keystorePassword, 'careroute_keystore'),
    keystoreApp: as(KEYSTORE_ROLE, 'careroute_keystore'),
  };
}

const administer = (cluster: EmbeddedCluster, script: string, env: Record<string, string> = {}, goesOn = false) =>
  psql(['-h', cluster.host, '-p', String(cluster.port), '-U', 'postgres', '-d', 'postgres'], script, {
    env: { ...ADMINISTRATOR, ...env },
    goesOn,
  });

async function assertRolesAreRight(urls: DatabaseUrls, own = secrets): Promise<void> {
  const databases = openAll(urls, own, systemClock);
  try {
    assert.deepEqual(
      (await checkRoles(databases)).map(({ state }) => state),
      ['ok'],
    );
  } finally {
    await databases.close();
  }
}

test('on the newest PostgreSQL, migrators that are no superusers migrate what the manual set up, twice', async () => {
  const [cluster] = clusters;
  assert.ok(cluster);
  await administer(cluster, manual.block('Databases', 'sql', 1), { MIGRATOR_PASSWORD: 'one' });
  await administer(cluster, manual.block('Databases', 'sql', 2), { KEYSTORE_MIGRATOR_PASSWORD: 'two' });
  const urls = urlsOn(cluster);
  const applied: string[] = [];
  await migrateAll(urls, secrets, (name) => applied.push(name));
  assert.ok(applied.length > 8);
  await migrateAll(urls, secrets, () => assert.fail('there was nothing to do'));
  await assertRolesAreRight(urls);
});

test('databases moved from 15 to the newest migrate once their roles have the grants of the manual', async () => {
  const [, cluster] = clusters;
  assert.ok(cluster);
  const external = await startExternal();
  await command(external, external.env, ['migrate']);
  for (const old of [external.application, external.keystore]) {
    // The role postgres is there already: the one error.
    await administer(cluster, await old.dumpAll(), {}, true);
  }
  const own = deriveSecrets(external.rootKey);
  const { CAREROUTE_DATABASE_URL: application, CAREROUTE_KEYSTORE_URL: keystore } = external.env;
  const urls = urlsOn(
    cluster,
    own,
    [application, keystore].map((url) => new URL(url).password),
  );
  const migrate = () => migrateAll(urls, own, () => assert.fail('the schema is there already'));
  await assert.rejects(migrate, /permission denied to alter role/);
  await administer(cluster, manual.block('Upgrade of PostgreSQL', 'sql', 1));
  await administer(cluster, manual.block('Upgrade of PostgreSQL', 'sql', 2));
  await migrate();
  await assertRolesAreRight(urls, own);
});
