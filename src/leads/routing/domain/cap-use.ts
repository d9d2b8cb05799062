import { addDays, startOfDay, weekStart } from '../../../kernel/time.ts';
import { CAP_PERIODS, type CapPeriod, type Caps, reachedCap, type UsedBy } from './caps.ts';
import type { CapName } from './reasons.ts';

/** What was reserved and not given back in one period, beside its caps; null is no cap. Money in cents. */
export interface PeriodUse {
  readonly period: CapPeriod;
  /** Its first day, `YYYY-MM-DD`. */
  readonly since: string;
  readonly resetsAt: Date;
  readonly leads: { readonly used: number; readonly cap: number | null };
  readonly spendCents: { readonly used: number; readonly cap: number | null };
}

/** What an owner of caps has used at a moment of its `day`. */
export interface CapUse {
  readonly timeZone: string;
  readonly day: string;
  readonly isObserved: boolean;
  /** How much of the day's caps may have been taken by now, where they are spread over the day. */
  readonly pace: number | null;
  readonly paceCents: number | null;
  readonly periods: readonly PeriodUse[];
  /** Leads that are under way at this moment. */
  readonly open: { readonly used: number; readonly cap: number | null };
  /** The cap that one more lead at its price would break. */
  readonly reached: CapName | null;
}

/** When it is looked at, for a lead of which price, and how many are under way. */
export interface UsedAt {
  readonly day: string;
  readonly timeZone: string;
  readonly priceCents: number;
  readonly open: number;
}

/** Says of caps, as they hold on this day, how far they are used. */
export function capUse(caps: Caps, used: UsedBy, { day, timeZone, priceCents, open }: UsedAt): CapUse {
  return {
    timeZone,
    day,
    isObserved: caps.observe === true,
    pace: caps.pace ?? null,
    paceCents: caps.paceCents ?? null,
    periods: CAP_PERIODS.map((period): PeriodUse => {
      const { since, next } = boundsOf(period, day);
      return {
        period,
        since,
        resetsAt: startOfDay(next, timeZone),
        leads: { used: used[period].leads, cap: caps.leads?.[period] ?? null },
        spendCents: { used: used[period].spendCents, cap: caps.spendCents?.[period] ?? null },
      };
    }),
    open: { used: open, cap: caps.concurrent ?? null },
    reached: reachedCap(caps, used, priceCents, open),
  };
}

/** The first day of a period that a day is in, and that of the next one. Weeks begin on Mondays. */
function boundsOf(period: CapPeriod, day: string): { readonly since: string; readonly next: string } {
  if (period === 'day') return { since: day, next: addDays(day, 1) };
  const since = period === 'week' ? weekStart(day) : `${day.slice(0, 8)}01`;
  // 31 days after the first of a month is in the next one, whichever it is.
  const next = period === 'week' ? addDays(since, 7) : `${addDays(since, 31).slice(0, 8)}01`;
  return { since, next };
}
