import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedProduct } from './embedded-product.ts';
import { personOf } from './people.ts';
import { made } from './refusals.ts';

/** Two people of a tenant take its leads out, and the product's own worker makes the file; gives the export. */
export async function takeOut({ careroute, certificate }: EmbeddedProduct, tenantId: string): Promise<string> {
  const { runtime, baseUrl } = careroute;
  const app = { runtime, baseUrl, publicUrl: baseUrl, certificate };
  const [asker, second] = [
    await personOf(app, { tenantId, role: 'admin' }),
    await personOf(app, { tenantId, role: 'owner' }),
  ];
  const wish = { action: 'bulk_export', reason: 'A file to look for.' };
  const { id: approvalId } = await made(asker.client, '/api/v1/approvals', wish);
  await made(second.client, `/api/v1/approvals/${approvalId}/decide`, { decision: 'approved' });
  const { id } = await made(asker.client, '/api/v1/exports', { approvalId });
  const state = async () => (await asker.client.get(`/api/v1/exports/${id}`)).json.data;
  for (let round = 0; round < 200 && (await state()).status !== 'done'; round += 1) await sleep(50);
  const { status, rowsDone, rowsTotal } = await state();
  assert.deepEqual([status, rowsDone], ['done', rowsTotal]);
  assert.equal((await asker.client.get(`/api/v1/exports/${id}/file`)).json.data.rows, rowsTotal);
  return id;
}
