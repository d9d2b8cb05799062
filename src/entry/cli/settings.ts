import { faultLines, type Settings, settingsFromProcess } from '../../platform/config/index.ts';

/** The settings, or undefined after saying on standard error which variables are wrong and what to do. */
export function settingsOrComplain(demo: boolean): Settings | undefined {
  const settings = settingsFromProcess({ demo });
  if (settings.ok) return settings.value;
  process.stderr.write(`Careroute cannot start:\n${faultLines(settings.error)}\n`);
  return undefined;
}

/** Codes of PostgreSQL for a role that cannot log in, and a table that is not there. */
const NOT_MIGRATED = new Set(['28P01', '42P01']);

/** An error as an operator reads it on a terminal: its message, those of its causes, and the remedy if it is known. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const hint =
    'code' in error && NOT_MIGRATED.has(String(error.code))
      ? '\n  If nothing was started on this data yet, run "careroute migrate" first.'
      : '';
  return `${error.message}${hint}${error.cause === undefined ? '' : `\n  because: ${explain(error.cause)}`}`;
}

/** What an operator must hear when a root key was made, whichever command made it. */
export const rootKeyWarning = (file: string): string =>
  [
    '',
    `  A root key was made: ${file}`,
    '  KEEP A COPY IN ANOTHER PLACE. If it is lost, nothing that was sealed can be read again, by anybody.',
    '',
  ].join('\n');
