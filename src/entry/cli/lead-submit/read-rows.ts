import path from 'node:path';
import { fileFault } from '../../../leads/imports/index.ts';
import { csvRows } from './csv-rows.ts';
import { arrayRows, lineRows } from './json-rows.ts';
import { readText } from './read-text.ts';
import { LARGEST_BODY_BYTES, type Row, rowOfJson } from './row.ts';

/**
 * The rows of a file, one at a time: CSV with a header, one JSON object, an array of them, or one a line. The name's
 * ending decides, else what the file begins with.
 */
export async function* readRows(file: string, onRead: (bytes: number) => void = () => {}): AsyncGenerator<Row> {
  yield* await rowsOf(path.extname(file).toLowerCase(), readText(file, onRead));
}

async function rowsOf(ending: string, text: AsyncGenerator<string>): Promise<AsyncGenerator<Row>> {
  if (ending === '.csv') return csvRows(text);
  if (ending === '.jsonl' || ending === '.ndjson') return lineRows(text);
  const { start, all } = await begin(text);
  const first = start.trimStart().charAt(0);
  if (first === '[') return arrayRows(all);
  if (first === '{') return isWholeLine(start) ? lineRows(all) : oneRow(all);
  if (first === '') throw fileFault('The file is empty.');
  if (ending === '.json') throw fileFault('The file holds neither a JSON object nor an array of objects.');
  return csvRows(all);
}

/** Reads until a line is whole, and gives it back with everything, itself included. */
async function begin(text: AsyncGenerator<string>): Promise<{ start: string; all: AsyncGenerator<string> }> {
  let start = '';
  while (!start.trimStart().includes('\n') && start.length <= LARGEST_BODY_BYTES) {
    const next = await text.next();
    if (next.done) break;
    start += next.value;
  }
  async function* all(): AsyncGenerator<string> {
    if (start !== '') yield start;
    yield* text;
  }
  return { start, all: all() };
}

/** Whether the first line is a JSON object by itself: then each line is one. */
function isWholeLine(start: string): boolean {
  const [line = ''] = start.trimStart().split('\n', 1);
  return rowOfJson(1, line).kind === 'lead';
}

async function* oneRow(text: AsyncIterable<string>): AsyncGenerator<Row> {
  let whole = '';
  for await (const piece of text) {
    whole += piece;
    if (whole.length > LARGEST_BODY_BYTES) throw fileFault('The file holds one JSON object of more than 1 MB.');
  }
  yield rowOfJson(1, whole);
}
