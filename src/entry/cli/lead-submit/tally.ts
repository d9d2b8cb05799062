import type { Outcome } from './outcome.ts';

/** Counts of what became of the rows so far. */
export interface Tally {
  readonly rows: number;
  readonly sold: number;
  readonly pending: number;
  /** Duplicates are among them. */
  readonly rejected: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly unanswered: number;
  /** Rows that were not sent. */
  readonly unreadable: number;
  /** Rows that had been answered by an earlier run. */
  readonly repeats: number;
}

export const EMPTY_TALLY: Tally = {
  rows: 0,
  sold: 0,
  pending: 0,
  rejected: 0,
  duplicates: 0,
  refused: 0,
  unanswered: 0,
  unreadable: 0,
  repeats: 0,
};

/** The tally with one more row. */
export function counted(tally: Tally, outcome: Outcome): Tally {
  const one = (yes: boolean): number => (yes ? 1 : 0);
  const { kind } = outcome;
  return {
    rows: tally.rows + 1,
    sold: tally.sold + one(kind === 'sold'),
    pending: tally.pending + one(kind === 'pending'),
    rejected: tally.rejected + one(kind === 'rejected' || kind === 'duplicate'),
    duplicates: tally.duplicates + one(kind === 'duplicate'),
    refused: tally.refused + one(kind === 'refused'),
    unanswered: tally.unanswered + one(kind === 'unanswered'),
    unreadable: tally.unreadable + one(kind === 'unreadable'),
    repeats: tally.repeats + one('repeat' in outcome && outcome.repeat),
  };
}
