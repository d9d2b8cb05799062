import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reportExposedKey } from '../../src/core/access/index.ts';
import { tellKeyOwner } from '../../src/entry/compose/tell-key-owner.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { mailsTo } from '../kit/browser-client.ts';
import type { Client } from '../kit/client.ts';
import { personOf } from '../kit/people.ts';
import { made } from '../kit/refusals.ts';
import { workNotices } from '../kit/work-notices.ts';

let app: TestApp;
let admin: Client;
let tenantId: string;
let rulers: string[];
before(async () => {
  app = await startApp();
  ({ tenantId, admin } = await app.tenant('Lakeside Leads'));
  const { tenantId: foreign } = await app.tenant('Riverside Leads');
  const people = ['owner', 'admin', 'analyst'] as const;
  for (const role of people) await personOf(app, { tenantId, role });
  const text = `SELECT email FROM users WHERE role IN ('owner', 'admin')`;
  rulers = (await app.owner.query<{ email: string }>({ text })).map(({ email }) => email);
  assert.equal(rulers.length, 2);
  await personOf(app, { tenantId: foreign, role: 'owner' });
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

/** What the plaintext port does with a key that somebody sends it. */
async function exposed(key: string): Promise<boolean> {
  const seen = await reportExposedKey(app.runtime, key, '192.0.2.9');
  assert.ok(seen);
  const isTold = await tellKeyOwner(app.runtime, app.mail, { ...seen, publicUrl: app.publicUrl });
  await workNotices(app);
  return isTold;
}

const KEYS = '/api/v1/auth/api-keys';

test('whoever rules a tenant is told of each of its keys that was sent in the clear, and nobody else', async () => {
  const key = await made(admin, KEYS, { name: 'rules', scopes: ['admin'] });
  assert.equal(await exposed(key.key), true);
  for (const email of rulers) {
    const [mail = '', ...more] = await mailsTo(app, email);
    assert.equal(more.length, 0);
    assert.match(mail, /Subject: An API key of your organisation was sent without encryption/);
    assert.match(mail, /Organisation: Lakeside Leads[\s\S]*It opens nothing any more/);
    assert.ok(mail.includes(key.id) && !mail.includes(key.key));
  }
  const text = `SELECT email FROM users WHERE email <> ALL($1)`;
  for (const { email } of await app.owner.query<{ email: string }>({ text, values: [rulers] }))
    assert.deepEqual(await mailsTo(app, email), []);
});

test('a buyer is told of its key too, and that it still works where it reads no personal data', async () => {
  const buyer = await made(admin, '/api/v1/buyers', { name: 'Buyer', email: 'desk@buyer.example.test' });
  const key = await made(admin, KEYS, { name: 'reads', buyerId: buyer.id, piiAccess: false });
  assert.equal(await exposed(key.key), true);
  const [mail = ''] = await mailsTo(app, 'desk@buyer.example.test');
  assert.match(mail, /An API key of yours[\s\S]*It still works: replace it soon/);
  const told = (await mailsTo(app, rulers[0] ?? '')).at(-1) ?? '';
  assert.match(told, /It still works\. Replace it soon/);
  assert.ok(told.includes(key.id));
  assert.equal((await app.client(key.key).get('/api/buyer/api-keys')).status, 200);
});

test('where nobody rules a tenant yet and nobody has the key, that is said', async () => {
  const { admin: lonely } = await app.tenant('Empty Leads');
  const key = await made(lonely, KEYS, { name: 'rules', scopes: ['admin'] });
  assert.equal(await exposed(key.key), false);
});
