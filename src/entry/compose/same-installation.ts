import { type Database, openDatabase } from '../../platform/postgres/index.ts';
import type { DerivedSecrets } from './secrets.ts';

/** The migrator's addresses of the two databases. */
interface Urls {
  readonly application: string;
  readonly keystore: string;
}

interface Marked {
  readonly isMigrated: boolean;
  /** Made of the root key; null before the first start has come to its end. */
  readonly mark: string | null;
}

const LOST_KEYSTORE =
  'The keystore is empty, but the application database belongs to an installation that has one. Restore the keystore ' +
  '(postgres/keystore in the data directory, or CAREROUTE_KEYSTORE_URL): without it nothing sealed can be read.';
const LOST_APPLICATION =
  'The application database is empty, but the keystore belongs to an installation that has one. Restore the ' +
  'application database (postgres/application in the data directory, or CAREROUTE_DATABASE_URL).';
const OTHER_KEY =
  'CAREROUTE_ROOT_KEY: these databases were made with another root key. Put that key back; with this one nothing ' +
  'that was sealed can be read, and no API key is known.';

/**
 * Throws if these databases and this root key are not of one installation: if one database was lost and made anew, the
 * other would be worked on with keys that open nothing of it. To be asked before anything is written.
 */
export async function requireSameInstallation(urls: Urls, { installationMark }: DerivedSecrets): Promise<void> {
  const keystore = await using(urls.keystore, markOf);
  const application = await using(urls.application, markOf);
  if (keystore.mark !== null && !application.isMigrated) throw new Error(LOST_APPLICATION);
  // Another first start may have marked both between the two looks.
  if (application.mark !== null && keystore.mark === null && (await using(urls.keystore, markOf)).mark === null)
    throw new Error(LOST_KEYSTORE);
  if ([keystore.mark, application.mark].some((mark) => mark !== null && mark !== installationMark))
    throw new Error(OTHER_KEY);
}

/** Marks both databases, once both are whole; the keystore first, so that a marked application always has one. */
export async function markInstallation(urls: Urls, { installationMark }: DerivedSecrets): Promise<void> {
  const write = (database: Database) =>
    database.query({ text: `COMMENT ON TABLE public.careroute_migrations IS '${installationMark}'` });
  for (const url of [urls.keystore, urls.application])
    if ((await using(url, markOf)).mark === null) await using(url, write);
}

async function markOf(database: Database): Promise<Marked> {
  const [row] = await database.query<Marked>({
    text: `SELECT oid IS NOT NULL AS "isMigrated", obj_description(oid, 'pg_class') AS mark
      FROM to_regclass('public.careroute_migrations') AS oid`,
  });
  if (!row) throw new Error('the server did not say whether its database was migrated');
  return row;
}

async function using<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({ url, maxConnections: 1, applicationName: 'careroute-start', onIdleError: () => {} });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
