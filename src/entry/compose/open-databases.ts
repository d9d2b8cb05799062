import type { Settings } from '../../platform/config/index.ts';
import { APP_ROLES, type DatabaseUrls, KEYSTORE_ROLE } from './databases.ts';
import { type OnRestart, startEmbedded } from './embedded.ts';
import type { DerivedSecrets } from './secrets.ts';

export interface OpenedDatabases {
  readonly urls: DatabaseUrls;
  /** Directories of the embedded clusters; none for external databases. */
  readonly dataDirectories: readonly string[];
  stop(): Promise<void>;
}

/** Starts the embedded clusters, or takes the databases that the settings name. */
export async function openDatabases(
  settings: Settings,
  secrets: DerivedSecrets,
  onRestart: OnRestart,
): Promise<OpenedDatabases> {
  const { database } = settings;
  if (database.kind === 'embedded') return startEmbedded(settings.dataDir, secrets, onRestart);
  const application = (database.directUrl ?? database.url).reveal();
  const pooled = database.url.reveal();
  const keystore = database.keystoreUrl.reveal();
  const as = (url: string, role: string): string => withUser(url, role, secrets.rolePassword(role));
  const urls = {
    application,
    app: database.appUrl?.reveal() ?? as(pooled, APP_ROLES.app),
    identity: database.identityUrl?.reveal() ?? as(pooled, APP_ROLES.identity),
    queue: database.queueUrl?.reveal() ?? as(application, APP_ROLES.queue),
    keystore,
    keystoreApp: database.keystoreAppUrl?.reveal() ?? as(keystore, KEYSTORE_ROLE),
  };
  return { urls, dataDirectories: [], stop: async () => {} };
}

/**
 * The same database as another role. By hand: URLs of Unix sockets have no host, which the URL class does not allow.
 */
function withUser(url: string, user: string, password: string): string {
  return url.replace(
    /^(postgres(?:ql)?:\/\/)(?:[^@/?#]*@)?/,
    (_all, scheme: string) => `${scheme}${user}:${encodeURIComponent(password)}@`,
  );
}
