import type { Secret, Settings } from '../../platform/config/index.ts';
import { loginOf } from '../../platform/postgres/index.ts';
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
  const { appUrl, identityUrl, queueUrl, keystoreAppUrl } = database;
  const urls = {
    application,
    app: ownUrl('CAREROUTE_DATABASE_URL_APP', appUrl, APP_ROLES.app) ?? as(pooled, APP_ROLES.app),
    identity:
      ownUrl('CAREROUTE_DATABASE_URL_IDENTITY', identityUrl, APP_ROLES.identity) ?? as(pooled, APP_ROLES.identity),
    queue: ownUrl('CAREROUTE_DATABASE_URL_QUEUE', queueUrl, APP_ROLES.queue) ?? as(application, APP_ROLES.queue),
    keystore,
    keystoreApp: ownUrl('CAREROUTE_KEYSTORE_URL_APP', keystoreAppUrl, KEYSTORE_ROLE) ?? as(keystore, KEYSTORE_ROLE),
  };
  return { urls, dataDirectories: [], stop: async () => {} };
}

/**
 * The operator's own address of a role, checked for what the migrations make of it: rights and password of that role.
 */
function ownUrl(variable: string, url: Secret | undefined, role: string): string | undefined {
  if (!url) return undefined;
  const { user, password } = loginOf(url.reveal());
  if (user !== role) throw new Error(`${variable}: name the user ${role} in it. All rights are granted to that role.`);
  if (password !== undefined && !/^[\x20-\x7e]+$/.test(password))
    throw new Error(`${variable}: choose a password of ASCII letters, digits and signs, and encode it as in any URL.`);
  return url.reveal();
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
