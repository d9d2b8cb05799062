import { randomBytes } from 'node:crypto';
import { systemContext } from '../../../core/gate/index.ts';
import { createTenancy } from '../../../core/tenancy/index.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Session } from '../../../platform/postgres/index.ts';
import { APP_ROLES } from '../../compose/databases.ts';
import type { OpenedDatabases } from './databases.ts';
import { fine, type Finding, problem } from './finding.ts';

/** A table with rows of tenants, as the catalog describes its protection. */
export interface TableFacts {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  /** Commands with a policy for the app role: r, a, w, d of `pg_policy.polcmd`. */
  readonly commands: readonly string[];
  /** Policies for the app role that do not ask for the tenant. */
  readonly loose: readonly string[];
  readonly readable: boolean;
}

const MIGRATE = 'Restore the schema: compare it with db/schema.sql, or restore the database from a backup.';
const COMMANDS = [
  ['r', 'SELECT'],
  ['a', 'INSERT'],
  ['w', 'UPDATE'],
  ['d', 'DELETE'],
] as const;

const TABLES = `SELECT format('%I.%I', n.nspname, c.relname) AS name, c.relrowsecurity AS enabled,
    c.relforcerowsecurity AS forced,
    ARRAY(SELECT p.polcmd::text FROM pg_policy p
      WHERE p.polrelid = c.oid AND p.polpermissive AND applies(p)) AS commands,
    ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND applies(p)
      AND (coalesce(pg_get_expr(p.polqual, p.polrelid), 'app.tenant()') !~ 'app\\.tenant\\(\\)'
        OR coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'app.tenant()') !~ 'app\\.tenant\\(\\)')) AS loose,
    has_any_column_privilege($1::name, c.oid, 'SELECT') AS readable
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND EXISTS (
    SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped)
  ORDER BY c.relname`
  // A policy for everybody has the role 0.
  .replaceAll('applies(p)', `(p.polroles @> '{0}' OR p.polroles @> ARRAY[$1::regrole::oid])`);

/** Whether row security stands on every table of tenants, and holds when it is tried. */
export async function checkRowSecurity(databases: OpenedDatabases): Promise<Finding[]> {
  const tables = await databases.as.application.query<TableFacts>({ text: TABLES, values: [APP_ROLES.app] });
  if (tables.length === 0) return [problem('There is no table with a tenant_id.', 'Run careroute migrate.')];
  const readable = tables.filter((table) => table.readable).map((table) => table.name);
  const findings = [
    ...tables.flatMap(judgeTable),
    ...(await seenWithout(databases, readable)).map((name) =>
      problem(`The app role reads rows of ${name} without a tenant context.`, MIGRATE),
    ),
    ...(await seenByForgery(databases, readable)).map((name) =>
      problem(`The app role reads rows of ${name} with a forged tenant context.`, MIGRATE),
    ),
  ];
  if (findings.length > 0) return findings;
  return [
    fine(
      `${tables.length} tables have it, forced, with four policies each; ` +
        'without a context and with a forged one the app role sees 0 rows.',
    ),
  ];
}

/** What the catalog says against a table's protection. */
export function judgeTable(table: TableFacts): Finding[] {
  const { name, enabled, forced, commands, loose } = table;
  const missing = COMMANDS.filter(([letter]) => !commands.includes(letter)).map(([, command]) => command);
  return [
    ...(enabled ? [] : [problem(`${name} has no row security.`, `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`)]),
    ...(forced
      ? []
      : [problem(`${name} does not force row security on its owner.`, `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`)]),
    ...(missing.length === 0 ? [] : [problem(`${name} has no policy for ${missing.join(', ')}.`, MIGRATE)]),
    ...loose.map((policy) => problem(`Policy ${policy} of ${name} does not ask for the tenant.`, MIGRATE)),
  ];
}

/** An index on the tenant answers at once; reading a large table through would call the context for every row. */
const BY_INDEX = 'SET LOCAL enable_seqscan = off';

async function seenWithout({ as }: OpenedDatabases, tables: readonly string[]): Promise<string[]> {
  return as.app.transaction(BY_INDEX, (session) => withRows(session, tables));
}

/** A context signed by another key than ours, for a tenant that exists where there is one. */
async function seenByForgery({ as, clock }: OpenedDatabases, tables: readonly string[]): Promise<string[]> {
  const [known] = await as.identity.query<{ tenantId: string }>({
    text: 'SELECT tenant_id AS "tenantId" FROM tenants LIMIT 1',
  });
  const forger = createTenancy(as.app, randomBytes(32), clock);
  return forger.readTenant(systemContext(known?.tenantId ?? newId()), async (tx) => {
    await tx.many({ text: BY_INDEX });
    return withRows({ query: (statement) => tx.many(statement) }, tables);
  });
}

/** The tables that show at least one row. Names come quoted from the catalog. */
async function withRows(session: Session, tables: readonly string[]): Promise<string[]> {
  if (tables.length === 0) return [];
  const looks = tables.map((name, index) => `SELECT ${index} AS at, EXISTS (SELECT 1 FROM ${name}) AS seen`);
  const rows = await session.query<{ at: number; seen: boolean }>({ text: looks.join(' UNION ALL ') });
  return rows.filter((row) => row.seen).map((row) => tables[row.at] ?? '');
}
