import type { Caps, Pacing, Ramp } from './caps.ts';

const DAY_MS = 86_400_000;

/** The cap on a day, `YYYY-MM-DD`. Before the ramp begins it is as on its first day. */
export function rampedCap(cap: number, { start, startDate, step, every }: Ramp, day: string): number {
  const days = Math.max(0, Math.round((Date.parse(day) - Date.parse(startDate)) / DAY_MS));
  return Math.min(cap, start + step * Math.floor(days / (every === 'week' ? 7 : 1)));
}

/**
 * How many of a daily cap may have been taken when so much of the day's open time has passed: one at the opening, one
 * more for each part of the time, all before it closes. A day without open time is not paced.
 */
export function pacedAllowance(cap: number, passedMs: number, totalMs: number): number {
  if (totalMs <= 0) return cap;
  return Math.min(cap, Math.floor((cap * passedMs) / totalMs) + 1);
}

/** How a daily cap stands at a moment of a day, of whose open time so much has passed. */
export interface PaceAt {
  readonly pacing: Pacing;
  readonly ramp: Ramp | null;
  readonly day: string;
  readonly passedMs: number;
  readonly totalMs: number;
}

/** Caps with the daily ones as the ramp, which is of leads, and the pacing leave them at this moment. */
export function pacedCaps(caps: Caps, { pacing, ramp, day, passedMs, totalMs }: PaceAt): Caps {
  const [daily, spend] = [caps.leads?.day, caps.spendCents?.day];
  const cap = daily !== undefined && ramp ? rampedCap(daily, ramp, day) : daily;
  const share = (whole: number): number => pacedAllowance(whole, passedMs, totalMs);
  return {
    ...caps,
    ...(cap === undefined ? {} : { leads: { ...caps.leads, day: cap } }),
    ...(cap === undefined || pacing === 'none' ? {} : { pace: share(cap) }),
    ...(spend === undefined || pacing === 'none' ? {} : { paceCents: share(spend) }),
  };
}
