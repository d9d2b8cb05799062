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
