import type { Database } from '../../src/platform/postgres/index.ts';
import type { EmbeddedProduct } from './embedded-product.ts';
import { uploadFile } from './lead-files.ts';
import { personOf } from './people.ts';

/** A file of one row, of these values, of which a lead was made, and that is not read to its end; gives its id. */
export async function bringIn(
  { careroute, certificate }: EmbeddedProduct,
  owner: Database,
  scene: { readonly tenantId: string; readonly campaignId: string; readonly leadId: string },
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const { runtime, baseUrl } = careroute;
  const { tenantId, campaignId, leadId } = scene;
  const { client } = await personOf({ runtime, baseUrl, publicUrl: baseUrl, certificate }, { tenantId, role: 'admin' });
  const line = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`;
  const importId = await uploadFile(client, campaignId, line(Object.keys(values)) + line(Object.values(values)));
  // A file that is read to its end is gone: this is what a worker leaves that died after its first row.
  await owner.query({
    text: `INSERT INTO lead_import_rows (tenant_id, import_id, number, outcome, lead_id)
      VALUES ($1, $2, 1, 'accepted', $3)`,
    values: [tenantId, importId, leadId],
  });
  return importId;
}
