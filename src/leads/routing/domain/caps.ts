import type { CapName } from './reasons.ts';

export const CAP_PERIODS = ['day', 'week', 'month'] as const;
export type CapPeriod = (typeof CAP_PERIODS)[number];
type Limits = Readonly<Partial<Record<CapPeriod, number>>>;

/**
 * The most leads and the most money (in cents) a day, week or month; a period that is not named has no cap. With
 * `observe` they are counted and shown, and keep nobody away.
 */
export interface Caps {
  readonly leads?: Limits;
  readonly spendCents?: Limits;
  /** The most leads at once that are reserved and have no end yet. */
  readonly concurrent?: number;
  readonly observe?: boolean;
  /** How many leads of the day, and how much money, may have been taken by now, where a daily cap is spread over it. */
  readonly pace?: number;
  readonly paceCents?: number;
}

/** What was reserved and not released, in one period. */
export interface Used {
  readonly leads: number;
  readonly spendCents: number;
}

/** By period: this day, this week (from Monday) and this month of the owner. */
export type UsedBy = Readonly<Record<CapPeriod, Used>>;

const NAMES: Readonly<Record<CapPeriod, string>> = { day: 'daily', week: 'weekly', month: 'monthly' };

const isCapped = (limits: Limits | undefined): boolean => Object.keys(limits ?? {}).length > 0;

/** Whether there is anything to count against. */
export const isEnforced = ({ leads, spendCents, concurrent, observe = false }: Caps): boolean =>
  !observe && (isCapped(leads) || isCapped(spendCents) || concurrent !== undefined);

const boundsOpen = ({ concurrent, observe = false }: Caps): boolean => !observe && concurrent !== undefined;

/** Whether it matters how many leads a contract, or its buyer, has at once. */
export const isOpenBounded = ({ caps, buyerCaps }: { readonly caps: Caps; readonly buyerCaps: Caps }): boolean =>
  boundsOpen(caps) || boundsOpen(buyerCaps);

/**
 * The first cap that one more lead of this price would break, where `open` are under way; null if none. A cap of
 * nothing is reached at once.
 */
export function reachedCap(caps: Caps, used: UsedBy, priceCents: number, open = 0): CapName | null {
  if (!isEnforced(caps)) return null;
  for (const period of CAP_PERIODS) {
    const leads = caps.leads?.[period];
    if (leads !== undefined && used[period].leads + 1 > leads) return capName(period, 'leads');
    const spend = caps.spendCents?.[period];
    if (spend !== undefined && used[period].spendCents + priceCents > spend) return capName(period, 'spend');
  }
  if (isAhead(caps, used.day, priceCents)) return 'daily pace';
  return open + 1 > (caps.concurrent ?? Infinity) ? 'concurrent leads' : null;
}

/** Whether one more lead would be ahead of the pace; the first of a day may cost more than the share of its moment. */
function isAhead({ pace, paceCents }: Caps, { leads, spendCents }: Used, priceCents: number): boolean {
  if (pace !== undefined && leads + 1 > pace) return true;
  return paceCents !== undefined && spendCents > 0 && spendCents + priceCents > paceCents;
}

const capName = (period: CapPeriod, unit: 'leads' | 'spend'): CapName => `${NAMES[period]} ${unit}` as CapName;

/** `used` with one more lead. */
export function plusOne(used: UsedBy, priceCents: number): UsedBy {
  const more = ({ leads, spendCents }: Used): Used => ({ leads: leads + 1, spendCents: spendCents + priceCents });
  return { day: more(used.day), week: more(used.week), month: more(used.month) };
}

/** Nothing was reserved. */
const UNUSED: UsedBy = {
  day: { leads: 0, spendCents: 0 },
  week: { leads: 0, spendCents: 0 },
  month: { leads: 0, spendCents: 0 },
};

/** What an owner has used; nothing where none was ever counted. */
export const usedOf = (used: ReadonlyMap<string, UsedBy>, ownerId: string): UsedBy => used.get(ownerId) ?? UNUSED;

/**
 * Whether a buyer may have one more lead at this price: what it owes and what is reserved for it must stay within its
 * credit limit, and have left it (`balance >= creditLimit` blocks). Null is no limit, zero is nothing on credit.
 */
export const isWithinCredit = (limitCents: number | null, committedCents: number, priceCents: number): boolean =>
  limitCents === null || (committedCents < limitCents && committedCents + priceCents <= limitCents);

/** How a daily cap is spent: as leads come, or spread over the open time of the day. */
export const PACINGS = ['none', 'even'] as const;
export type Pacing = (typeof PACINGS)[number];

/** A daily cap on leads that begins at `start` on a day and grows by `step` every day or week up to the cap. */
export interface Ramp {
  readonly start: number;
  readonly startDate: string;
  readonly step: number;
  readonly every: 'day' | 'week';
}
