import type { Chance } from '../kit/chance.ts';

/** What a buyer answers, after so many milliseconds; null where no readable answer ever leaves it. */
export interface Reply {
  readonly verdict: 'accepted' | 'rejected' | 'duplicate' | null;
  readonly afterMs: number;
}

/** All buyers of a world, and what each really has: nobody else may look into that but the promises and a person. */
export interface Buyers {
  /** A delivery arrives. */
  receive(buyerId: string, saleId: string, leadId: string): Reply;
  has(buyerId: string, saleId: string): boolean;
  /** Honest buyers that took the lead, however it was answered. */
  holders(leadId: string): ReadonlySet<string>;
}

type Nature = 'honest' | 'slow' | 'forgetful' | 'liar';

/**
 * Buyers that accept, refuse, answer late or not readably. The slow ones are mostly too late; the forgetful ones call a
 * delivery that they took a duplicate when it is sent again; liars say anything and are trusted with nothing.
 */
export function createBuyers(chance: Chance): Buyers {
  const natures = new Map<string, Nature>();
  const decided = new Map<string, boolean>();
  const holders = new Map<string, Set<string>>();
  const natureOf = (buyerId: string): Nature => {
    const nature = natures.get(buyerId) ?? chance.pick(['honest', 'honest', 'slow', 'forgetful', 'forgetful', 'liar']);
    natures.set(buyerId, nature);
    return nature;
  };
  const verdictOf = (nature: Nature, saleId: string, isFirst: boolean): Reply['verdict'] => {
    if (nature === 'liar') return chance.pick(['accepted', 'rejected', 'duplicate', null]);
    if (!decided.get(saleId)) return chance.happens(0.1) ? 'duplicate' : 'rejected';
    return nature === 'forgetful' && !isFirst ? 'duplicate' : 'accepted';
  };
  return {
    receive(buyerId, saleId, leadId) {
      const nature = natureOf(buyerId);
      const isFirst = !decided.has(saleId);
      const takes = decided.get(saleId) ?? chance.happens(0.6);
      decided.set(saleId, takes);
      if (takes && nature !== 'liar') holders.set(leadId, (holders.get(leadId) ?? new Set<string>()).add(buyerId));
      const isUnreadable = nature !== 'liar' && chance.happens(0.02);
      const afterMs = nature === 'slow' ? chance.between(100, 9000) : chance.between(1, 400);
      return { verdict: isUnreadable ? null : verdictOf(nature, saleId, isFirst), afterMs };
    },
    has: (_buyerId, saleId) => decided.get(saleId) ?? false,
    holders: (leadId) => holders.get(leadId) ?? new Set(),
  };
}
