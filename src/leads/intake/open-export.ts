import type { Vault } from '../../core/vault/index.ts';
import type { KeptPart } from './export-part-store.ts';
import type { LeadShown } from './show-lead.ts';

/** Where a part of a file is sealed, under the key of the file. */
export const partPlace = (tenantId: string, exportId: string, number: number) => ({
  tenantId,
  table: 'export_parts',
  recordId: exportId,
  part: String(number),
});

/** What a part of a file holds, as it was revealed to whoever made the file. */
export async function openPart(vault: Vault, tenantId: string, part: KeptPart): Promise<LeadShown[]> {
  const { exportId, number, sealed } = part;
  const bytes = await vault.open(exportId, partPlace(tenantId, exportId, number), sealed);
  return JSON.parse(bytes.toString('utf8')) as LeadShown[];
}
