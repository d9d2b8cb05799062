interface Lane {
  inside: number;
  readonly waiting: Set<() => void>;
}

/** Lets a limited number through per key; the rest wait in order of arrival. */
export interface Turnstile {
  /** Resolves to true inside, to false when the signal fires first. Whoever got true must `leave`. */
  enter(key: string, signal: AbortSignal): Promise<boolean>;
  leave(key: string): void;
}

/** A turnstile for `limit` at once per key. Keys nobody uses take no memory. */
export function createTurnstile(limit: number): Turnstile {
  const lanes = new Map<string, Lane>();

  const queue = (lane: Lane, signal: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      const admit = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = (): void => {
        lane.waiting.delete(admit);
        resolve(false);
      };
      lane.waiting.add(admit);
      signal.addEventListener('abort', giveUp, { once: true });
    });

  return {
    enter: (key, signal) => {
      if (signal.aborted) return Promise.resolve(false);
      const lane = lanes.get(key) ?? { inside: 0, waiting: new Set() };
      lanes.set(key, lane);
      if (lane.inside >= limit) return queue(lane, signal);
      lane.inside += 1;
      return Promise.resolve(true);
    },
    leave: (key) => {
      const lane = lanes.get(key);
      if (lane === undefined) return;
      for (const admit of lane.waiting) {
        // The place passes on: the count stays.
        lane.waiting.delete(admit);
        return admit();
      }
      lane.inside -= 1;
      if (lane.inside === 0) lanes.delete(key);
    },
  };
}
