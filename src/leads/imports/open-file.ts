import { systemContext } from '../../core/gate/index.ts';
import type { Tenancy, TenantReader } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { decodeText } from './read-text.ts';
import { type KeptPart, partFind } from './part-store.ts';
import { csvRecords } from './read-csv.ts';

export interface FileDeps {
  readonly tenancy: Tenancy;
  readonly vault: Vault;
}

/** A file as it is kept: which, and its pieces by their numbers from 0. */
interface KeptFile {
  readonly tenantId: string;
  readonly importId: string;
  readonly part: (number: number) => Promise<KeptPart | undefined>;
}

/** Where a piece of a file is sealed, under the key of the file. */
export const partPlace = (tenantId: string, importId: string, number: number) => ({
  tenantId,
  table: 'lead_import_parts',
  recordId: importId,
  part: String(number),
});

/** A file whose pieces are read one by one, each in a transaction of its own; of those beyond `pieces` none. */
export const fileOf = ({ tenancy }: FileDeps, tenantId: string, importId: string, pieces = Infinity): KeptFile => ({
  tenantId,
  importId,
  part: async (number) =>
    number < pieces ? tenancy.readTenant(systemContext(tenantId), (tx) => partFind(tx, importId, number)) : undefined,
});

/**
 * The records of a file as their cells, piece by piece, so that a file of any size takes little memory. Throws a fault
 * where the file is no CSV in UTF-8, and UnsealError once its key was destroyed.
 */
export const openFile = (vault: Vault, file: KeptFile): AsyncGenerator<string[]> =>
  csvRecords(decodeText(openPieces(vault, file)));

async function* openPieces(vault: Vault, { tenantId, importId, part }: KeptFile): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const kept = await part(number);
    if (!kept) return;
    yield await vault.open(importId, partPlace(tenantId, importId, number), kept.sealed);
  }
}

/** The first records of a file. */
export async function openBeginning(vault: Vault, file: KeptFile, most: number): Promise<string[][]> {
  const records: string[][] = [];
  for await (const record of openFile(vault, file)) {
    records.push(record);
    if (records.length === most) break;
  }
  return records;
}

/** The cells of the row of an import that has a number, read within a transaction; undefined if there is none. */
export async function openRow(
  vault: Vault,
  tx: TenantReader,
  { id, hasHeader }: { readonly id: string; readonly hasHeader: boolean },
  number: number,
): Promise<string[] | undefined> {
  const { tenantId } = tx.context;
  const file = { tenantId, importId: id, part: (at: number) => partFind(tx, id, at) };
  const records = await openBeginning(vault, file, number + (hasHeader ? 1 : 0));
  return records[number - (hasHeader ? 0 : 1)];
}
