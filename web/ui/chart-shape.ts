/** Where the marks of a chart stand. Pure geometry: numbers in, places out. */

interface Shape {
  readonly kind: 'bars' | 'lines';
  readonly labels: readonly string[];
  readonly series: readonly { readonly values: readonly (number | null)[] }[];
  readonly width: number;
  readonly height: number;
}

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly series: number;
  readonly label: string;
  readonly value: number;
}

interface Drawn {
  readonly marks: readonly Mark[];
  readonly lines: readonly { readonly path: string; readonly series: number }[];
  /** Marks of the axis of values. */
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  /** Labels of the other axis, as many as there is room for. */
  readonly steps: readonly { readonly x: number; readonly label: string }[];
}

/** Room for the marks of the axis of values. */
export const LEFT = 56;
const TOP = 12;
const BOTTOM = 24;
const TICKS = 4;
/** Room for one label of the other axis. */
const STEP = 64;
const DOT = 5;

/** The least round number at or above a value: 1, 2 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((step) => step * power >= value) ?? 10;
  return factor * power;
}

/** Which labels are written, where there is room for one in so many: evenly parted where that costs few of them. */
function stepOf(labels: number, room: number): number {
  const least = Math.max(1, Math.ceil(room));
  for (let step = least; step < least * 2; step += 1) if (labels % step === 0) return step;
  return least;
}

/** Draws bars beside each other for each label, or a line for each series, broken where there is no value. */
export function drawChart({ kind, labels, series, width, height }: Shape): Drawn {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  // Of what is counted there are no halves.
  const least = values.every(Number.isInteger) ? 1 : 0;
  const tick = Math.max(least, roundUp(Math.max(0, ...values) / TICKS));
  const top = tick * TICKS;
  const y = (value: number): number => TOP + (1 - value / top) * (height - TOP - BOTTOM);
  const slot = (width - LEFT) / Math.max(labels.length, 1);
  const middle = (index: number): number => LEFT + slot * (index + 0.5);
  const bar = (slot * 0.7) / series.length;
  const marks = series.flatMap((one, at) =>
    one.values.flatMap((value, index): Mark[] => {
      if (value === null || (kind === 'bars' && value === 0)) return [];
      const about = { series: at, label: labels[index] ?? '', value };
      if (kind === 'bars')
        return [
          { ...about, x: middle(index) - slot * 0.35 + bar * at, y: y(value), width: bar, height: y(0) - y(value) },
        ];
      return [{ ...about, x: middle(index) - DOT / 2, y: y(value) - DOT / 2, width: DOT, height: DOT }];
    }),
  );
  const every = stepOf(labels.length, STEP / slot);
  return {
    marks,
    lines: kind === 'lines' ? series.flatMap((one, at) => pathsOf(one.values, middle, y, at)) : [],
    ticks: Array.from({ length: TICKS + 1 }, (_, index) => ({ value: index * tick, y: y(index * tick) })),
    steps: labels.flatMap((label, index) => (index % every === 0 ? [{ label, x: middle(index) }] : [])),
  };
}

function pathsOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
  series: number,
): Drawn['lines'] {
  let path = '';
  let isBroken = true;
  for (const [index, value] of values.entries()) {
    if (value === null) isBroken = true;
    else {
      path += `${isBroken ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      isBroken = false;
    }
  }
  return path === '' ? [] : [{ path, series }];
}
