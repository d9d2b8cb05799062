import { fileFault } from './read-text.ts';
import { type FileDeps, fileOf, openFile } from './open-file.ts';
import { MOST_ROWS } from './wire.ts';

/**
 * How many records a file has, its header included. Throws a fault for one that is no CSV in UTF-8 to its end, that is
 * empty, or that has too many rows: better told before the first lead than in the middle.
 */
export async function countRecords(
  deps: FileDeps,
  { tenantId, importId, pieces }: { readonly tenantId: string; readonly importId: string; readonly pieces: number },
): Promise<number> {
  const file = openFile(deps.vault, fileOf(deps, tenantId, importId, pieces))[Symbol.asyncIterator]();
  let records = 0;
  while (!(await file.next()).done) {
    records += 1;
    if (records > MOST_ROWS + 1) throw fileFault(`The file has more than ${MOST_ROWS} rows. Split it.`);
  }
  if (records === 0) throw fileFault('The file is empty.');
  return records;
}
