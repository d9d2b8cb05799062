/** How it goes with asking a vendor: what a process remembers of it. */
export interface VendorHealth {
  /** Questions in a row that came to nothing. */
  readonly failures: number;
  /** Until when it is not asked, in epoch milliseconds; null for one that is. */
  readonly restUntil: number | null;
}

export const HEALTHY: VendorHealth = { failures: 0, restUntil: null };

/** So many failures in a row are no accident. */
export const MOST_FAILURES = 5;
/** Longer than a vendor may take for an answer (10 s), so that one trial ends before the next one may begin. */
export const REST_MS = 30_000;

/**
 * The health of a vendor once it is asked at an instant; undefined while it rests. Whoever asks first after a rest asks
 * for all: the others go on as if it rested, until that answer is there.
 */
export function beginAsking(health: VendorHealth, at: number): VendorHealth | undefined {
  if (health.restUntil === null) return health;
  return at < health.restUntil ? undefined : { ...health, restUntil: at + REST_MS };
}

/** The health of a vendor after what a question came to: an answer ends all, a failure too many begins a rest. */
export function afterAsking({ failures }: VendorHealth, isAnswered: boolean, at: number): VendorHealth {
  if (isAnswered) return HEALTHY;
  const more = failures + 1;
  return { failures: more, restUntil: more < MOST_FAILURES ? null : at + REST_MS };
}
