import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrateAll, type DatabaseUrls, APP_ROLES, KEYSTORE_ROLE } from '../../src/entry/compose/databases.ts';
import { urlOf } from '../../src/entry/compose/embedded.ts';
import { deriveSecrets } from '../../src/entry/compose/secrets.ts';
import { embeddedPlace, openDatabase, startCluster } from '../../src/platform/postgres/index.ts';

/** The root secret of every test. */
export const TEST_SECRETS = deriveSecrets(Buffer.from('careroute test root secret 00001', 'utf8'));

const SUPERUSER = 'careroute_migrator';
const PASSWORD = 'only-in-tests';
const VARIABLE = 'CAREROUTE_TEST_CLUSTER';
export const APPLICATION_TEMPLATE = 'careroute_template';
export const KEYSTORE_TEMPLATE = 'careroute_keystore_template';

export interface TestCluster {
  readonly host: string;
  readonly port: number;
}

/** One real PostgreSQL for all test files, with the migrated template databases; `env` goes to the test processes. */
export async function startSharedCluster(): Promise<{ env: Record<string, string>; stop(): Promise<void> }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-test-'));
  await chmod(directory, 0o755);
  const place = await embeddedPlace(directory);
  const cluster = await startCluster(place, {
    name: 'test',
    port: 54329,
    superuser: SUPERUSER,
    password: PASSWORD,
    sharedBuffersMb: 128,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
    onRestart: () => {},
  });
  const stop = async (): Promise<void> => {
    await cluster.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const at = { host: cluster.host, port: cluster.port };
    await makeTemplates(at);
    return { env: { [VARIABLE]: JSON.stringify(at) }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The cluster that the runner started. */
export function sharedCluster(env: Readonly<Record<string, string | undefined>> = process.env): TestCluster {
  const text = env[VARIABLE];
  if (!text) throw new Error(`${VARIABLE} is not set: run tests by "npm test" or "node test/run.ts integration"`);
  return JSON.parse(text) as TestCluster;
}

export const superuserUrl = (cluster: TestCluster, database: string): string =>
  urlOf(cluster, SUPERUSER, PASSWORD, database);

/** The URLs of the product's roles on one pair of databases. */
export function testUrls(cluster: TestCluster, application: string, keystore: string): DatabaseUrls {
  const as = (role: string, database: string): string =>
    urlOf(cluster, role, TEST_SECRETS.rolePassword(role), database);
  return {
    application: superuserUrl(cluster, application),
    app: as(APP_ROLES.app, application),
    identity: as(APP_ROLES.identity, application),
    queue: as(APP_ROLES.queue, application),
    keystore: superuserUrl(cluster, keystore),
    keystoreApp: as(KEYSTORE_ROLE, keystore),
  };
}

async function makeTemplates(cluster: TestCluster): Promise<void> {
  await onServer(cluster, async (run) => {
    await run(`CREATE DATABASE ${APPLICATION_TEMPLATE}`);
    await run(`CREATE DATABASE ${KEYSTORE_TEMPLATE}`);
  });
  await migrateAll(testUrls(cluster, APPLICATION_TEMPLATE, KEYSTORE_TEMPLATE), TEST_SECRETS, () => {});
}

/** Runs statements as the superuser on the server's own database. */
export async function onServer<T>(
  cluster: TestCluster,
  work: (run: (sql: string) => Promise<unknown>) => Promise<T>,
): Promise<T> {
  const admin = openDatabase({
    url: superuserUrl(cluster, 'postgres'),
    maxConnections: 1,
    applicationName: 'careroute-test',
    onIdleError: () => {},
  });
  try {
    return await work((sql) => admin.query({ text: sql }));
  } finally {
    await admin.close();
  }
}
