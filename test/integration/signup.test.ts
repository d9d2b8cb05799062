import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import { superadminOf } from '../kit/people.ts';
import { names } from '../kit/refusals.ts';

let app: TestApp;
before(async () => {
  app = await startApp();
  const { client } = await superadminOf(app);
  const open = { enabled: true, approvalMode: 'manual', requireTerms: false };
  assert.equal((await client.put('/api/superadmin/settings/signup', open)).status, 200);
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const wish = (slug: string) => ({
  name: 'New clinic',
  slug,
  email: `${slug}@example.test`,
  password: 'seven green bicycles',
  timeZone: 'America/Chicago',
});
const isFree = async (slug: string): Promise<boolean> =>
  (await app.client().get(`/api/v1/signup/check-slug?slug=${slug}`)).json.data.available;

test('who signs up gets no slug that names the installation or a way into it, and is told before', async () => {
  for (const slug of ['installation', 'api', 'setup', 'sign-in']) {
    assert.equal(await isFree(slug), false, slug);
    const [fault] = names(await app.client().post('/api/v1/signup', wish(slug)), 'slug');
    assert.match(fault?.message ?? '', /reserved/);
  }
  assert.deepEqual(await app.owner.query({ text: `SELECT FROM tenants WHERE kind <> 'installation'` }), []);
  assert.equal(await isFree('installation-dental'), true);
  const made = await app.client().post('/api/v1/signup', wish('installation-dental'));
  assert.equal(made.status, 201, made.text);
  assert.equal(await isFree('installation-dental'), false);
});
