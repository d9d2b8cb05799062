import type { SettingFault } from './setting.ts';
import { settingRows } from './settings-table.ts';

/** The table of `docs/operate/configuration.md`: one line of Markdown per setting, in the order of the table. */
export function settingsTable(): string {
  const lines = settingRows.map((row) => `| ${nameOf(row)} | ${row.meaning} | ${row.form} | ${row.otherwise} |`);
  return ['| Variable | What it decides | Form | Without it |', '|---|---|---|---|', ...lines, ''].join('\n');
}

const nameOf = (row: { variable: string; secret: boolean }): string =>
  `\`${row.variable}\`${row.secret ? ' (secret)' : ''}`;

/** Faults for a terminal, a line each: the variable, then what to do. */
export const faultLines = (faults: readonly SettingFault[]): string =>
  faults.map((fault) => `  ${fault.variable}: ${fault.message}`).join('\n');
