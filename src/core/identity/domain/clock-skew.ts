/**
 * By how much the clocks of processes over one database may differ, in milliseconds. What lies further in the future is
 * of a clock that was set back since.
 */
export const CLOCKS_DIFFER_MS = 300_000;
