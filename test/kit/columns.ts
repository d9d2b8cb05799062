import type { Session } from '../../src/platform/postgres/index.ts';

/**
 * Columns that could hold a person's data: all but ids, instants, truth values, and words of a closed list that a check
 * constraint spells out. As `table.column`, with the schema where it is not the public one.
 */
export async function openColumns(session: Session): Promise<string[]> {
  const rows = await session.query<{ name: string }>({
    text: `SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname || '.' || a.attname AS
      name
      FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
      AND c.relkind IN ('r', 'p', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
      AND a.atttypid <> ALL ('{uuid,uuid[],timestamptz,boolean}'::regtype[])
      AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = c.oid AND k.contype = 'c'
        AND k.conkey = ARRAY[a.attnum] AND pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\(?[a-z_]+ = ANY \\(ARRAY\\[')
      ORDER BY n.nspname <> 'public', n.nspname, c.relname, a.attnum`,
  });
  return rows.map((row) => row.name);
}

/** Every table outside the catalogs, quoted. */
async function everyTable(session: Session): Promise<string[]> {
  const rows = await session.query<{ name: string }>({
    text: `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class AS c JOIN pg_namespace AS n ON n.oid =
      c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT
        LIKE 'pg_toast%'`,
  });
  return [...rows.map((row) => row.name), 'pg_catalog.pg_statistic'];
}

/**
 * Where one of the texts stands in clear: in any column of any table, as text or as bytes, capitals or not. Short texts
 * count as whole words only.
 */
export async function placesOf(
  session: Session,
  texts: readonly string[],
  short: readonly string[],
): Promise<string[]> {
  const hex = texts.flatMap((text) => [text, text.toLowerCase()].map((one) => Buffer.from(one).toString('hex')));
  const needles = [...new Set([...texts.map((text) => text.toLowerCase()), ...hex])];
  const words = short.map((text) => `(^|[^0-9a-f])${text}([^0-9a-f]|$)`);
  const places: string[] = [];
  for (const table of await everyTable(session)) {
    const rows = await session.query<{ needle: string }>({
      text: `SELECT DISTINCT needle FROM ${table} AS t, LATERAL lower(t::text) AS line,
          unnest($1::text[] || $2::text[]) WITH ORDINALITY AS n (needle, place)
        WHERE CASE WHEN place <= cardinality($1::text[]) THEN strpos(line, needle) > 0 ELSE line ~ needle END`,
      values: [needles, words],
    });
    places.push(...rows.map(({ needle }) => `${table}: ${needle}`));
  }
  return places;
}
