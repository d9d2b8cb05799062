import { ALL_HOLDINGS } from '../../holdings.ts';
import type { OpenedDatabases } from './databases.ts';
import { fine, type Finding, problem } from './finding.ts';

/**
 * Whether every sealed or tokenised column is a declared holding, and every declared one exists: export and erasure
 * reach what is declared, and nothing else.
 */
export async function checkHoldings({ as }: Pick<OpenedDatabases, 'as'>): Promise<Finding[]> {
  const rows = await as.application.query<{ name: string; sealed: boolean }>({
    text: `SELECT table_name || '.' || column_name AS name, column_name ~ '^(sealed_|token$)' AS sealed
      FROM information_schema.columns WHERE table_schema = 'public'`,
  });
  const declared = ALL_HOLDINGS.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  const there = new Set(rows.map((row) => row.name));
  const missing = declared.filter((name) => !there.has(name));
  const undeclared = rows.filter((row) => row.sealed && !declared.includes(row.name)).map((row) => row.name);
  return [
    ...missing.map((name) => problem(`The holding ${name} does not exist.`, 'Run careroute migrate.')),
    ...undeclared.map((name) =>
      problem(
        `${name} holds personal data that no holding declares.`,
        'Report this: export and erasure would miss it.',
      ),
    ),
    ...(missing.length + undeclared.length === 0 ? [fine('Every place of personal data is declared.')] : []),
  ];
}
