import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Answer } from '../kit/client.ts';
import { type Person, personOf, type PersonWish } from '../kit/people.ts';
import { made, refused } from '../kit/refusals.ts';
import { signUp } from '../kit/sign-in.ts';

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

/** What another owner does to somebody. */
const change = async ({ userId }: Pick<Person, 'userId'>, wish: object, by?: Person): Promise<void> => {
  const answer = await (by ?? (await person('owner'))).client.patch(`/api/v1/users/${userId}`, wish);
  assert.equal(answer.status, 200, answer.text);
};

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
  assert.match(refusal(await decide(approvalId, decider)), /gave you this account.*Let somebody else decide/);
  assert.equal((await decide(await ask(), decider, 'declined')).status, 200, 'to decline harms nobody');
  const other = await person('admin');
  assert.equal((await decide(await ask(other), decider)).status, 200, 'somebody else asked');
  assert.equal((await decide(approvalId, await person('admin'))).status, 200, 'somebody else decides');
  await app.owner.query({
    text: `UPDATE users SET access_given_at = access_given_at - interval '23 hours 50 minutes' WHERE user_id = $1`,
    values: [friend.userId],
  });
  refusal(await decide(await ask(), decider));
  await app.owner.query({
    text: `UPDATE users SET access_given_at = access_given_at - interval '20 minutes' WHERE user_id = $1`,
    values: [friend.userId],
  });
  assert.equal((await decide(await ask(), decider)).status, 200, 'a day has passed');
});

test('the same goes for an account that was made by such an account, or after the request', async () => {
  const approvalId = await ask();
  const friend = await signUp(app, asker.client, { role: 'admin' });
  const friends = await signUp(
    app,
    { ...asker.client, post: (path, body) => friend.browser.post(path, body) },
    { role: 'admin' },
  );
  for (const { browser } of [friend, friends]) refusal(await decide(approvalId, { client: browser }));
  const stranger = await signUp(app, (await person('owner')).client, { role: 'admin' });
  assert.equal((await decide(approvalId, { client: stranger.browser })).status, 200);
});

test('and for one whose role, state or address the asker changed, until somebody else vouches for it', async () => {
  for (const wish of [{ role: 'admin' }, { email: 'taken.over@example.test' }]) {
    const friend = await person('role' in wish ? 'support' : 'admin');
    await change(friend, { firstName: 'Kim' }, asker);
    const rights = () =>
      app.owner.query<{ by: string | null }>({
        text: 'SELECT access_given_by AS by FROM users WHERE user_id = $1',
        values: [friend.userId],
      });
    assert.deepEqual(await rights(), [{ by: null }]);
    await change(friend, wish, asker);
    assert.deepEqual(await rights(), [{ by: asker.userId }]);
  }
  const friend = await person('admin');
  await change(friend, { email: 'also.taken@example.test' }, asker);
  refusal(await decide(await ask(), friend));
  const owner = await person('owner');
  await change(friend, { email: 'given.back@example.test' }, owner);
  assert.equal((await decide(await ask(), friend)).status, 200);
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
  assert.deepEqual(await seen('staff', approver.userId), [{ role: 'admin', permissions: null, of_asker: false }]);
  assert.deepEqual(await seen('member', approver.userId), []);
  assert.deepEqual(await seen('staff', stranger.userId), []);
});
