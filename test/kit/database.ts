import { randomBytes } from 'node:crypto';
import { keyfileProvider } from '../../src/core/vault/index.ts';
import type { DatabaseUrls } from '../../src/entry/compose/databases.ts';
import { openRuntime, type Runtime } from '../../src/entry/compose/runtime.ts';
import type { Clock } from '../../src/kernel/time.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { type Database, openDatabase } from '../../src/platform/postgres/index.ts';
import { APPLICATION_TEMPLATE, KEYSTORE_TEMPLATE, onServer, sharedCluster, TEST_SECRETS, testUrls } from './cluster.ts';

export interface TestDatabases {
  readonly urls: DatabaseUrls;
  readonly runtime: Runtime;
  /** The application database as the superuser: sees all rows. */
  readonly owner: Database;
  /** The keystore as the superuser. */
  readonly keystoreOwner: Database;
  drop(): Promise<void>;
}

/** A fresh pair of databases, copied from the templates, and the runtime over them. */
export async function freshDatabases(
  clock: Clock = systemClock,
  onBackgroundFailure: (error: unknown) => void = () => {},
): Promise<TestDatabases> {
  const cluster = sharedCluster();
  const tag = randomBytes(6).toString('hex');
  const [application, keystore] = [`t_${tag}`, `k_${tag}`];
  await onServer(cluster, async (run) => {
    await run(`CREATE DATABASE ${application} TEMPLATE ${APPLICATION_TEMPLATE}`);
    await run(`CREATE DATABASE ${keystore} TEMPLATE ${KEYSTORE_TEMPLATE}`);
    for (const database of [application, keystore]) await run(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await run(`GRANT CONNECT ON DATABASE ${application} TO careroute_app, careroute_identity, careroute_queue`);
    await run(`GRANT CREATE ON DATABASE ${application} TO careroute_owner, careroute_queue`);
    await run(`GRANT CONNECT ON DATABASE ${keystore} TO careroute_keystore`);
  });
  const urls = testUrls(cluster, application, keystore);
  const runtime = openRuntime({
    urls,
    secrets: TEST_SECRETS,
    provider: keyfileProvider(TEST_SECRETS.keyfileRoot),
    clock,
    onIdleError: () => {},
    onBackgroundFailure,
  });
  const open = (url: string): Database =>
    openDatabase({ url, maxConnections: 2, applicationName: 'careroute-test', onIdleError: () => {} });
  const [owner, keystoreOwner] = [open(urls.application), open(urls.keystore)];
  return {
    urls,
    runtime,
    owner,
    keystoreOwner,
    async drop() {
      await Promise.all([runtime.close(), owner.close(), keystoreOwner.close()]);
      await onServer(cluster, async (run) => {
        await run(`DROP DATABASE ${application} WITH (FORCE)`);
        await run(`DROP DATABASE ${keystore} WITH (FORCE)`);
      });
    },
  };
}
