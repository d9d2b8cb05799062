/** What a buyer says of people whom it has bought before. */
export interface BuyerDedupSettings {
  readonly enabled: boolean;
  readonly fields: readonly string[];
  readonly windowDays: number;
}

/** What a contract says otherwise than its buyer; null: as the buyer. */
export interface DedupOverride {
  readonly enabled: boolean | null;
  readonly windowDays: number | null;
}

/** By which fields and how far back a contract looks for earlier sales to its buyer; null: it does not. */
export function resolveDedup(
  buyer: BuyerDedupSettings,
  override: DedupOverride | undefined,
): { readonly fields: readonly string[]; readonly windowDays: number } | null {
  const windowDays = override?.windowDays ?? buyer.windowDays;
  const isOn = (override?.enabled ?? buyer.enabled) && windowDays > 0 && buyer.fields.length > 0;
  return isOn ? { fields: buyer.fields, windowDays } : null;
}
