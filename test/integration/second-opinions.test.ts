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

/** Makes what gave somebody access older. */
const age = async ({ userId }: Pick<Person, 'userId'>, by: string): Promise<void> =>
  void (await app.owner.query({
    text: 'UPDATE access_bonds SET given_at = given_at - $2::interval WHERE user_id = $1',
    values: [userId, by],
  }));

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
  assert.match(
    refusal(await decide(approvalId, decider)),
    /one of you gave the other one the account.*Let somebody else decide/,
  );
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
  const friends = await signUp(
    app,
    { ...asker.client, post: (path, body) => friend.browser.post(path, body) },
    { role: 'admin' },
  );
  for (const { browser } of [friend, friends]) refusal(await decide(approvalId, { client: browser }));
  const stranger = await signUp(app, (await person('owner')).client, { role: 'admin' });
  assert.equal((await decide(approvalId, { client: stranger.browser })).status, 200);
});

/** Whoever gave somebody access, as far as it is kept. */
const giversOf = async ({ userId }: Pick<Person, 'userId'>): Promise<string[]> => {
  const rows = await app.owner.query<{ by: string }>({
    text: 'SELECT given_by AS by FROM access_bonds WHERE user_id = $1',
    values: [userId],
  });
  return rows.map(({ by }) => by);
};

const setUser = async ({ userId }: Pick<Person, 'userId'>, set: string): Promise<void> =>
  void (await app.owner.query({ text: `UPDATE users SET ${set} WHERE user_id = $1`, values: [userId] }));

test('and for one that the asker could take over, or gave more, whoever changes it afterwards', async () => {
  const later = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const gifts: readonly (readonly [had: Partial<PersonWish>, wish: object, set?: string])[] = [
    [{ role: 'support' }, { role: 'admin' }],
    [{}, { email: 'taken.over@example.test' }],
    [{ readOnly: true }, { readOnly: false }],
    [{ piiAccess: false }, { piiAccess: true }],
    [{}, { accessUntil: later }, `access_until = now() + interval '1 day'`],
    [{}, { action: 'disable2FA' }],
  ];
  for (const [had, wish, set] of gifts) {
    const friend = await personOf(app, { tenantId, role: 'admin', ...had });
    if (set) await setUser(friend, set);
    await change(friend, { firstName: 'Kim' }, asker);
    assert.deepEqual(await giversOf(friend), [], JSON.stringify(wish));
    await change(friend, wish, asker);
    assert.deepEqual(await giversOf(friend), [asker.userId], JSON.stringify(wish));
  }
  const friend = await person('admin');
  await change(friend, { email: 'also.taken@example.test' }, asker);
  await change(friend, { email: 'given.back@example.test' }, await person('owner'));
  refusal(await decide(await ask(), friend));
  const less = await person('admin');
  await change(less, { readOnly: true }, asker);
  assert.deepEqual(await giversOf(less), [], 'to take something away gives nobody anything');
});

test('two accounts in one hand are no two opinions, whichever asks', async () => {
  const maker = await person('owner');
  const [one, other] = [
    await signUp(app, maker.client, { role: 'admin' }),
    await signUp(app, maker.client, { role: 'admin' }),
  ];
  const asked = await one.browser.post(APPROVALS, WISH);
  const approvalId = asked.json.data.id;
  for (const client of [other.browser, maker.client]) refusal(await decide(approvalId, { client }));
  refusal(await decide(await ask(maker), { client: one.browser }));
  await age(one, '25 hours');
  assert.equal((await decide(approvalId, { client: other.browser })).status, 200, 'a day has passed');
});

test('who has the right to decide by a role that was just widened has it from whoever widened it', async () => {
  const owner = await person('owner');
  const wish = { name: 'Soon with opinions', baseRole: 'admin', permissions: ['leads:read'] };
  const { id } = await made(owner.client, '/api/v1/roles', wish);
  const friend = await person('admin');
  await setUser(friend, `custom_role_id = '${id}'`);
  const wider = { ...wish, permissions: [...wish.permissions, 'approvals:decide'] };
  assert.equal((await asker.client.put(`/api/v1/roles/${id}`, wider)).status, 200);
  refusal(await decide(await ask(), friend));
  assert.equal((await decide(await ask(await person('admin')), friend)).status, 200);
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
  assert.deepEqual(await seen('staff', approver.userId), [{ role: 'admin', permissions: null, bound_to_asker: false }]);
  assert.deepEqual(await seen('member', approver.userId), []);
  assert.deepEqual(await seen('staff', stranger.userId), []);
});
