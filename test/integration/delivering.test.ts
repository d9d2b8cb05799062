import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tenancy } from '../../src/core/tenancy/index.ts';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';

const place = testPlace();
const LIMIT_MS = 20_000;

/** A market whose leads are delivered after the answer to the partner, by two buyers, the first of them first. */
const twoBuyers = (first: Record<string, unknown> = {}, second: Record<string, unknown> = {}): Promise<Market> =>
  place().market({
    buyers: [
      { behaviour: 'timeout', contract: { price: '40.00', uncertainPolicy: 'hold', ...first } },
      { contract: { price: '10.00', ...second } },
    ],
  });

const saleOf = async (leadId: string): Promise<string> => {
  const [row] = await place().waterfallOf(leadId);
  assert.ok(row);
  return row.saleId;
};

const requestsOf = (m: Market, buyer: number): number =>
  (m.buyers[buyer]?.simulator.received() ?? []).reduce((sum, lead) => sum + lead.requests, 0);

/** Makes the sale due, as its job will once its time has come. */
async function resumeNow(saleId: string): Promise<void> {
  await place().app.owner.query({
    text: 'UPDATE sales SET resume_at = now() WHERE sale_id = $1',
    values: [saleId],
  });
  await place().app.engine.delivery.resume(place().tenantId, saleId);
}

test('a job that comes late, or twice, sends nothing again that waits for a person', async () => {
  const m = await twoBuyers();
  const { leadId } = (await m.post()).json;
  const before = requestsOf(m, 0);
  await place().app.engine.delivery.resume(place().tenantId, await saleOf(leadId));
  assert.equal(requestsOf(m, 0), before);
  assert.equal(requestsOf(m, 1), 0);
});

test('credentials of today go to no address of yesterday', async () => {
  const m = await twoBuyers({ uncertainPolicy: 'resend' });
  const { leadId } = (await m.post()).json;
  const [buyer] = m.buyers;
  const url = 'https://elsewhere.example.com/leads';
  const credentials = { authType: 'bearer', authCredentials: { token: 'of-elsewhere' } };
  const changed = await place().admin.patch(`/api/v1/contracts/${buyer?.contractId}`, {
    deliveryConfig: [{ id: 'primary', type: 'http_post', format: 'json', url, timeout: 3, ...credentials }],
  });
  assert.equal(changed.status, 200, changed.text);
  const before = requestsOf(m, 0);
  buyer?.simulator.control({ behaviour: 'accept' });
  await resumeNow(await saleOf(leadId));
  assert.equal(requestsOf(m, 0), before);
  const [row] = await place().waterfallOf(leadId);
  assert.equal(row?.disposition, 'pending', 'the buyer may have it from the first time: nobody else gets it');
});

test('a contract that was changed since the decision does not get the lead', async () => {
  const m = await twoBuyers();
  const { leadId } = (await m.post()).json;
  const narrowed = await place().admin.patch(`/api/v1/contracts/${m.buyers[1]?.contractId}`, {
    geoFilters: { states: ['FL'] },
  });
  assert.equal(narrowed.status, 200, narrowed.text);
  const resolved = await place().admin.post(`/api/v1/sales/${await saleOf(leadId)}/resolve`, { outcome: 'rejected' });
  assert.equal(resolved.json.data.status, 'unsold', resolved.text);
  assert.equal(requestsOf(m, 1), 0);
});

test('of two contracts that rank alike, the one that won least recently is first', async () => {
  const m = await place().market({ buyers: [{}, {}] });
  for (let count = 0; count < 6; count += 1) assert.equal((await m.post()).json.result, 'success');
  assert.deepEqual([requestsOf(m, 0), requestsOf(m, 1)], [3, 3]);
});

test('a delivery that cannot be prepared is left to a job, and is no disclosure in the trail', async () => {
  const m = await place().market({ campaign: { responseDeadlineMs: 5000 }, buyers: [{}] });
  const contractId = m.buyers[0]?.contractId;
  const { owner, problems } = place().app;
  const [{ secrets } = { secrets: undefined }] = await owner.query<{ secrets: Buffer }>({
    text: 'SELECT delivery_secrets AS secrets FROM contracts WHERE id = $1',
    values: [contractId],
  });
  const lose = (bytes: Buffer | undefined) =>
    owner.query({ text: 'UPDATE contracts SET delivery_secrets = $2 WHERE id = $1', values: [contractId, bytes] });
  await lose(Buffer.from('lost'));
  const answer = await m.post();
  assert.equal(answer.json.data.status, 'pending', answer.text);
  const saleId = await saleOf(answer.json.leadId);
  assert.equal(requestsOf(m, 0), 0);
  const [event] = await owner.query<{ outcome: string; classes: string[]; detail: { fields: string[] } }>({
    text: `SELECT outcome, phi_classes AS classes, detail FROM audit_events
      WHERE action = 'lead.deliver' AND $1 = ANY (entity_ids)`,
    values: [saleId],
  });
  assert.deepEqual([event?.outcome, event?.classes, event?.detail.fields], ['failed', [], []]);
  assert.equal(problems.splice(0).length, 1);
  await lose(secrets);
  await resumeNow(saleId);
  const limit = Date.now() + LIMIT_MS;
  while (requestsOf(m, 0) === 0 && Date.now() < limit) await sleep(50);
  const [row] = await place().waterfallOf(answer.json.leadId);
  assert.equal(row?.disposition, 'delivered');
});

test('a post whose commit was answered by nobody is delivered all the same', async () => {
  const m = await place().market({ campaign: { responseDeadlineMs: 5000 }, buyers: [{}] });
  const { tenancy } = place().app.runtime;
  const real = { ...tenancy };
  let broken = 0;
  Object.assign(tenancy, {
    async withTenant(...given: Parameters<Tenancy['withTenant']>) {
      const result = await real.withTenant(...given);
      if (broken === 0 && given[0].actor.kind === 'system') {
        broken += 1;
        throw new Error('the connection broke after the commit');
      }
      return result;
    },
  });
  try {
    const answer = await m.post();
    assert.equal(answer.json.result, 'success', answer.text);
    assert.equal(broken, 1);
    assert.equal(requestsOf(m, 0), 1);
  } finally {
    Object.assign(tenancy, real);
  }
});

assertNoProblems(place);
