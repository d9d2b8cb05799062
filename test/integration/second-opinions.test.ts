import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Answer, Client } from '../kit/client.ts';
import { type Person, personOf, type PersonWish } from '../kit/people.ts';
import { made, refused } from '../kit/refusals.ts';
import { type SignedUp, signUp } from '../kit/sign-in.ts';

let app: TestApp;
let tenantId: string;
let asker: Person;

before(async () => {
  app = await startApp({ trustedProxies: ['127.0.0.1'] });
  ({ tenantId } = await app.tenant());
  asker = await person('admin');
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

const person = (role: PersonWish['role']): Promise<Person> => personOf(app, { tenantId, role });

const APPROVALS = '/api/v1/approvals';
const WISH = { action: 'bulk_export', reason: 'The yearly count of the board.' };
/** Whoever can answer a request. */
interface Decider {
  readonly client: { post(path: string, body: object): Promise<Answer> };
}
const ask = async (by = asker): Promise<string> => (await made(by.client, APPROVALS, WISH)).id;
const decide = (approvalId: string, { client }: Decider, decision = 'approved'): Promise<Answer> =>
  client.post(`${APPROVALS}/${approvalId}/decide`, { decision });
const exported = (approvalId: string): Promise<Answer> => asker.client.post('/api/v1/leads/export', { approvalId });

function refusal(answer: Answer): string {
  refused(answer, 403, 'FORBIDDEN');
  return String(answer.json.error.message);
}

async function isUsed(approvalId: string): Promise<boolean> {
  const [row] = await app.owner.query<{ used: boolean }>({
    text: 'SELECT used_at IS NOT NULL AS used FROM approvals WHERE approval_id = $1',
    values: [approvalId],
  });
  assert.ok(row);
  return row.used;
}

/** What posts in a browser, where a client is wanted. */
const posting = ({ browser }: SignedUp): Client => ({
  ...asker.client,
  post: (path, body) => browser.post(path, body),
});

/** What another owner does to somebody. */
const change = async ({ userId }: Pick<Person, 'userId'>, wish: object, by?: Person): Promise<void> => {
  const answer = await (by ?? (await person('owner'))).client.patch(`/api/v1/users/${userId}`, wish);
  assert.equal(answer.status, 200, answer.text);
};

/** Lets the bonds of an account be older. */
const age = ({ userId }: Pick<Person, 'userId'>, by: string): Promise<unknown> =>
  app.owner.query({
    text: 'UPDATE access_bonds SET given_at = given_at - $2::interval WHERE user_id = $1',
    values: [userId, by],
  });

/** Whether the asker gave somebody access. */
async function isBound({ userId }: Pick<Person, 'userId'>): Promise<boolean> {
  const rows = await app.owner.query({
    text: 'SELECT FROM access_bonds WHERE tenant_id = $1 AND user_id = $2 AND given_by = $3',
    values: [tenantId, userId, asker.userId],
  });
  return rows.length > 0;
}

test('an approval is worth nothing once its approver is off, ended, only reads or has lost the right', async () => {
  const narrow = { name: 'Without opinions', baseRole: 'admin', permissions: ['leads:read', 'approvals:read'] };
  const owner = await person('owner');
  const { id: customRoleId } = await made(owner.client, '/api/v1/roles', narrow);
  const wide = { name: 'With opinions', baseRole: 'admin', permissions: ['leads:read', 'approvals:decide'] };
  const { id: wideRoleId } = await made(owner.client, '/api/v1/roles', wide);
  const losses: readonly (readonly [string, object])[] = [
    ['inactive', { status: 'inactive' }],
    ['another role', { role: 'analyst' }],
    ['a narrowed role', { customRoleId }],
    ['read-only', { readOnly: true }],
  ];
  for (const [name, loss] of losses) {
    const approver = await person('admin');
    const approvalId = await ask();
    assert.equal((await decide(approvalId, approver)).status, 200);
    await change(approver, loss);
    assert.match(refusal(await exported(approvalId)), /may not approve any more.*POST \/api\/v1\/approvals/, name);
    assert.equal(await isUsed(approvalId), false, name);
  }
  const approver = await person('admin');
  const ended = await ask();
  assert.equal((await decide(ended, approver)).status, 200);
  const end = (at: string) =>
    app.owner.query({ text: `UPDATE users SET access_until = ${at} WHERE user_id = $1`, values: [approver.userId] });
  await end('now()');
  assert.match(refusal(await exported(ended)), /may not approve any more/);
  await end(`now() + interval '1 hour'`);
  await change(approver, { customRoleId: wideRoleId });
  assert.equal((await exported(ended)).status, 200, 'whoever still may decide has decided');
});

test('nobody is the second opinion of whoever made the account less than a day before', async () => {
  const wish = { role: 'admin', more: { piiAccess: true } };
  const friend = await signUp(app, asker.client, wish);
  const decider = { client: friend.browser };
  const approvalId = await ask();
  assert.match(refusal(await decide(approvalId, decider)), /from one another.*Let somebody else decide/);
  assert.equal((await decide(await ask(), decider, 'declined')).status, 200, 'to decline harms nobody');
  const other = await person('admin');
  assert.equal((await decide(await ask(other), decider)).status, 200, 'somebody else asked');
  assert.equal((await decide(approvalId, await person('admin'))).status, 200, 'somebody else decides');
  await age(friend, '23 hours 50 minutes');
  refusal(await decide(await ask(), decider));
  await age(friend, '20 minutes');
  assert.equal((await decide(await ask(), decider)).status, 200, 'a day has passed');
});

test('the same goes for an account that was made by such an account, or after the request', async () => {
  const approvalId = await ask();
  const friend = await signUp(app, asker.client, { role: 'admin' });
  const friends = await signUp(app, posting(friend), { role: 'admin' });
  for (const { browser } of [friend, friends]) refusal(await decide(approvalId, { client: browser }));
  const stranger = await signUp(app, (await person('owner')).client, { role: 'admin' });
  assert.equal((await decide(approvalId, { client: stranger.browser })).status, 200);
});

test('nor of whom one has made: who made the account of the asker decides nothing of it', async () => {
  const maker = await person('owner');
  const friend = await signUp(app, maker.client, { role: 'admin' });
  const asked = () => made(posting(friend), APPROVALS, WISH);
  const { id } = await asked();
  refusal(await decide(id, maker));
  assert.equal((await decide(id, await person('admin'))).status, 200, 'somebody else decides');
  await age(friend, '25 hours');
  assert.equal((await decide((await asked()).id, maker)).status, 200, 'a day has passed');
});

test('two accounts that one person made, or somebody whom that person made, are no two people', async () => {
  const puppeteer = await person('owner');
  const [one, other] = [
    await signUp(app, puppeteer.client, { role: 'admin' }),
    await signUp(app, puppeteer.client, { role: 'owner' }),
  ];
  const third = await signUp(app, posting(other), { role: 'admin' });
  const { id } = await made(posting(one), APPROVALS, WISH);
  for (const { browser } of [other, third]) refusal(await decide(id, { client: browser }));
  await change(third, { email: 'washed.clean@example.test' });
  refusal(await decide(id, { client: third.browser }));
  await age(one, '25 hours');
  assert.equal((await decide((await made(posting(one), APPROVALS, WISH)).id, { client: other.browser })).status, 200);
});

test('whoever opens more to an account, or sets what it signs in with, is bound to it from then on', async () => {
  const role = { name: 'Some of it', baseRole: 'admin', permissions: ['leads:read', 'approvals:decide'] };
  const { id: customRoleId } = await made((await person('owner')).client, '/api/v1/roles', role);
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const [narrow, wide] = [{ readOnly: true, piiAccess: false, accessUntil: soon }, { role: 'admin' }];
  const later = new Date(Date.now() + 7_200_000).toISOString();
  const opened: readonly (readonly [object, object])[] = [
    [{ role: 'support' }, wide],
    [{}, { email: 'taken.over@example.test' }],
    [{}, { customRoleId }],
    [{ status: 'inactive' }, { status: 'active' }],
    [narrow, { readOnly: false }],
    [narrow, { piiAccess: true }],
    [narrow, { accessUntil: later }],
    [narrow, { accessUntil: null }],
    [{}, { action: 'disable2FA' }],
    [{}, { action: 'invite' }],
    [{ role: 'support' }, { action: 'setPassword', password: 'nine purple tractors' }],
  ];
  for (const [first, wish] of opened) {
    const friend = await person('admin');
    if (Object.keys(first).length > 0) await change(friend, first);
    assert.equal(await isBound(friend), false, JSON.stringify(first));
    await change(friend, wish, asker);
    assert.equal(await isBound(friend), true, JSON.stringify(wish));
  }
});

test('whoever only takes away or renames is not, and a bond stays though others vouch for the account', async () => {
  for (const wish of [{ firstName: 'Kim' }, { readOnly: true }, { piiAccess: false }, { status: 'inactive' }]) {
    const friend = await person('admin');
    await change(friend, wish, asker);
    assert.equal(await isBound(friend), false, JSON.stringify(wish));
  }
  const friend = await person('admin');
  await change(friend, { email: 'also.taken@example.test' }, asker);
  await change(friend, { email: 'given.back@example.test' });
  refusal(await decide(await ask(), friend));
});

test('who has the right to decide by a role that was just widened has it from whoever widened it', async () => {
  const wish = { name: 'Soon with opinions', baseRole: 'admin', permissions: ['leads:read'] };
  const { id } = await made((await person('owner')).client, '/api/v1/roles', wish);
  const friend = await person('admin');
  await app.owner.query({
    text: 'UPDATE users SET custom_role_id = $2 WHERE user_id = $1',
    values: [friend.userId, id],
  });
  const set = async (permissions: string[]): Promise<boolean> => {
    const answer = await asker.client.put(`/api/v1/roles/${id}`, { ...wish, permissions });
    assert.equal(answer.status, 200, answer.text);
    return isBound(friend);
  };
  assert.equal(await set(['leads:read']), false);
  assert.equal(await set(['leads:read', 'approvals:decide']), true);
  refusal(await decide(await ask(), friend));
  assert.equal((await decide(await ask(await person('admin')), friend)).status, 200, 'somebody else asked');
});

test('what a key opens, the person behind the key has opened', async () => {
  const { key } = await made(asker.client, '/api/v1/auth/api-keys', { name: 'A key', scopes: ['admin'] });
  const friend = await made(app.client(key), '/api/v1/users', { email: 'by.key@example.test', role: 'support' });
  assert.equal(await isBound({ userId: friend.id }), true);
});

test('an approval is worth nothing once the two are bound: nothing is used up then', async () => {
  const approver = await person('admin');
  const approvalId = await ask();
  assert.equal((await decide(approvalId, approver)).status, 200);
  await change(asker, { email: 'asker.elsewhere@example.test' }, approver);
  assert.match(refusal(await exported(approvalId)), /may not approve any more: you two/);
  assert.equal(await isUsed(approvalId), false);
  await age(asker, '25 hours');
  assert.equal((await exported(approvalId)).status, 200);
});

test('of people the app role learns what an opinion stands on, in its tenant and as staff, and no more', async () => {
  const foreign = (await app.tenant('Foreign')).tenantId;
  const stranger = await personOf(app, { tenantId: foreign, role: 'owner' });
  const approver = await person('admin');
  const seen = (kind: 'staff' | 'member', userId: string) =>
    app.runtime.tenancy.readTenant({ tenantId, actor: { kind, id: asker.userId } }, (tx) =>
      tx.many({
        text: 'SELECT * FROM app.second_person($1, $2, now())',
        values: [userId, asker.userId],
      }),
    );
  assert.deepEqual(await seen('staff', approver.userId), [
    { role: 'admin', permissions: null, is_bound: false, pii_access: true, custom_role_id: null },
  ]);
  assert.deepEqual(await seen('member', approver.userId), []);
  assert.deepEqual(await seen('staff', stranger.userId), []);
});
