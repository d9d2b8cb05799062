import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { isDirect, type Session, sessionOf } from './database.ts';

/** A login or group role that the migrations refer to. */
export interface RoleSpec {
  readonly name: string;
  /** Owns what migrations make, so the migrator must be able to act as it. */
  readonly owns?: boolean;
  /** May log in: by the password of this SCRAM verifier, or with `null` only by other means, such as a certificate. */
  readonly verifier?: string | null;
}

export interface MigrationPlan {
  /** The migrator's own URL, past any pooler: a superuser, or a role with CREATEROLE that owns the database. */
  readonly url: string;
  readonly directory: string;
  readonly roles: readonly RoleSpec[];
  /** Statements run as the migrator after the roles exist and before the first file, each time. */
  readonly prepare: (session: Session) => Promise<void>;
  /** The same, after the last file. */
  readonly finish: (session: Session) => Promise<void>;
  readonly onApplied?: (name: string) => void;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  readonly role: string;
}

const CONNECT_LIMIT_MS = 10_000;
const LOCK = 4_283_947_120;
const NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

/**
 * Brings a database to the newest schema: forward only, each file in a transaction of its own, under a lock, so that
 * two starts at once do not trip over each other. Throws, naming the file, if an applied one was changed or is missing
 * here.
 */
export async function migrate(plan: MigrationPlan): Promise<readonly string[]> {
  const files = await readMigrations(plan.directory);
  const client = new pg.Client({
    connectionString: plan.url,
    application_name: 'careroute-migrate',
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
  });
  // A connection that is lost between two statements fails the next one; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  const session = sessionOf(client, true);
  try {
    if (!(await isDirect(client)))
      throw new Error(
        'the address of the role that migrates leads to a pooler, which mixes up sessions: ' +
          'name the server itself, by CAREROUTE_DATABASE_DIRECT_URL or CAREROUTE_KEYSTORE_URL',
      );
    await session.query({ text: 'SELECT pg_advisory_lock($1)', values: [LOCK] });
    for (const role of plan.roles) await ensureRole(session, role);
    await plan.prepare(session);
    const applied = await applyAll(client, session, files, plan);
    await plan.finish(session);
    return applied;
  } finally {
    await client.end();
  }
}

async function applyAll(
  client: pg.Client,
  session: Session,
  files: readonly Migration[],
  plan: MigrationPlan,
): Promise<string[]> {
  await session.query({
    text: `CREATE TABLE IF NOT EXISTS public.careroute_migrations
           (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  });
  const rows = await session.query<{ name: string; checksum: string }>({
    text: 'SELECT name, checksum FROM public.careroute_migrations',
  });
  const known = new Map(rows.map((row) => [row.name, row.checksum]));
  assertHistory(known, files);
  const applied: string[] = [];
  for (const file of files) {
    if (known.has(file.name)) continue;
    await client.query(`BEGIN; SET LOCAL ROLE ${file.role}`);
    try {
      await client.query(file.sql);
      await client.query('SET LOCAL ROLE NONE');
      await session.query({
        text: 'INSERT INTO public.careroute_migrations (name, checksum) VALUES ($1, $2)',
        values: [file.name, file.checksum],
      });
      await client.query('COMMIT');
    } catch (error) {
      throw new Error(`migration ${file.name} failed and was rolled back`, { cause: error });
    }
    applied.push(file.name);
    plan.onApplied?.(file.name);
  }
  return applied;
}

/** Names of migrations that the database has not seen; throws like `migrate` when its history differs. */
export async function pendingMigrations(session: Session, directory: string): Promise<string[]> {
  const files = await readMigrations(directory);
  const rows = await session.query<{ name: string; checksum: string }>({
    text: 'SELECT name, checksum FROM public.careroute_migrations',
  });
  const known = new Map(rows.map((row) => [row.name, row.checksum]));
  assertHistory(known, files);
  return files.filter((file) => !known.has(file.name)).map((file) => file.name);
}

function assertHistory(known: ReadonlyMap<string, string>, files: readonly Migration[]): void {
  const here = new Map(files.map((file) => [file.name, file.checksum]));
  for (const [name, checksum] of known) {
    if (!here.has(name))
      throw new Error(`the database has migration ${name}, which this version does not: start the newer version`);
    if (here.get(name) !== checksum)
      throw new Error(`migration ${name} was changed after it was applied: restore the file`);
  }
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      if (!NAME.test(name)) throw new Error(`a migration is called NNNN-words.sql, not ${name}`);
      const sql = await readFile(path.join(directory, name), 'utf8');
      const role = /^-- role: ([a-z_]+)$/m.exec(sql)?.[1];
      if (!role) throw new Error(`migration ${name} lacks the header line "-- role: …"`);
      return { name, sql, role, checksum: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') };
    }),
  );
}

/** Makes the role or brings it into line. */
async function ensureRole(session: Session, role: RoleSpec): Promise<void> {
  const name = pg.escapeIdentifier(role.name);
  const password = role.verifier ? pg.escapeLiteral(role.verifier) : 'NULL';
  const login = role.verifier === undefined ? 'NOLOGIN' : `LOGIN PASSWORD ${password}`;
  const found = await session.query({ text: 'SELECT 1 FROM pg_roles WHERE rolname = $1', values: [role.name] });
  if (found.length === 0) {
    await session.query({
      text: `CREATE ROLE ${name} ${login} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION NOINHERIT`,
    });
  } else {
    await session.query({ text: `ALTER ROLE ${name} ${login}` });
  }
  if (role.owns) await letMigratorAct(session, role.name);
}

/** Since PostgreSQL 16 who makes a role may pass it on but not act as it; before, a member may always do so. */
async function letMigratorAct(session: Session, role: string): Promise<void> {
  const [self] = await session.query<{ mayAct: boolean; hasOptions: boolean }>({
    text: `SELECT pg_has_role($1::name, CASE WHEN since16 THEN 'SET' ELSE 'MEMBER' END) AS "mayAct", since16 AS
      "hasOptions"
      FROM (SELECT current_setting('server_version_num')::int >= 160000 AS since16) AS version`,
    values: [role],
  });
  if (!self || self.mayAct) return;
  const options = self.hasOptions ? ' WITH INHERIT FALSE, SET TRUE' : '';
  await session.query({ text: `GRANT ${pg.escapeIdentifier(role)} TO CURRENT_USER${options}` });
}
