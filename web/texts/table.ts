import { count, plural } from '../ui/format.ts';

/** Words of lists: acts on many rows, and the file of a list. */
export const tableTexts = {
  about: (act: string, rows: number) => (rows === 1 ? act : `${act} ${count(rows)}`),
  nothingFits: 'Nothing can be done with these together',
  selectNone: 'Select none',
  andMore: (rows: number) => `and ${count(rows)} more`,
  forEach: (effect: string) => `For each: ${effect}`,
  leftOut: (rows: number) =>
    `${count(rows)} of the selected ${rows === 1 ? 'is' : 'are'} left out: this does not apply.`,
  progress: 'Progress',
  triedOf: (tried: number, total: number, failed: number) =>
    `${count(tried)} of ${count(total)}${failed === 0 ? '' : `, ${count(failed)} failed`}`,
  stop: 'Stop',
  stopping: 'Stopping: what is under way is brought to its end.',
  report: (done: number, failed: number) => `${count(done)} done, ${count(failed)} failed`,
  reason: (name: string, reason: string) => `${name}: ${reason}`,
  notBegun: (names: readonly string[]) => `Stopped before the other ${count(names.length)}: ${names.join(', ')}`,
  staySelected: 'What was not done stays selected.',
  tryAgain: (rows: number) => `Try ${count(rows)} again`,
  close: 'Close',
  csv: 'CSV',
  csvTitle: 'Save this list as a CSV',
  csvRows: (rows: number) => `${plural(rows, 'row')} so far`,
  csvDone: (rows: number) => `${plural(rows, 'row')} saved as a CSV`,
  csvCut: (rows: number) =>
    `The file holds the first ${plural(rows, 'row')} of the list; there are more. Set filters and save each part.`,
} as const;

/** Ways between states, for many at once. */
export const stateWords = {
  activate: 'Activate',
  test: 'Switch to testing',
  pause: 'Pause',
  suspend: 'Suspend',
  deactivate: 'Set inactive',
  archive: 'Archive',
} as const;
