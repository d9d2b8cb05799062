/** Windows are whole minutes. */
const WINDOW_MS = 60_000;

/** Where the window begins that an instant lies in. */
export const windowStart = (now: Date): number => Math.floor(now.getTime() / WINDOW_MS) * WINDOW_MS;

/** Whole seconds until the window after this one, at least one. */
export const secondsToNext = (now: Date): number =>
  Math.max(1, Math.ceil((windowStart(now) + WINDOW_MS - now.getTime()) / 1000));

/**
 * How many units a process fetches at once: a twentieth of the limit, so that a busy caller costs twenty questions a
 * minute and what one process holds unused keeps little from the others; never less than what is needed now.
 */
export const batchOf = (perMinute: number, cost: number): number => Math.max(cost, Math.floor(perMinute / 20), 1);

/** What of a batch fell to its asker, when the counter stands at `taken` with the batch counted in. */
export const grantedOf = (batch: number, taken: number, perMinute: number): number =>
  Math.max(0, Math.min(batch, perMinute - (taken - batch)));
