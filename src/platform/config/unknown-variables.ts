import { settingRows } from './settings-table.ts';
import type { SettingFault } from './setting.ts';

/** Names that come closer than this are taken for a slip of the pen. */
const NEAR = 4;

/** A fault for each variable of ours that is no setting: a slip must not leave a default in force unseen. */
export function unknownVariables(names: readonly string[]): SettingFault[] {
  const known = settingRows.map((row) => row.variable);
  return names
    .filter((name) => name.startsWith('CAREROUTE_') && !known.includes(name))
    .toSorted()
    .map((variable) => ({ variable, rule: 'unknown', message: advice(nearest(variable, known)) }));
}

const advice = (name: string | undefined): string =>
  name === undefined ? 'There is no such setting. Remove it.' : `There is no such setting. Perhaps ${name} is meant.`;

function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, steps: editDistance(name.slice(0, 80), candidate) }))
    .toSorted((one, other) => one.steps - other.steps);
  const best = ranked[0];
  return best !== undefined && best.steps < NEAR ? best.candidate : undefined;
}

/** Letters to add, drop or change to get from one word to the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
