import { csvRecords, fileFault, findOddName } from '../../../leads/imports/index.ts';
import { undefuseCell } from '../../../leads/intake/index.ts';
import { type Row, rowOfCells } from './row.ts';

/**
 * The records of a CSV with a header (RFC 4180), as rows. Cells stay as they are, also what looks like a formula; but
 * the quote that an export put before a formula is taken away again.
 */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<Row> {
  let columns: readonly string[] | undefined;
  let number = 0;
  for await (const cells of csvRecords(text)) {
    if (!columns) {
      columns = checkedHeader(cells);
      continue;
    }
    number += 1;
    yield rowOfCells(number, columns, cells.map(undefuseCell));
  }
  if (!columns) throw fileFault('The file is empty.');
}

function checkedHeader(cells: readonly string[]): readonly string[] {
  const names = cells.map((cell) => cell.trim());
  const odd = findOddName(names);
  if (odd >= 0) {
    throw fileFault(
      `Column ${odd + 1} of the first line is not the name of a field. ` +
        'The first line holds names such as firstName, phone or custom.treatment, separated by commas.',
    );
  }
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) {
    const before = names.indexOf(names[twice] ?? '');
    throw fileFault(`Column ${twice + 1} has the same name as column ${before + 1}. Remove one.`);
  }
  return names;
}
