import { furnitureTexts as t } from '../../texts/furniture.ts';
import { nodeText } from './node-text.ts';
import type { TableColumn } from './table-types.ts';

/** The columns that say something; one with acts does not. */
export const sayingColumns = <T>(columns: readonly TableColumn<T>[]): readonly TableColumn<T>[] =>
  columns.filter(({ text }) => text !== null);

/** What a column says of a row as text: its own, or what its cell shows. A dash stands for nothing. */
export function columnText<T>({ text, cell }: TableColumn<T>, row: T): string {
  const said = text ? text(row) : nodeText(cell(row));
  return said === t.dash ? '' : said;
}
