import type { Outcome } from './outcome.ts';
import type { Row } from './row.ts';

export interface PostRows {
  readonly rows: AsyncIterable<Row>;
  /** How many rows are under way at once; no other row is held. */
  readonly concurrency: number;
  /** Ends the run: what is under way is finished, nothing more is read. */
  readonly signal: AbortSignal;
  post(row: Extract<Row, { kind: 'lead' }>): Promise<Outcome>;
  onOutcome(row: number, outcome: Outcome): void;
}

/** After so many rows in a row without an answer, the server is taken to be away. */
const MOST_UNANSWERED = 8;

/** How a run ends: at the end of the file, when it was told to, or when the server is away. */
export type End = 'done' | 'stopped' | 'away';

/**
 * Posts rows side by side, each read when there is a hand free for it. Throws what reading or posting throws, after the
 * rows under way have been answered; says whether the end of the file was reached.
 */
export async function postRows(run: PostRows): Promise<End> {
  const rows = run.rows[Symbol.asyncIterator]();
  let unanswered = 0;
  let isOver = false;
  const hand = async (): Promise<void> => {
    while (!isOver && !run.signal.aborted && unanswered < MOST_UNANSWERED) {
      const next = await rows.next();
      if (next.done) return;
      const row = next.value;
      const outcome: Outcome = row.kind === 'lead' ? await run.post(row) : { kind: 'unreadable', message: row.message };
      if (row.kind === 'lead') unanswered = outcome.kind === 'unanswered' ? unanswered + 1 : 0;
      run.onOutcome(row.number, outcome);
    }
  };
  const guarded = async (): Promise<void> => {
    try {
      await hand();
    } catch (error) {
      isOver = true;
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: run.concurrency }, guarded));
  await rows.return?.();
  if (run.signal.aborted) return 'stopped';
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return unanswered >= MOST_UNANSWERED ? 'away' : 'done';
}
