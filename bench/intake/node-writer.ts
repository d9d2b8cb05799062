import { readFile } from 'node:fs/promises';
import { openDatabase } from '../../src/platform/postgres/index.ts';

/**
 * The baseline where pgbench is absent: the same file, 8 clients, prepared statements, one transaction per lead. Gives
 * leads/s.
 */
export async function writeByNode(
  url: string,
  file: string,
  variables: Readonly<Record<string, string>>,
  seconds: number,
): Promise<number> {
  const script = (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => !line.startsWith('--') && !line.startsWith('\\'))
    .join('\n');
  const statements = script
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '' && text !== 'BEGIN' && text !== 'COMMIT')
    .map(prepare);
  const db = openDatabase({ url, maxConnections: 8, applicationName: 'bench-baseline', onIdleError: () => {} });
  const until = performance.now() + seconds * 1000;
  let leads = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const row = {
        ...variables,
        tag: String(Math.floor(Math.random() * 9e12)),
        token: String(Math.floor(Math.random() * 9e12)),
      };
      await db.transaction('', async (session) => {
        for (const [index, statement] of statements.entries()) {
          await session.query({
            name: `baseline-${index}`,
            text: statement.text,
            values: statement.names.map((name): unknown => Reflect.get(row, name)),
          });
        }
      });
      leads += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: 8 }, client));
    return leads / seconds;
  } finally {
    await db.close();
  }
}

/** `:name` of pgbench as `$1` of the protocol. */
function prepare(text: string): { text: string; names: string[] } {
  const names: string[] = [];
  const prepared = text.replace(/(?<!:):([a-z]+)/g, (_all, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text: prepared, names };
}
