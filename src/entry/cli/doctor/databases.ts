import type { Clock } from '../../../kernel/time.ts';
import { type Database, openDatabase } from '../../../platform/postgres/index.ts';
import type { DatabaseUrls } from '../../compose/databases.ts';
import type { DerivedSecrets } from '../../compose/secrets.ts';

/** Both databases, opened once as each role, for checks that only read. */
export interface OpenedDatabases {
  readonly as: Readonly<Record<keyof DatabaseUrls, Database>>;
  readonly secrets: DerivedSecrets;
  readonly clock: Clock;
  close(): Promise<void>;
}

/** Opens a connection for each role on first use. */
export function openAll(urls: DatabaseUrls, secrets: DerivedSecrets, clock: Clock): OpenedDatabases {
  const open = (url: string): Database =>
    openDatabase({ url, maxConnections: 1, applicationName: 'careroute-doctor', onIdleError: () => {} });
  const as = {
    application: open(urls.application),
    app: open(urls.app),
    identity: open(urls.identity),
    queue: open(urls.queue),
    keystore: open(urls.keystore),
    keystoreApp: open(urls.keystoreApp),
  };
  return {
    as,
    secrets,
    clock,
    async close() {
      await Promise.all(Object.values(as).map((database) => database.close()));
    },
  };
}
