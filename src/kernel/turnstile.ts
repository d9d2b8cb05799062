interface Lane {
  inside: number;
  readonly first: Set<() => void>;
  readonly others: Set<() => void>;
}

/** Lets a limited number through per key; the rest wait in order of arrival. */
export interface Turnstile {
  /**
   * Resolves to true inside, to false when the signal fires first. Whoever got true must `leave`. Who comes `first`
   * waits for nobody of the others but those inside.
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
      const lane = lanes.get(key) ?? { inside: 0, first: new Set(), others: new Set() };
      lanes.set(key, lane);
      if (lane.inside >= limit) return queue(first ? lane.first : lane.others, signal);
      lane.inside += 1;
      return Promise.resolve(true);
    },
    leave: (key) => {
      const lane = lanes.get(key);
      if (lane === undefined) return;
      for (const waiting of [lane.first, lane.others])
        for (const admit of waiting) {
          // The place passes on: the count stays.
          waiting.delete(admit);
          return admit();
        }
      lane.inside -= 1;
      if (lane.inside === 0) lanes.delete(key);
    },
  };
}
