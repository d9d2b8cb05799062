import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { startMarket } from '../kit/market.ts';
import { made, names, refused } from '../kit/refusals.ts';
import { contractScene } from '../kit/scenes.ts';

let app: TestApp;
let admin: Client;

before(async () => {
  app = await startApp();
  ({ admin } = await app.tenant());
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const B = '/api/v1/buyers';
const K = '/api/v1/contracts';

test('a buyer is made, changed by either verb of the status route, and owes nothing yet', async () => {
  const buyer = await made(admin, B, {
    name: 'Acme',
    email: 'a@acme.test',
    billingCycle: 'weekly',
    defaultPrice: '9.5',
    returnWindow: 72,
    acceptsReturns: true,
  });
  assert.equal(buyer.status, 'active');
  assert.equal(buyer.defaultPrice, '9.50');
  assert.equal(buyer.balance, '0.00');
  assert.equal(buyer.contractCount, 0);
  assert.equal((await admin.put(`${B}/${buyer.id}/status`, { status: 'suspended' })).json.data.status, 'suspended');
  assert.equal((await admin.patch(`${B}/${buyer.id}/status`, { status: 'pending' })).json.data.status, 'pending');
  names(await admin.put(`${B}/${buyer.id}/status`, {}), 'status');
  names(await admin.put(`${B}/${buyer.id}/status`, { status: 'asleep' }), 'status');
  assert.deepEqual((await admin.get(`${B}/${buyer.id}/balance`)).json.data, {
    balance: '0.00',
    creditLimit: null,
    available: null,
  });
  assert.equal((await admin.get(`${B}?search=acme`)).json.pagination.total, 1);
});

test('what was said of a buyer is taken back by null, and of its contract too', async () => {
  const said = { billingCycle: 'weekly', returnWindow: 72, defaultPrice: '9.50', legalEntityType: 'llc' };
  const buyer = await made(admin, B, { name: 'Acme', ...said });
  const nothing = Object.fromEntries(Object.keys(said).map((name) => [name, null]));
  const bare = await admin.patch(`${B}/${buyer.id}`, nothing);
  assert.equal(bare.status, 200, bare.text);
  for (const name of Object.keys(said)) assert.equal(bare.json.data[name], null, name);
  const { id: verticalId } = await made(admin, '/api/v1/verticals', { name: 'Taken back', slug: 'taken-back' });
  const terms = { name: 'K', buyerId: buyer.id, verticalId, price: '5.00', returnWindow: 24 };
  const contract = await made(admin, K, terms);
  assert.equal(contract.returnWindow, 24);
  const open = await admin.patch(`${K}/${contract.id}`, { returnWindow: null });
  assert.deepEqual([open.status, open.json.data.returnWindow], [200, null], open.text);
});

test('what buyers cannot have yet is refused by name', async () => {
  names(
    await admin.post(B, {
      name: 'x',
      autoRecharge: true,
      billingCycle: 'prepay',
      postbackKey: 'pb_1',
    }),
    'autoRecharge',
    'billingCycle',
    'postbackKey',
  );
  await made(admin, B, {
    name: 'x',
    creditLimit: null,
    autoRecharge: false,
    pricingModel: 'fixed',
    postbackKey: '',
  });
});

test('a buyer reads itself, its contracts and its balance, and no other; it writes nothing', async () => {
  const { base, buyer } = await contractScene(admin);
  const contract = await made(admin, K, { ...base, notes: 'squeeze them' });
  const { base: rival, buyer: rivalBuyer } = await contractScene(admin);
  const other = await made(admin, K, rival);
  const own = app.client((await made(admin, '/api/v1/auth/api-keys', { name: 'b', buyerId: buyer.id })).key);
  assert.deepEqual(
    (await own.get(K)).json.data.map((row: { id: string }) => row.id),
    [contract.id],
  );
  assert.equal((await own.get(`${K}/${contract.id}`)).json.data.notes, null);
  assert.equal((await own.get(B)).json.pagination.total, 1);
  refused(await own.get(`${K}/${other.id}`), 404, 'NOT_FOUND');
  refused(await own.get(`${B}/${rivalBuyer.id}/balance`), 404, 'NOT_FOUND');
  refused(await own.patch(`${K}/${contract.id}`, { price: 1 }), 403, 'FORBIDDEN');
  refused(await own.put(`${B}/${buyer.id}/status`, { status: 'active' }), 403, 'FORBIDDEN');
});

test('a sale is owed by its buyer, who reads the same as staff; a contract that sold is kept', async () => {
  const market = await startMarket(app, admin, { buyers: [{ contract: { price: '35.50' } }] });
  try {
    assert.equal((await market.post()).json.result, 'success');
    const [sold] = market.buyers;
    assert.ok(sold);
    const own = app.client((await made(admin, '/api/v1/auth/api-keys', { name: 'b', buyerId: sold.buyerId })).key);
    for (const client of [admin, own])
      assert.equal((await client.get(`${B}/${sold.buyerId}/balance`)).json.data.balance, '35.50');
    assert.equal((await admin.get(`${B}/${sold.buyerId}`)).json.data.balance, '35.50');
    refused(await admin.delete(`${K}/${sold.contractId}`), 409, 'CONFLICT');
  } finally {
    await market.stop();
  }
});

test('switching a buyer off may switch its active contracts off, and says how many', async () => {
  const { buyer, vertical } = await contractScene(admin);
  const terms = { buyerId: buyer.id, verticalId: vertical.id, price: '5.00', deliveryUrl: 'https://buyer.test/leads' };
  const [one, other] = [await made(admin, K, { ...terms, name: 'A' }), await made(admin, K, { ...terms, name: 'B' })];
  assert.equal((await admin.patch(`${K}/${other.id}`, { status: 'paused' })).status, 200);
  const plain = await admin.patch(`${B}/${buyer.id}`, { status: 'paused' });
  assert.equal(plain.json.deactivatedContracts, undefined);
  const answer = await admin.patch(`${B}/${buyer.id}`, { status: 'inactive', deactivateChildren: true });
  assert.equal(answer.json.deactivatedContracts, 1, answer.text);
  const statuses = [one, other].map(async ({ id }) => (await admin.get(`${K}/${id}`)).json.data.status as string);
  assert.deepEqual(await Promise.all(statuses), ['inactive', 'paused']);
  const [event] = (await admin.get(`/api/v1/audit-logs?entityId=${buyer.id}&action=buyer.update&limit=1`)).json.data;
  assert.deepEqual(event.entityIds, [buyer.id, one.id]);
});
