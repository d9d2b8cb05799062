import { addDays, calendarDay, startOfDay, weekStart } from '../../../kernel/time.ts';
import { type Cents, formatCents } from '../../../kernel/money.ts';

/** Since when leads of today, of this week and of this month came. */
export interface Since {
  readonly today: Date;
  readonly week: Date;
  readonly month: Date;
}

/** The days of a zone's calendar that an instant falls into; a week begins on Monday. */
export function sinceOf(now: Date, timeZone: string): Since {
  const day = calendarDay(now, timeZone);
  return {
    today: startOfDay(day, timeZone),
    week: startOfDay(weekStart(day), timeZone),
    month: startOfDay(addDays(day, 1 - Number(day.slice(8))), timeZone),
  };
}

/** How many leads a partner sent into an offer, without tests, and what became of them. */
export interface LeadCounts {
  readonly total: number;
  readonly sold: number;
  readonly rejected: number;
  readonly returned: number;
  readonly pending: number;
  /** What the sold ones pay the partner. */
  readonly payoutCents: Cents;
  readonly today: number;
  readonly week: number;
  readonly month: number;
}

/** What a partner is told of its own leads on an offer: shares from 0 to 1, money as decimal text. */
export function offerStats({ payoutCents, ...counts }: LeadCounts) {
  const { total, sold, rejected, returned, pending } = counts;
  return {
    totalLeads: total,
    soldLeads: sold,
    rejectedLeads: rejected,
    returnedLeads: returned,
    pendingLeads: pending,
    totalCost: formatCents(payoutCents),
    totalCpaPayout: formatCents(0),
    conversionRate: share(sold, total),
    returnRate: share(returned, sold + returned),
    avgCostPerLead: formatCents(perLead(payoutCents, sold)),
    leadsToday: counts.today,
    leadsThisWeek: counts.week,
    leadsThisMonth: counts.month,
  };
}

/** To four decimals; of nothing none. */
const share = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 10_000) / 10_000);

/** To the nearest cent; a half goes to the even one. */
function perLead(cents: Cents, leads: number): Cents {
  if (leads === 0) return 0;
  const whole = Math.floor(cents / leads);
  const twice = (cents - whole * leads) * 2;
  return twice > leads || (twice === leads && whole % 2 !== 0) ? whole + 1 : whole;
}
