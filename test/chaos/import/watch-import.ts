import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { IMPORTS_PATH } from '../../kit/lead-files.ts';
import { type ImportPlace, untilAnswered } from './import-place.ts';

/** How far an import was, and what the product took for it. */
export interface Seen {
  readonly rowsDone: number;
  readonly status: string;
  /** Milliseconds since the watch began. */
  readonly at: number;
  readonly residentMb: number;
}

interface Counts {
  readonly status: string;
  readonly rowsDone: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  readonly rowsInvalid: number;
}

const LOOK_EVERY_MS = 250;
/** Without a further row for so long, an import stands still. */
const STILL_MS = 180_000;

/** Looks at an import until it has come to a row, or is over. What it says must add up, and never falls. */
export async function watchImport(
  place: ImportPlace,
  importId: string,
  wish: { readonly row: number; readonly seen: Seen[]; readonly startedAt: number },
): Promise<Seen> {
  let moved = Date.now();
  for (;;) {
    const answer = await untilAnswered(() => place.owner.get(`${IMPORTS_PATH}/${importId}`));
    assert.equal(answer.status, 200, answer.text);
    const counts = answer.json.data as Counts;
    const { status, rowsDone } = counts;
    assert.equal(rowsDone, counts.rowsAccepted + counts.rowsRejected + counts.rowsInvalid, 'the counts do not add up');
    const before = wish.seen.at(-1)?.rowsDone ?? 0;
    assert.ok(rowsDone >= before, `progress fell from ${before} to ${rowsDone}`);
    if (rowsDone > before) moved = Date.now();
    const now = { rowsDone, status, at: Date.now() - wish.startedAt, residentMb: await residentMb(place) };
    wish.seen.push(now);
    if (status !== 'running' || rowsDone >= wish.row) return now;
    assert.ok(
      Date.now() - moved < STILL_MS,
      `the import stands still at row ${rowsDone}:\n${place.product().output()}`,
    );
    await sleep(LOOK_EVERY_MS);
  }
}

/** The memory that the product's process holds. */
async function residentMb(place: ImportPlace): Promise<number> {
  const text = await readFile(`/proc/${place.product().pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1024);
}
