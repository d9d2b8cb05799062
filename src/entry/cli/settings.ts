import { faultLines, type Settings, settingsFromProcess } from '../../platform/config/index.ts';

/** The settings, or undefined after saying on standard error which variables are wrong and what to do. */
export function settingsOrComplain(demo: boolean): Settings | undefined {
  const settings = settingsFromProcess({ demo });
  if (settings.ok) return settings.value;
  process.stderr.write(`Careroute cannot start:\n${faultLines(settings.error)}\n`);
  return undefined;
}

/** An error as an operator reads it on a terminal: its message, and those of its causes. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n  because: ${explain(error.cause)}`;
}
