import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { fileFault } from './read-text.ts';

/** What a lead may have at most, and so a record of a file. */
const LARGEST_ROW_BYTES = 1024 * 1024;

/**
 * Every record of a CSV (RFC 4180) as its cells, the header included, with little memory whatever the size. Empty lines
 * do not count. Throws a fault with the line where quotes do not match.
 */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  const sizes = { relax_column_count: true, max_record_size: LARGEST_ROW_BYTES };
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
