import { defuseCell } from './defuse-cell.ts';

const quoted = (cell: string): string => `"${defuseCell(cell).replaceAll('"', '""')}"`;

/** Rows as CSV (RFC 4180). Every cell is quoted, since a lone line end in one would begin a new row otherwise. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
