const SOONEST_MS = 250;
/** Looks at the database in a second, by all who watch together: leads that come in need it, too. */
const LOOKS_A_SECOND = 100;

/** How long to wait between two looks where so many watch: few hear at once, many somewhat later. */
export const feedPaceMs = (watchers: number): number =>
  Math.max(SOONEST_MS, Math.ceil((watchers * 1000) / LOOKS_A_SECOND));
