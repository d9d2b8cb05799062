/**
 * A stretch of a day in minutes of the clock, `[from, to)`; 1440 is the end of the day. One whose end is not after its
 * beginning goes over midnight, and belongs to the day on which it begins.
 */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** By day of the week, Sunday first: the windows in which a contract is open. */
export type WeeklyHours = readonly (readonly Window[])[];

/**
 * When a contract buys. It is open where the clocks of its zone show a time within its hours: what a change of clocks
 * skips is never open, what one repeats is open twice. A holiday closes its calendar day from midnight to midnight.
 */
export interface Schedule {
  /** Null is the tenant's. */
  readonly timeZone: string | null;
  /** Null is always. */
  readonly hours: WeeklyHours | null;
  /** The first and the last day, `YYYY-MM-DD`; null is no bound. */
  readonly startDate: string | null;
  readonly endDate: string | null;
  /** Days, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  /** Instants in ISO 8601, the end not included. */
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
  /** An instant in ISO 8601, from which on nothing is bought. */
  readonly expiresAt: string | null;
  /** What becomes of a lead that comes while it is closed: it is refused, or waits for the opening. */
  readonly closedHours: 'refuse' | 'hold';
}

export const ALWAYS_OPEN: Schedule = {
  timeZone: null,
  hours: null,
  startDate: null,
  endDate: null,
  holidays: [],
  pauses: [],
  expiresAt: null,
  closedHours: 'refuse',
};

/** Whether it ever closes. */
export const isBounded = ({ hours, startDate, endDate, holidays, pauses, expiresAt }: Schedule): boolean =>
  hours !== null || startDate !== null || endDate !== null || expiresAt !== null || holidays.length + pauses.length > 0;

/** Why a contract is closed. */
export type ClosedReason = 'expired' | 'paused' | 'not_started' | 'holiday' | 'closed_hours';
