import path from 'node:path';
import { contextKeyPads } from '../../core/tenancy/index.ts';
import { loginOf, migrate, type RoleSpec, scramVerifier, type Session } from '../../platform/postgres/index.ts';
import { installQueue } from '../../platform/queue/index.ts';
import { markInstallation, requireSameInstallation } from './same-installation.ts';
import type { DerivedSecrets } from './secrets.ts';

const DB_FOLDER = path.join(import.meta.dirname, '..', '..', '..', 'db');
export const MIGRATIONS = path.join(DB_FOLDER, 'migrations');
export const KEYSTORE_MIGRATIONS = path.join(DB_FOLDER, 'keystore');

/** Where to connect, as whom. */
export interface DatabaseUrls {
  /** The migrator's, to the application database. */
  readonly application: string;
  readonly app: string;
  readonly identity: string;
  readonly queue: string;
  /** The migrator's, to the keystore. */
  readonly keystore: string;
  readonly keystoreApp: string;
}

/** The login roles of the application database. None may act as another. */
export const APP_ROLES = { app: 'careroute_app', identity: 'careroute_identity', queue: 'careroute_queue' } as const;
export const KEYSTORE_ROLE = 'careroute_keystore';
const OWNER = 'careroute_owner';
const KEYSTORE_OWNER = 'careroute_keystore_owner';

/**
 * Brings both databases to the newest schema, with roles, grants and the context key in place. Throws before it writes
 * if they are not of one installation, or not of this root key.
 */
export async function migrateAll(
  urls: DatabaseUrls,
  secrets: DerivedSecrets,
  onApplied: (name: string) => void,
): Promise<void> {
  await requireSameInstallation(urls, secrets);
  const login = (name: string, url: string): RoleSpec => ({ name, verifier: verifierOf(name, url, secrets) });
  await migrate({
    url: urls.application,
    directory: MIGRATIONS,
    roles: [
      { name: OWNER, owns: true },
      login(APP_ROLES.app, urls.app),
      login(APP_ROLES.identity, urls.identity),
      { ...login(APP_ROLES.queue, urls.queue), owns: true },
    ],
    prepare: prepareApplication,
    onApplied,
    finish: (session) => storeContextKey(session, secrets.contextKey),
  });
  await migrate({
    url: urls.keystore,
    directory: KEYSTORE_MIGRATIONS,
    roles: [{ name: KEYSTORE_OWNER, owns: true }, login(KEYSTORE_ROLE, urls.keystoreApp)],
    prepare: prepareKeystore,
    onApplied,
    finish: async () => {},
  });
  await installQueue(urls.queue);
  await markInstallation(urls, secrets);
}

/**
 * The role gets the password that its address has, derived or the operator's own; without one it needs a certificate.
 */
function verifierOf(role: string, url: string, secrets: DerivedSecrets): string | null {
  const { password } = loginOf(url);
  return password === undefined ? null : scramVerifier(password, secrets.roleSalt(role));
}

/** Limits that hold whatever a pooler does: they belong to the role. */
const roleLimits = (role: string): string =>
  `ALTER ROLE ${role} SET search_path = public;
   ALTER ROLE ${role} SET statement_timeout = '30s';
   ALTER ROLE ${role} SET lock_timeout = '10s';
   ALTER ROLE ${role} SET idle_in_transaction_session_timeout = '30s'`;

async function prepareApplication(session: Session): Promise<void> {
  const database = await databaseName(session);
  await session.query({
    text: `REVOKE ALL ON DATABASE ${database} FROM PUBLIC;
      GRANT CONNECT ON DATABASE ${database} TO ${Object.values(APP_ROLES).join(', ')};
      GRANT CREATE ON DATABASE ${database} TO ${OWNER}, ${APP_ROLES.queue};
      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      GRANT USAGE, CREATE ON SCHEMA public TO ${OWNER};
      GRANT USAGE ON SCHEMA public TO ${APP_ROLES.app}, ${APP_ROLES.identity};
      CREATE SCHEMA IF NOT EXISTS queue AUTHORIZATION ${APP_ROLES.queue};
      ${roleLimits(APP_ROLES.app)}; ${roleLimits(APP_ROLES.identity)}`,
  });
}

async function prepareKeystore(session: Session): Promise<void> {
  const database = await databaseName(session);
  await session.query({
    text: `REVOKE ALL ON DATABASE ${database} FROM PUBLIC;
      GRANT CONNECT ON DATABASE ${database} TO ${KEYSTORE_ROLE};
      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      GRANT USAGE, CREATE ON SCHEMA public TO ${KEYSTORE_OWNER};
      GRANT USAGE ON SCHEMA public TO ${KEYSTORE_ROLE};
      ${roleLimits(KEYSTORE_ROLE)}`,
  });
}

async function databaseName(session: Session): Promise<string> {
  const [row] = await session.query<{ name: string }>({ text: 'SELECT quote_ident(current_database()) AS name' });
  if (!row) throw new Error('the server did not name its database');
  return row.name;
}

async function storeContextKey(session: Session, key: Buffer): Promise<void> {
  const { inner, outer } = contextKeyPads(key);
  await session.query({ text: `SET ROLE ${OWNER}` });
  await session.query({
    text: `INSERT INTO app.context_keys (id, inner_pad, outer_pad) VALUES (1, $1, $2)
      ON CONFLICT (id) DO UPDATE SET inner_pad = EXCLUDED.inner_pad, outer_pad = EXCLUDED.outer_pad`,
    values: [inner, outer],
  });
  await session.query({ text: 'RESET ROLE' });
}
