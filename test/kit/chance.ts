/** Chance that is the same for the same seed. */
export interface Chance {
  /** From `from` to `to`, both among what may come; whole. */
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** True in this share of the calls. */
  happens(share: number): boolean;
}

/** Draws from a seed (mulberry32). */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    between,
    pick<T>(from: readonly T[]): T {
      const picked = from[between(0, from.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    happens: (share) => next() < share,
  };
}
