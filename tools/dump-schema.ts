import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase, type Session } from '../src/platform/postgres/index.ts';
import {
  APPLICATION_TEMPLATE,
  KEYSTORE_TEMPLATE,
  sharedCluster,
  startSharedCluster,
  superuserUrl,
  type TestCluster,
} from '../test/kit/cluster.ts';

const FILE = path.join(import.meta.dirname, '..', 'db', 'schema.sql');

const HEADER = `-- The schema that all migrations add up to: written by "npm run dump:schema", never by hand.
-- Roles: careroute_owner owns the tables and may not log in; careroute_app, careroute_identity, careroute_queue log in.
`;

/** Each gives one text column \`line\`, in an order that does not depend on when things were made. */
const QUERIES: readonly (readonly [title: string, sql: string])[] = [
  [
    'functions',
    `SELECT pg_get_functiondef(p.oid) || E';\\n-- owner ' || pg_get_userbyid(p.proowner) || coalesce(', grants ' ||
      array_to_string(p.proacl, ' '), '') AS line
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('app', 'public', 'queue') ORDER BY
      n.nspname, p.proname`,
  ],
  [
    'tables',
    `SELECT format('CREATE TABLE %I.%I (', n.nspname, c.relname) || E'\\n' || (
      SELECT string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attgenerated = 's' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
             WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END,
        CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END), E',\\n' ORDER BY a.attnum)
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) || E'\\n);\\n-- owner ' ||
        pg_get_userbyid(c.relowner)
      || CASE WHEN c.relrowsecurity THEN ', row security' ELSE '' END || CASE WHEN c.relforcerowsecurity THEN ',
        forced' ELSE '' END
      || coalesce(', grants ' || (SELECT string_agg(g::text, ' ' ORDER BY g::text) FROM unnest(c.relacl) AS g), '') AS
        line
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname IN ('app', 'public') AND c.relname <> 'careroute_migrations' ORDER BY
      n.nspname, c.relname`,
  ],
  [
    'column grants',
    `SELECT format('-- %s.%s: %s', c.relname, a.attname, array_to_string(a.attacl, ' ')) AS line FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE a.attacl IS NOT NULL AND n.nspname IN ('app', 'public') ORDER BY c.relname, a.attnum`,
  ],
  [
    'constraints',
    `SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s;', c.conrelid::regclass, c.conname,
      pg_get_constraintdef(c.oid)) AS line
    FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
    WHERE n.nspname IN ('app', 'public') AND c.contype <> 'n' AND c.conrelid::regclass::text <> 'careroute_migrations'
      ORDER BY c.conrelid::regclass::text, c.conname`,
  ],
  [
    'indexes',
    `SELECT indexdef || ';' AS line FROM pg_indexes WHERE schemaname IN ('app', 'public') AND tablename <>
      'careroute_migrations'
    AND indexname NOT IN (SELECT conname FROM pg_constraint) ORDER BY tablename, indexname`,
  ],
  [
    'policies',
    `SELECT format('CREATE POLICY %I ON %I FOR %s TO %s', policyname, tablename, cmd, array_to_string(roles, ', '))
      || coalesce(' USING (' || qual || ')', '') || coalesce(' WITH CHECK (' || with_check || ')', '') || ';' AS line
    FROM pg_policies WHERE schemaname IN ('app', 'public') ORDER BY tablename, policyname`,
  ],
  [
    'triggers',
    `SELECT pg_get_triggerdef(t.oid) || ';' AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND n.nspname = 'public' ORDER BY c.relname,
      t.tgname`,
  ],
];

async function dump(session: Session, title: string): Promise<string> {
  const parts = [`\n-- ===== ${title} =====\n`];
  for (const [name, sql] of QUERIES) {
    const rows = await session.query<{ line: string }>({ text: sql });
    if (rows.length > 0) parts.push(`\n-- ${name}\n`, ...rows.map((row) => `${row.line}\n`));
  }
  return parts.join('');
}

/** The schema of the template databases of a cluster, in which every migration was replayed. */
export async function schemaText(cluster: TestCluster): Promise<string> {
  const texts: string[] = [HEADER];
  for (const [database, title] of [
    [APPLICATION_TEMPLATE, 'application'],
    [KEYSTORE_TEMPLATE, 'keystore'],
  ] as const) {
    const db = openDatabase({
      url: superuserUrl(cluster, database),
      maxConnections: 1,
      applicationName: 'dump-schema',
      onIdleError: () => {},
    });
    try {
      texts.push(await dump(db, title));
    } finally {
      await db.close();
    }
  }
  return texts.join('');
}

async function replayed(): Promise<string> {
  const shared = await startSharedCluster();
  try {
    return await schemaText(sharedCluster(shared.env));
  } finally {
    await shared.stop();
  }
}

async function main(): Promise<void> {
  const text = await replayed();
  if (!process.argv.includes('--check')) {
    await writeFile(FILE, text);
    process.stdout.write(`${FILE}: ${text.split('\n').length} lines\n`);
  } else if (text !== (await readFile(FILE, 'utf8'))) {
    process.stderr.write(
      'db/schema.sql is not what the migrations add up to. Run "npm run dump:schema" and review the difference.\n',
    );
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
