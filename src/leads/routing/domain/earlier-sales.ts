/** How far back a contract looks for earlier sales to its buyer, and by which fields. */
export interface BuyerDedup {
  readonly fields: readonly string[];
  readonly windowDays: number;
}

/** A contract with its rule; null where the buyer may get a person again. */
export interface ContractDedup {
  readonly contractId: string;
  readonly buyerId: string;
  readonly dedup: BuyerDedup | null;
}

/** An earlier sale to a buyer of a lead that has the same value in a field as the lead in question. */
export interface EarlierSale {
  readonly buyerId: string;
  readonly field: string;
  /** When it was reserved. */
  readonly at: Date;
}

const DAY_MS = 86_400_000;

/**
 * The contracts whose buyer has had this person within the contract's window. The window counts from when the earlier
 * sale was reserved, its first instant included. The sale counts whichever contract of the buyer it was under, and so
 * does a match on any one listed field. `history` holds what was not released: what a buyer gave back, it has seen.
 */
export function duplicateContracts(
  contracts: readonly ContractDedup[],
  history: readonly EarlierSale[],
  now: Date,
): ReadonlySet<string> {
  const byBuyer = Map.groupBy(history, ({ buyerId }) => buyerId);
  const found = contracts.filter(({ buyerId, dedup }) => {
    if (dedup === null || dedup.windowDays === 0) return false;
    const since = now.getTime() - dedup.windowDays * DAY_MS;
    return (byBuyer.get(buyerId) ?? []).some(({ field, at }) => dedup.fields.includes(field) && at.getTime() >= since);
  });
  return new Set(found.map(({ contractId }) => contractId));
}

/** Whether a person who comes again goes to the buyer of the last so many days first, or to anybody but that one. */
export interface Affinity {
  readonly mode: 'same' | 'exclude';
  readonly days: number;
}

/**
 * The buyers that an offer's affinity is about: to keep away, all that had the person within its days; to come first,
 * those of the latest sale. The first instant of the days is included. `history` holds the sales of the person.
 */
export function knownBuyers(
  { mode, days }: Affinity,
  history: readonly EarlierSale[],
  now: Date,
): { readonly mode: Affinity['mode']; readonly buyerIds: ReadonlySet<string> } {
  const since = now.getTime() - days * DAY_MS;
  const within = history.filter(({ at }) => at.getTime() >= since);
  const latest = Math.max(...within.map(({ at }) => at.getTime()));
  const meant = mode === 'exclude' ? within : within.filter(({ at }) => at.getTime() === latest);
  return { mode, buyerIds: new Set(meant.map(({ buyerId }) => buyerId)) };
}
