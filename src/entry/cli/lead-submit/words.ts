import { unreachable } from '../../../kernel/result.ts';
import type { Outcome } from './outcome.ts';
import type { Tally } from './tally.ts';

const BAR_WIDTH = 24;
const number = new Intl.NumberFormat('en-US');

/** How far a run is. `fraction` is the part of the file that was read, from 0 to 1. */
export interface Progress {
  readonly tally: Tally;
  readonly fraction: number;
  readonly seconds: number;
}

/** One line: rows done, sold, rejected, faults, rate. */
export function progressLine({ tally, seconds }: Progress): string {
  const parts = [
    rowsText(tally.rows),
    `${number.format(tally.sold)} sold`,
    ...(tally.pending > 0 ? [`${number.format(tally.pending)} pending`] : []),
    `${number.format(tally.rejected)} rejected`,
    `${number.format(tally.refused + tally.unanswered + tally.unreadable)} faults`,
    `${number.format(Math.round(tally.rows / Math.max(seconds, 0.001)))} rows/s`,
  ];
  return parts.join(' · ');
}

/** The same behind a bar, cut to the width of the terminal so that it stays one line. */
export function progressBar(progress: Progress, columns: number): string {
  const fraction = Math.min(1, Math.max(0, progress.fraction));
  const full = Math.floor(fraction * BAR_WIDTH);
  const percent = `${Math.floor(fraction * 100)} %`.padStart(5);
  const bar = `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${percent}`;
  return `${bar}  ${progressLine(progress)}`.slice(0, Math.max(0, columns - 1));
}

/** The line about a row that did not sell; undefined for one that did. */
export function rowLine(row: number, outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'sold':
      return undefined;
    case 'pending':
      return `row ${row}: pending${suffix(outcome.message)} (${outcome.shortId})`;
    case 'rejected':
    case 'duplicate':
      return `row ${row}: ${outcome.kind}${suffix(outcome.message)}`;
    case 'refused':
      return `row ${row}: refused (${outcome.code})${suffix(outcome.message)}`;
    case 'unanswered':
      return `row ${row}: no answer (${outcome.code})${suffix(outcome.message)}`;
    case 'unreadable':
      return `row ${row}: not sent${suffix(outcome.message)}`;
    default:
      return unreachable(outcome);
  }
}

/** What the run comes to. */
export function summary({ tally, seconds }: Pick<Progress, 'tally' | 'seconds'>): string {
  const line = (count: number, what: string): string[] =>
    count > 0 ? [`  ${number.format(count).padStart(9)}  ${what}`] : [];
  return [
    `${rowsText(tally.rows)} in ${seconds.toFixed(1)} s`,
    ...line(tally.sold, 'sold'),
    ...line(tally.pending, 'accepted, the buyer has not answered yet: their status route tells more'),
    ...line(tally.rejected - tally.duplicates, 'rejected: no buyer took them'),
    ...line(tally.duplicates, 'rejected as duplicates'),
    ...line(tally.refused, 'refused for faults: mend the rows and post them again'),
    ...line(tally.unanswered, 'without an answer: run the same command again, which sells nothing twice'),
    ...line(tally.unreadable, 'not sent: mend the rows and post them again'),
    ...line(tally.repeats, 'of these had been answered before; the first answer holds'),
    '',
  ].join('\n');
}

const rowsText = (count: number): string => `${number.format(count)} ${count === 1 ? 'row' : 'rows'}`;
const suffix = (message: string): string => (message === '' ? '' : `: ${message}`);
