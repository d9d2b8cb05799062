/** How many of something lead a list of the greatest. */
const TOP = 5;

/** The sum of one number of all cells. */
export const sumOf = <Cell>(cells: readonly Cell[], pick: (cell: Cell) => number): number =>
  cells.reduce((sum, cell) => sum + pick(cell), 0);

/** Of what got a definite answer, the share that was a yes, to four decimals; null where nothing was answered. */
export const shareOf = (yes: number, no: number): number | null =>
  yes + no === 0 ? null : Math.round((yes / (yes + no)) * 10_000) / 10_000;

/** The cells of the day itself and of the day before: `hour` counts from 1, and 0 is the day before. */
export const byDay = <Cell extends { readonly hour: number }>(
  cells: readonly Cell[],
): { readonly today: readonly Cell[]; readonly before: readonly Cell[] } => ({
  today: cells.filter(({ hour }) => hour > 0),
  before: cells.filter(({ hour }) => hour === 0),
});

interface InHour {
  readonly hour: number | null;
}

/** One entry for each hour of the day; `show` is given what tells its cells from those of other hours. */
export const perHour = <Entry>(
  hours: readonly Date[],
  show: (isOfHour: (cell: InHour) => boolean) => Entry,
): (Entry & { readonly startsAt: string })[] =>
  hours.map((start, index) => ({ startsAt: start.toISOString(), ...show(({ hour }) => hour === index + 1) }));

/** The greatest groups of cells that have the same id, by a number of each; of equal ones the first id. */
export function topOf<Cell>(
  cells: readonly Cell[],
  idOf: (cell: Cell) => string,
  weight: (cells: readonly Cell[]) => number,
): { readonly id: string; readonly cells: readonly Cell[] }[] {
  return [...Map.groupBy(cells, idOf)]
    .map(([id, own]) => ({ id, cells: own, weight: weight(own) }))
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, TOP)
    .map(({ id, cells: own }) => ({ id, cells: own }));
}

/** How often something took so many milliseconds; null where it was not measured. */
interface Took {
  readonly ms: number | null;
  readonly count: number;
}

/** The least number of milliseconds that a share of what was measured stayed within; null where nothing was. */
export function quantileOf(cells: readonly Took[], share: number): number | null {
  const measured = cells
    .flatMap(({ ms, count }) => (ms === null ? [] : [{ ms, count }]))
    .toSorted((a, b) => a.ms - b.ms);
  let left = share * sumOf(measured, ({ count }) => count);
  for (const { ms, count } of measured) {
    left -= count;
    if (left <= 0) return ms;
  }
  return null;
}

/** Half of all, and 95 of 100, as an answer has them. */
export const latencyOf = (cells: readonly Took[]) => ({
  latencyP50Ms: quantileOf(cells, 0.5),
  latencyP95Ms: quantileOf(cells, 0.95),
});
