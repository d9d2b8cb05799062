import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import type { Vault } from '../vault/index.ts';

/** A declared place where data of a person is kept. A column with personal data that no holding names is a defect. */
export interface Holding {
  readonly table: string;
  /** Columns that hold, seal or index personal data. */
  readonly columns: readonly string[];
  readonly phiClasses: readonly string[];
  /** How long it is kept, in words that `docs/compliance` explains. */
  readonly retention: string;
  /** All that is kept of the subject here, opened. */
  export(reach: { readonly tx: TenantReader; readonly vault: Vault }, subjectId: string): Promise<readonly unknown[]>;
  /** Removes it; gives the number of rows changed. */
  purge(tx: TenantWriter, subjectId: string): Promise<number>;
}

/** Everything that the holdings keep of one subject. */
export async function exportSubject(
  holdings: readonly Holding[],
  reach: { readonly tx: TenantReader; readonly vault: Vault },
  subjectId: string,
) {
  const found: Record<string, readonly unknown[]> = {};
  for (const holding of holdings) found[holding.table] = await holding.export(reach, subjectId);
  return found;
}

/**
 * Removes a subject from every holding, in the caller's transaction. The caller then destroys the subject's key
 * (`vault.shred`), which makes every copy that is left, in backups too, unreadable.
 */
export async function purgeSubject(
  holdings: readonly Holding[],
  tx: TenantWriter,
  subjectId: string,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const holding of holdings) counts[holding.table] = await holding.purge(tx, subjectId);
  return counts;
}
