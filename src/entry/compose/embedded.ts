import {
  clusterAddress,
  type EmbeddedCluster,
  embeddedPlace,
  openDatabase,
  startCluster,
} from '../../platform/postgres/index.ts';
import { APP_ROLES, type DatabaseUrls, KEYSTORE_ROLE } from './databases.ts';
import type { DerivedSecrets } from './secrets.ts';

export interface Embedded {
  readonly urls: DatabaseUrls;
  readonly dataDirectories: readonly string[];
  stop(): Promise<void>;
}

/** Told when an embedded server died by itself and what came of it. */
export type OnRestart = (cluster: 'application' | 'keystore', outcome: 'restarted' | 'not_yet') => void;

const MIGRATOR = 'careroute_migrator';
const KEYSTORE_MIGRATOR = 'careroute_keystore_migrator';
const APPLICATION = {
  name: 'application',
  database: 'careroute',
  superuser: MIGRATOR,
  port: 54321,
  sharedBuffersMb: 256,
} as const;
const KEYSTORE = {
  name: 'keystore',
  database: 'careroute_keystore',
  superuser: KEYSTORE_MIGRATOR,
  port: 54322,
  sharedBuffersMb: 64,
} as const;

/** Starts both embedded clusters under the data directory, making them at the first start. */
export async function startEmbedded(dataDir: string, secrets: DerivedSecrets, onRestart: OnRestart): Promise<Embedded> {
  const place = await embeddedPlace(dataDir);
  const start = (spec: typeof APPLICATION | typeof KEYSTORE) =>
    startCluster(place, {
      ...spec,
      password: secrets.rolePassword(spec.superuser),
      onRestart: (outcome) => onRestart(spec.name, outcome),
    });
  const [application, keystore] = await bothOrNone(start(APPLICATION), start(KEYSTORE));
  const stop = async (): Promise<void> => {
    await Promise.all([application.stop(), keystore.stop()]);
  };
  try {
    await Promise.all([
      ensureDatabase(urlOf(application, MIGRATOR, secrets.rolePassword(MIGRATOR), 'postgres'), APPLICATION.database),
      ensureDatabase(
        urlOf(keystore, KEYSTORE_MIGRATOR, secrets.rolePassword(KEYSTORE_MIGRATOR), 'postgres'),
        KEYSTORE.database,
      ),
    ]);
    return {
      urls: urlsOf(application, keystore, secrets),
      dataDirectories: [application.dataDirectory, keystore.dataDirectory],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Both clusters; when one does not start, the other is stopped again. */
async function bothOrNone(
  ...starting: readonly [Promise<EmbeddedCluster>, Promise<EmbeddedCluster>]
): Promise<readonly [EmbeddedCluster, EmbeddedCluster]> {
  try {
    return await Promise.all(starting);
  } catch (error) {
    for (const started of await Promise.allSettled(starting))
      if (started.status === 'fulfilled') await started.value.stop();
    throw error;
  }
}

/** The embedded clusters that another process of this data directory is running. */
export async function reachEmbedded(dataDir: string, secrets: DerivedSecrets): Promise<Embedded> {
  const place = await embeddedPlace(dataDir);
  const [application, keystore] = [clusterAddress(place, APPLICATION), clusterAddress(place, KEYSTORE)];
  return { urls: urlsOf(application, keystore, secrets), dataDirectories: [], stop: async () => {} };
}

type Address = Pick<EmbeddedCluster, 'host' | 'port'>;

/** The URLs of every role, for clusters that answer at these addresses. */
export function urlsOf(application: Address, keystore: Address, secrets: DerivedSecrets): DatabaseUrls {
  const app = (role: string) => urlOf(application, role, secrets.rolePassword(role), APPLICATION.database);
  const key = (role: string) => urlOf(keystore, role, secrets.rolePassword(role), KEYSTORE.database);
  return {
    application: app(MIGRATOR),
    app: app(APP_ROLES.app),
    identity: app(APP_ROLES.identity),
    queue: app(APP_ROLES.queue),
    keystore: key(KEYSTORE_MIGRATOR),
    keystoreApp: key(KEYSTORE_ROLE),
  };
}

/** A URL that libpq and node-postgres both read: `postgres://user:password@/database?host=/dir&port=…`. */
export function urlOf(cluster: Address, user: string, password: string, database: string): string {
  const place = `host=${encodeURIComponent(cluster.host)}&port=${cluster.port}`;
  return `postgres://${user}:${encodeURIComponent(password)}@/${database}?${place}`;
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const admin = openDatabase({
    url,
    maxConnections: 1,
    applicationName: 'careroute-start',
    onIdleError: () => {},
  });
  try {
    const found = await admin.query({ text: 'SELECT 1 FROM pg_database WHERE datname = $1', values: [name] });
    if (found.length === 0) await admin.query({ text: `CREATE DATABASE ${name}` });
  } finally {
    await admin.close();
  }
}
