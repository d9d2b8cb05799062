import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import { browserClient } from '../kit/browser-client.ts';
import type { Answer, Client } from '../kit/client.ts';
import { ownersOf } from '../kit/people.ts';
import { PASSWORD, signUp } from '../kit/sign-in.ts';

let app: TestApp;
let admin: Client;
let slug: string;
before(async () => {
  app = await startApp({ trustedProxies: ['127.0.0.1'] });
  const { tenantId } = await app.tenant();
  admin = ownersOf(app, tenantId);
  slug = await slugOf(tenantId);
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

async function slugOf(tenantId: string): Promise<string> {
  const [row] = await app.owner.query<{ slug: string }>({
    text: 'SELECT slug FROM tenants WHERE tenant_id = $1',
    values: [tenantId],
  });
  return row?.slug ?? '';
}

const signIn = (address: string, email: string, password: string): Promise<Answer> =>
  browserClient(app, address).post('/api/v1/auth/sign-in', { email, password });

test('tries on one address count together, whether they name the organisation or not', async () => {
  const person = await signUp(app, admin, { role: 'analyst', withTotp: false });
  const statuses: number[] = [];
  for (let index = 0; index < 8; index += 1) {
    const wish = { email: person.email, password: `guess ${index}`, ...(index % 2 ? { organization: slug } : {}) };
    const answer = await browserClient(app, `198.51.100.${100 + index}`).post('/api/v1/auth/sign-in', wish);
    statuses.push(answer.status);
  }
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429, 429]);
});

test('an account of the same address elsewhere forgets no wrong tries', async () => {
  const victim = await signUp(app, admin, { role: 'analyst', withTotp: false });
  const { tenantId: elsewhere } = await app.tenant('Elsewhere');
  const password = 'nine silver kettles';
  const other = { email: victim.email, name: 'Not Kim', role: 'analyst', password };
  assert.equal((await ownersOf(app, elsewhere).post('/api/v1/users', other)).status, 201);
  const otherSlug = await slugOf(elsewhere);
  let serial = 0;
  const tryIt = async (organization: string, secret: string): Promise<number> => {
    serial += 1;
    const wish = { email: victim.email, password: secret, organization };
    return (await browserClient(app, `198.18.7.${serial}`).post('/api/v1/auth/sign-in', wish)).status;
  };
  const statuses: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (let guess = 0; guess < 3; guess += 1) statuses.push(await tryIt(slug, `guess ${round} ${guess}`));
    await tryIt(otherSlug, password);
  }
  assert.deepEqual(statuses.slice(0, 3), [401, 401, 401]);
  assert.ok(statuses.slice(5).includes(429), statuses.join());
});

test('a crowd from everywhere holds nobody up who was here before from the same network', async () => {
  const person = await signUp(app, admin, { role: 'analyst', withTotp: false, address: '203.0.113.99' });
  const CROWD = 120;
  let answered = 0;
  const crowd = Array.from({ length: CROWD }, async (_, index) => {
    const email = `stranger.${index}@example.test`;
    const answer = await signIn(`2001:db8:9:${index.toString(16)}::1`, email, 'a guess among many');
    answered += 1;
    return answer.status;
  });
  const home = await signIn('203.0.113.99', person.email, PASSWORD);
  const answeredBefore = answered;
  assert.equal(home.json.data.status, 'signed_in', home.text);
  assert.deepEqual(new Set(await Promise.all(crowd)), new Set([401]));
  assert.ok(answeredBefore < CROWD / 2, `${answeredBefore} of ${CROWD} strangers were answered before`);
});
