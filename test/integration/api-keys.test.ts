import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { bareOf, made, names, refused } from '../kit/refusals.ts';

let app: TestApp;
let admin: Client;
let foreign: Client;

before(async () => {
  app = await startApp();
  ({ admin } = await app.tenant());
  foreign = (await app.tenant()).admin;
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const A = '/api/v1/auth/api-keys';
const DAY_MS = 86_400_000;
const USUAL = ['posting', 'routing', 'messaging', 'calls', 'call_data_write'];
const RULING = { scopes: [...USUAL, 'admin'] };

async function parties(client = admin) {
  const partner = await made(client, '/api/v1/partners', { name: 'Partner' });
  const buyer = await made(client, '/api/v1/buyers', { name: 'Buyer' });
  const campaign = await made(client, '/api/v1/campaigns', { name: 'Campaign', partnerId: partner.id });
  return { partner, buyer, campaign };
}

test('the ids in a request say whose key it is, and the key is shown once', async () => {
  const { partner, buyer, campaign } = await parties();
  const kinds = [
    [{ partnerId: partner.id }, 'partner', USUAL.slice(1)],
    [{ buyerId: buyer.id }, 'buyer', USUAL.slice(1)],
    [{ campaignId: campaign.id }, 'posting', ['posting']],
    [{}, 'admin', USUAL],
  ] as const;
  for (const [ids, kind, scopes] of kinds) {
    const made_ = await made(admin, A, { name: `A ${kind} key`, ...ids });
    assert.equal(made_.kind, kind);
    assert.deepEqual(made_.scopes, scopes);
    assert.equal(made_.status, 'active');
    assert.match(made_.key, /^lr_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
    const read = await admin.get(`${A}/${made_.id}`);
    assert.ok(!read.text.includes(made_.key));
    assert.equal(read.json.data.keyPrefix, made_.key.slice(0, 20));
    assert.equal((await admin.get(`${A}/${made_.id}`)).status, 200);
  }
  const posting = (await admin.get(`${A}?campaignId=${campaign.id}`)).json;
  assert.equal(posting.pagination.total, 2);
  assert.equal((await admin.get(`${A}?partnerId=${partner.id}&kind=partner`)).json.pagination.total, 1);
});

test('an admin key lapses after ninety days unless dated', async () => {
  const lapsing = await made(admin, A, { name: 'a' });
  const days = (Date.parse(lapsing.expiresAt) - Date.now()) / DAY_MS;
  assert.ok(days > 89.9 && days < 90.1);
  const expiresAt = new Date(Date.now() + 5 * DAY_MS).toISOString();
  assert.equal((await made(admin, A, { name: 'a', expiresAt })).expiresAt, expiresAt);
  const { buyer } = await parties();
  assert.equal((await made(admin, A, { name: 'b', buyerId: buyer.id })).expiresAt, null);
});

test('a key that cannot be is refused by field', async () => {
  const { partner, buyer, campaign } = await parties();
  names(
    await admin.post(A, { name: '', scopes: ['root'], expiresAt: 'tomorrow', readOnly: 'yes', sparkle: 1 }),
    'name',
    'scopes.0',
    'expiresAt',
    'readOnly',
    'sparkle',
  );
  names(
    await admin.post(A, {
      name: 'x',
      expiresAt: '2020-01-01T00:00:00Z',
      campaignId: campaign.id,
      scopes: ['calls'],
      rateLimitPerMinute: 1_000_000,
      allowedCidrs: ['192.0.2.7/24', 'home'],
    }),
    'expiresAt',
    'scopes',
    'allowedCidrs.0',
    'allowedCidrs.1',
  );
  names(await admin.post(A, { name: 'x', scopes: [], rateLimitPerMinute: 1_000_001 }), 'scopes', 'rateLimitPerMinute');
  names(await admin.post(A, { name: 'x', buyerId: buyer.id, partnerId: partner.id }), 'partnerId');
  names(await admin.post(A, { name: 'x', campaignId: campaign.id, buyerId: buyer.id }), 'buyerId');
  names(await admin.post(A, { name: 'x', buyerId: newId() }), 'buyerId');
  names(await admin.post(A, { name: 'x', partnerId: newId() }), 'partnerId');
  names(await admin.post(A, { name: 'x', campaignId: newId() }), 'campaignId');
  await made(admin, A, { name: 'x', partnerId: partner.id, buyerId: null, scopes: ['routing'] });
});

test('a key opens only from the networks it is bound to', async () => {
  const near = await made(admin, A, { name: 'near', ...RULING, allowedCidrs: ['127.0.0.1', '::1'] });
  assert.deepEqual(near.allowedCidrs, ['127.0.0.1/32', '::1/128']);
  assert.equal((await app.client(near.key).get(A)).status, 200);
  const far = await made(admin, A, { name: 'far', ...RULING, allowedCidrs: ['198.51.100.0/24', '2001:db8::/32'] });
  refused(await app.client(far.key).get(A), 401, 'UNAUTHORIZED');
});

test('a read-only key reads and writes nothing', async () => {
  const { key } = await made(admin, A, { name: 'r', ...RULING, readOnly: true });
  const reader = app.client(key);
  assert.equal((await reader.get(A)).status, 200);
  refused(await reader.post(A, { name: 'x' }), 403, 'READ_ONLY');
  refused(await reader.delete(`${A}/${newId()}`), 403, 'READ_ONLY');
});

test('no key grants what it lacks itself', async () => {
  const { key, id } = await made(admin, A, {
    name: 'plain',
    ...RULING,
    allowedCidrs: ['127.0.0.0/8', '::1'],
    expiresAt: new Date(Date.now() + DAY_MS).toISOString(),
  });
  const plain = app.client(key);
  refused(await plain.post(A, { name: 'x', piiAccess: true }), 403, 'FORBIDDEN');
  names(
    await plain.post(A, { name: 'x', allowedCidrs: ['0.0.0.0/0'], rateLimitPerMinute: 301 }),
    'allowedCidrs',
    'rateLimitPerMinute',
  );
  refused(await plain.post(A, { name: 'x', scopes: ['routing', 'admin_billing'] }), 403, 'FORBIDDEN');
  const narrow = { name: 'x', allowedCidrs: ['127.0.0.1'], rateLimitPerMinute: 10 };
  assert.deepEqual((await made(plain, A, narrow)).allowedCidrs, ['127.0.0.1/32']);
  const own = (await admin.get(`${A}/${id}`)).json.data;
  const child = await made(plain, A, { name: 'child', expiresAt: new Date(Date.now() + 50 * DAY_MS).toISOString() });
  assert.deepEqual(child.allowedCidrs.toSorted(), own.allowedCidrs.toSorted());
  assert.equal(child.expiresAt, own.expiresAt);
  const { buyer } = await parties();
  assert.deepEqual(
    (await made(plain, A, { name: 'of a buyer', buyerId: buyer.id })).allowedCidrs,
    [],
    'another party has its own networks',
  );
});

test('a key is renamed, and revoked for good at once', async () => {
  const { key, id } = await made(admin, A, { name: 'a', ...RULING });
  const client = app.client(key);
  assert.equal((await admin.patch(`${A}/${id}`, { name: 'b' })).json.data.name, 'b');
  assert.equal((await client.get(A)).status, 200);
  const gone = (await admin.delete(`${A}/${id}`)).json.data;
  assert.equal(gone.success, true);
  assert.equal(gone.status, 'revoked');
  refused(await client.get(A), 401, 'UNAUTHORIZED');
  refused(await admin.patch(`${A}/${id}`, { status: 'active' }), 409, 'CONFLICT');
  assert.equal(
    (await admin.patch(`${A}/${id}`, { status: 'revoked' })).json.data.revokedAt,
    gone.revokedAt,
    'a second time changes nothing',
  );
  names(await admin.patch(`${A}/${id}`, { status: 'asleep', piiAccess: true }), 'status', 'piiAccess');
});

test('a buyer and a partner keep keys of their own, and see no others', async () => {
  const { partner, buyer } = await parties();
  for (const [side, ids] of [
    ['buyer', { buyerId: buyer.id }],
    ['partner', { partnerId: partner.id }],
  ] as const) {
    const first = await made(admin, A, { name: 'first', ...ids });
    const own = app.client(first.key);
    const path = `/api/${side}/api-keys`;
    const second = await made(own, path, { name: 'second', readOnly: true });
    assert.equal(second.kind, side);
    assert.equal(second.readOnly, true);
    const listed = (await own.get(path)).json;
    assert.deepEqual(
      listed.data.map((row: { id: string }) => row.id),
      [second.id, first.id],
      'posting keys are the tenant’s to give',
    );
    assert.ok(!JSON.stringify(listed).includes(second.key));
    refused(await own.post(path, { name: 'x', piiAccess: true }), 403, 'FORBIDDEN');
    const rival = await made(admin, `/api/v1/${side}s`, { name: 'Rival' });
    for (const at of [path, A]) names(await own.post(at, { name: 'x', [`${side}Id`]: rival.id }), `${side}Id`);
    assert.deepEqual((await own.get(A)).json, listed, 'both places show the same');
    assert.equal((await own.get(`${A}?kind=posting`)).json.pagination.total, 0);
    const other = await made(admin, A, { name: 'other', [`${side}Id`]: rival.id });
    assert.equal(bareOf(await own.delete(`${path}/${other.id}`)), bareOf(await own.delete(`${path}/${newId()}`)));
    assert.equal((await own.delete(`${path}/${second.id}`)).json.data.success, true);
    refused(await app.client(second.key).get(path), 401, 'UNAUTHORIZED');
  }
});

test('a partner cannot revoke the posting key of its campaign through its own keys', async () => {
  const { partner, campaign } = await parties();
  const { key } = await made(admin, A, { name: 'p', partnerId: partner.id });
  const posting = (await admin.get(`${A}?campaignId=${campaign.id}`)).json.data[0];
  refused(await app.client(key).delete(`/api/partner/api-keys/${posting.id}`), 404, 'NOT_FOUND');
  assert.equal((await admin.get(`${A}/${posting.id}`)).json.data.status, 'active');
});

test('keys and parties of another tenant are exactly like missing ones', async () => {
  const { id } = await made(foreign, A, { name: 'theirs' });
  for (const verb of ['get', 'delete'] as const)
    assert.equal(bareOf(await admin[verb](`${A}/${id}`)), bareOf(await admin[verb](`${A}/${newId()}`)));
  refused(await admin.patch(`${A}/${id}`, { name: 'mine' }), 404, 'NOT_FOUND');
  const theirs = await parties(foreign);
  for (const [field, value] of [
    ['buyerId', theirs.buyer.id],
    ['partnerId', theirs.partner.id],
    ['campaignId', theirs.campaign.id],
  ] as const) {
    assert.equal(
      bareOf(await admin.post(A, { name: 'x', [field]: value })),
      bareOf(await admin.post(A, { name: 'x', [field]: newId() })),
    );
  }
  assert.equal((await foreign.get(`${A}/${id}`)).json.data.name, 'theirs');
});

test('who rules the tenant keeps the keys of every buyer and partner, and says whose a new one is', async () => {
  const { partner, buyer } = await parties();
  for (const [side, id] of [
    ['buyer', buyer.id],
    ['partner', partner.id],
  ] as const) {
    const path = `/api/${side}/api-keys`;
    names(await admin.post(path, { name: 'x' }), `${side}Id`);
    const key = await made(admin, path, { name: 'x', [`${side}Id`]: id });
    assert.deepEqual([key.kind, key[`${side}Id`]], [side, id]);
    const listed = (await admin.get(`${path}?limit=1000`)).json.data;
    assert.ok(listed.some((row: { id: string }) => row.id === key.id));
    assert.deepEqual(new Set(listed.map((row: { kind: string }) => row.kind)), new Set([side]));
    assert.equal((await admin.delete(`${path}/${key.id}`)).json.data.status, 'revoked');
    const ruling = (await admin.get(`${A}?kind=admin`)).json.data[0];
    refused(await admin.delete(`${path}/${ruling.id}`), 404, 'NOT_FOUND');
  }
});
