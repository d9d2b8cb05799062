import { todayTexts as t } from '../texts/today.ts';
import type { Figure } from '../ui/figures.tsx';
import { count, duration, money, percent } from '../ui/format.ts';

export const countFigure = (label: string, value: number, before: number): Figure => ({
  label,
  value: count(value),
  note: t.before(count(before)),
});

export const moneyFigure = (label: string, value: string, before: string): Figure => ({
  label,
  value: money(value),
  note: t.before(money(before)),
});

/** A share that the server gives between 0 and 1; a dash where there was nothing to count. */
export const rateFigure = (label: string, rate: number | null, note: string): Figure => ({
  label,
  value: percent(rate),
  note,
});

interface Timed {
  readonly latencyP50Ms: number | null;
  readonly latencyP95Ms: number | null;
}

export const latencyFigure = (label: string, { latencyP50Ms, latencyP95Ms }: Timed): Figure => ({
  label,
  value: latencyP50Ms === null ? '–' : duration(latencyP50Ms),
  ...(latencyP95Ms === null ? {} : { note: t.slowest(duration(latencyP95Ms)) }),
});
