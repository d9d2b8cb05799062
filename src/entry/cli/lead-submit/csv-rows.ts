import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { undefuseCell } from '../../../leads/intake/index.ts';
import { fileFault } from './read-text.ts';
import { LARGEST_BODY_BYTES, type Row, rowOfCells } from './row.ts';

/** Names of fields have this form. A file without a header begins with a person instead, and rarely fits. */
const COLUMN = /^[A-Za-z_][\w .-]{0,127}$/;

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

/** Every record as its cells, the header included. Throws a fault with the line where quotes do not match. */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  const sizes = { relax_column_count: true, max_record_size: LARGEST_BODY_BYTES };
  const parser = parse({ bom: true, skip_empty_lines: true, ...sizes });
  const source = Readable.from(text).on('error', (error) => parser.destroy(error));
  try {
    for await (const record of source.pipe(parser)) yield record as string[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw fileFault(sentenceOf(error));
  } finally {
    source.destroy();
  }
}

/** The parser's own sentences quote the file. */
function sentenceOf(error: CsvError): string {
  const line = 'lines' in error && typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
  switch (error.code) {
    case 'CSV_MAX_RECORD_SIZE':
      return `A row${line} is larger than 1 MB. A quote that is never closed looks like that.`;
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'A quote is opened and never closed. Close it, or write a quote inside of quotes twice.';
    default:
      return `The CSV is broken${line}: a quote stands where none may be. Write a quote inside of quotes twice.`;
  }
}

function checkedHeader(cells: readonly string[]): readonly string[] {
  const names = cells.map((cell) => cell.trim());
  const odd = names.findIndex((name) => !COLUMN.test(name));
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
