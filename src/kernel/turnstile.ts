interface Lane {
  inside: number;
  /** How many of the first were let in since the last of the others. */
  firstInARow: number;
  readonly first: Set<() => void>;
  readonly others: Set<() => void>;
}

const FIRST_IN_A_ROW = 3;

/** Lets a limited number through per key; the rest wait in order of arrival. */
export interface Turnstile {
  /**
   * Resolves to true inside, to false when the signal fires first. Whoever got true must `leave`. Who comes `first`
   * is let in before the others, but for every fourth, who is of the others: nobody waits for ever.
   */
  enter(key: string, signal: AbortSignal, first?: boolean): Promise<boolean>;
  leave(key: string): void;
}

/** A turnstile for `limit` at once per key. Keys nobody uses take no memory. */
export function createTurnstile(limit: number): Turnstile {
  const lanes = new Map<string, Lane>();

  const queue = (waiting: Set<() => void>, signal: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      const admit = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = (): void => {
        waiting.delete(admit);
        resolve(false);
      };
      waiting.add(admit);
      signal.addEventListener('abort', giveUp, { once: true });
    });

  return {
    enter: (key, signal, first = false) => {
      if (signal.aborted) return Promise.resolve(false);
      const lane = lanes.get(key) ?? { inside: 0, firstInARow: 0, first: new Set(), others: new Set() };
      lanes.set(key, lane);
      if (lane.inside >= limit) return queue(first ? lane.first : lane.others, signal);
      lane.inside += 1;
      return Promise.resolve(true);
    },
    leave: (key) => {
      const lane = lanes.get(key);
      if (lane === undefined) return;
      const lines = lane.firstInARow < FIRST_IN_A_ROW ? [lane.first, lane.others] : [lane.others, lane.first];
      for (const waiting of lines)
        for (const admit of waiting) {
          // The place passes on: the count stays.
          waiting.delete(admit);
          lane.firstInARow = waiting === lane.first ? lane.firstInARow + 1 : 0;
          return admit();
        }
      lane.inside -= 1;
      if (lane.inside === 0) lanes.delete(key);
    },
  };
}
