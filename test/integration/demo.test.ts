import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { seedMarket } from '../../src/entry/demo/market.ts';
import { createApiClient } from '../../src/entry/demo/api-client.ts';
import { removeDemo } from '../../src/entry/demo/remove-demo.ts';
import { foundTenant } from '../../src/entry/compose/tenants.ts';
import { startApp } from '../kit/app.ts';
import { TEST_SECRETS } from '../kit/cluster.ts';
import { startMarket } from '../kit/market.ts';

test('removing the demo takes its tenant whole, keys and files too, and no row of anybody else', async () => {
  const app = await startApp();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'careroute-demo-'));
  try {
    const { tenantId: kept, admin } = await app.tenant();
    const market = await startMarket(app, admin, { buyers: [{}] });
    await market.post();
    const demo = await foundTenant(app.runtime, {
      slug: 'demo',
      name: 'Demo',
      timeZone: 'America/Chicago',
      isDemo: true,
    });
    const api = createApiClient(app.baseUrl, app.certificate.caPem, demo.adminKey);
    const url = market.buyers[0]?.simulator.url ?? '';
    const seeded = await seedMarket(api, [url, url, url]);
    api.close();
    const campaign = seeded.partners[0]?.campaigns[0];
    const lead = market.lead({ campaignId: campaign?.id });
    const posted = await app.client(campaign?.postingKey).post('/api/v1/leads/submit', lead);
    assert.equal(posted.json.result, 'success', posted.text);
    await writeFile(path.join(dataDir, 'demo.json'), '{}');
    await writeFile(path.join(dataDir, 'root.key'), 'kept');
    const before = await rowsOf(app, kept);

    assert.ok((await removeDemo(app.urls, TEST_SECRETS, dataDir)) > 20);

    assert.equal(await rowsOf(app, demo.tenantId), 0);
    assert.equal(await rowsOf(app, kept), before);
    const keys = await app.keystoreOwner.query({
      text: 'SELECT 1 FROM subject_keys WHERE tenant_id = $1',
      values: [demo.tenantId],
    });
    assert.equal(keys.length, 0);
    assert.deepEqual(await readdir(dataDir), ['root.key']);
    assert.equal(await removeDemo(app.urls, TEST_SECRETS, dataDir), 0);
    await market.stop();
  } finally {
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});

/** Rows of a tenant over every table that has a tenant: a table that the removal forgets is noticed. */
async function rowsOf({ owner }: Awaited<ReturnType<typeof startApp>>, tenantId: string): Promise<number> {
  const tables = await owner.query<{ name: string }>({
    text: `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name =
      'tenant_id'`,
  });
  let rows = 0;
  for (const { name } of tables) {
    const [counted] = await owner.query<{ count: number }>({
      text: `SELECT count(*) AS count FROM ${name} WHERE tenant_id = $1`,
      values: [tenantId],
    });
    rows += counted?.count ?? 0;
  }
  return rows;
}
