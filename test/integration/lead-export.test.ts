import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { undefuseCell } from '../../src/leads/intake/index.ts';
import type { Answer } from '../kit/client.ts';
import { type Person, personOf, type PersonWish } from '../kit/people.ts';
import { type ReadLead, startReadLead, VALUES } from '../kit/read-lead.ts';
import { made, names, refused } from '../kit/refusals.ts';

let scene: ReadLead;
let [asker, second]: Person[] = [];
/** From the newest to the oldest. */
let leadIds: readonly string[] = [];

const FORMULA = '=HYPERLINK("https://example.com")\r@x, "y"';
const NAME = "'=1";

before(async () => {
  scene = await startReadLead();
  const { market, leadId } = scene;
  const posted = await market.post(market.lead({ firstName: FORMULA, lastName: NAME, phone: '+61412345678' }));
  assert.ok(posted.json.leadId, posted.text);
  leadIds = [String(posted.json.leadId), leadId];
  asker = await person({ role: 'admin' });
  second = await person({ role: 'owner' });
});
after(() => scene.stop());

const person = (wish: Omit<PersonWish, 'tenantId'>, tenantId = scene.tenantId): Promise<Person> =>
  personOf(scene.app, { tenantId, ...wish });

const APPROVALS = '/api/v1/approvals';
const EXPORT = '/api/v1/leads/export';
const WISH = { action: 'bulk_export', reason: 'The yearly count of the board.' };

const one = (who: Person | undefined): Person => {
  assert.ok(who);
  return who;
};
const ask = async (by = one(asker), wish: object = WISH): Promise<string> =>
  (await made(by.client, APPROVALS, wish)).id;
const decide = (approvalId: string, by = one(second), decision = 'approved'): Promise<Answer> =>
  by.client.post(`${APPROVALS}/${approvalId}/decide`, { decision });
async function approved(by = one(asker), wish: object = WISH): Promise<string> {
  const approvalId = await ask(by, wish);
  assert.equal((await decide(approvalId)).status, 200);
  return approvalId;
}
const exported = (approvalId: string, more: object = {}, by = one(asker)): Promise<Answer> =>
  by.client.post(EXPORT, { approvalId, ...more });
const isUsed = async (approvalId: string): Promise<boolean> => {
  const [row] = await scene.app.owner.query<{ used: boolean }>({
    text: 'SELECT used_at IS NOT NULL AS used FROM approvals WHERE approval_id = $1',
    values: [approvalId],
  });
  assert.ok(row);
  return row.used;
};

/** The rows of an export by the names of their columns, as they were before they were defused. */
function rowsOf(answer: Answer): Record<string, string>[] {
  assert.equal(answer.status, 200, answer.text);
  const { format, rows, content } = answer.json.data;
  const [header = [], ...lines] = parse(content);
  assert.deepEqual([format, lines.length], ['csv', rows]);
  return lines.map((cells) =>
    Object.fromEntries(header.map((name, index) => [name, undefuseCell(cells[index] ?? '')])),
  );
}

const eventsOf = (answer: Answer) =>
  scene.app.owner.query<{ action: string; ids: string[]; phi: string[]; detail: Record<string, unknown> }>({
    text: `SELECT action, entity_ids AS ids, phi_classes AS phi, detail FROM audit_events WHERE request_id = $1
      ORDER BY action`,
    values: [answer.headers['x-request-id']],
  });

test('one person asks, another approves, and the first exports once', async () => {
  const approvalId = await ask();
  const early = refusal(await exported(approvalId));
  assert.match(early, /POST \/api\/v1\/approvals/);
  refused(await decide(approvalId, one(asker)), 403, 'FORBIDDEN');
  assert.equal(refusal(await exported(approvalId)), early, 'nobody approved yet');
  assert.equal((await decide(approvalId)).status, 200);
  const answer = await exported(approvalId);
  assert.deepEqual(
    rowsOf(answer).map(({ id }) => id),
    leadIds,
  );
  assert.equal(answer.json.data.truncated, false);
  assert.equal(refusal(await exported(approvalId)), early, 'it was used');
  const { data } = (await one(asker).client.get(APPROVALS)).json;
  assert.equal(data.find(({ id }: { id: string }) => id === approvalId).status, 'used');
});

function refusal(answer: Answer): string {
  refused(answer, 403, 'FORBIDDEN');
  return String(answer.json.error.message);
}

test('of many exports with one approval at the same time, one is answered', async () => {
  const approvalId = await approved();
  const answers = await Promise.all(Array.from({ length: 5 }, () => exported(approvalId)));
  assert.deepEqual(answers.map(({ status }) => String(status)).toSorted(), ['200', '403', '403', '403', '403']);
});

test('an approval missing, declined, expired, or of another person, tenant or action is refused alike', async () => {
  const declined = await ask();
  assert.equal((await decide(declined, one(second), 'declined')).status, 200);
  const expired = await approved();
  await scene.app.owner.query({
    text: 'UPDATE approvals SET expires_at = now() WHERE approval_id = $1',
    values: [expired],
  });
  const hold = await approved(one(asker), { ...WISH, action: 'legal_hold_release' });
  const others = await approved(await person({ role: 'admin' }));
  const { tenantId } = await scene.app.tenant('Foreign');
  const [stranger, friend] = [await person({ role: 'owner' }, tenantId), await person({ role: 'admin' }, tenantId)];
  const foreign = await ask(stranger);
  assert.equal((await decide(foreign, friend)).status, 200);
  const texts = new Set<string>();
  for (const approvalId of [randomUUID(), declined, expired, hold, others, foreign])
    texts.add(refusal(await exported(approvalId)));
  assert.equal(texts.size, 1, [...texts].join('\n'));
  for (const approvalId of [others, foreign]) assert.equal(await isUsed(approvalId), false);
  const { data } = (await exported(foreign, {}, stranger)).json;
  assert.deepEqual([data.rows, data.truncated], [0, false], 'the other tenant exports what is its own: nothing');
});

test('a person without a fresh second factor, a role without the right, and every key are refused', async () => {
  const late = await person({ role: 'admin', steppedUpAt: new Date(Date.now() - 6 * 60_000) });
  const approvalId = await approved(late);
  refused(await exported(approvalId, {}, late), 403, 'STEP_UP_REQUIRED');
  assert.equal(await isUsed(approvalId), false);
  for (const role of ['compliance', 'analyst', 'support'] as const)
    refused(await exported(approvalId, {}, await person({ role })), 403, 'FORBIDDEN');
  for (const key of [scene.admin, ...Object.values(scene.keys)])
    refused(await key.post(EXPORT, { approvalId: await approved() }), 403, 'FORBIDDEN');
});

test('the trail names the leads that were exported, the classes shown in clear, and the approval', async () => {
  const terms = { limit: 1, status: 'sold' };
  const approvalId = await approved(one(asker), { ...WISH, terms });
  for (const other of [{}, { limit: 2, status: 'sold' }, { ...terms, dateFrom: '2026-01-01' }])
    refused(await exported(approvalId, other), 403, 'FORBIDDEN');
  const [newest] = leadIds;
  const answer = await exported(approvalId, { limit: 1, status: 'sold' });
  const [shown, use, ...rest] = await eventsOf(answer);
  assert.equal(rest.length, 0);
  assert.deepEqual([use?.action, use?.ids], ['lead.export', [newest]]);
  assert.deepEqual(use?.phi, ['other', 'identity', 'contact']);
  assert.deepEqual(use?.detail, { approvalId, rows: 1, truncated: true, status: 'sold' });
  assert.deepEqual([shown?.action, shown?.ids, shown?.detail], ['approval.use', [approvalId], { action: WISH.action }]);
  const whole = await exported(await approved());
  const [, all] = await eventsOf(whole);
  assert.deepEqual(all?.ids, leadIds);
  assert.deepEqual(all?.phi.toSorted(), ['contact', 'health', 'identity', 'other']);
  assert.equal(JSON.stringify([await eventsOf(answer), all]).includes('Q'), false);
});

test('what is hidden from a caller is not in the file, and what is masked is masked', async () => {
  const rules = { email: 'hidden', treatment: 'hidden', lastName: 'masked', 'class:other': 'masked' } as const;
  await scene.under('admin', rules, async () => {
    const answer = await exported(await approved());
    const row = rowsOf(answer)[1] ?? {};
    assert.deepEqual([row['firstName'], row['lastName'], row['sub1']], [VALUES.firstName, 'Q•••', '•••']);
    for (const hidden of [VALUES.email, 'email', VALUES.treatment, 'treatment', VALUES.lastName, VALUES.sub1])
      assert.ok(!answer.text.includes(hidden), hidden);
    const [, event] = await eventsOf(answer);
    assert.deepEqual(event?.phi, ['identity', 'contact']);
  });
  const blind = await person({ role: 'admin', piiAccess: false });
  const answer = await exported(await approved(blind), {}, blind);
  const row = rowsOf(answer)[1] ?? {};
  assert.deepEqual([row['email'], row['phone'], row['state']], ['q•••@•••', '(•••) •••-0142', 'TX']);
  for (const value of Object.values(VALUES)) assert.ok(!answer.text.includes(value), value);
  assert.deepEqual((await eventsOf(answer))[1]?.phi, []);
});

test('the file is CSV that no spreadsheet runs and that reads back as the leads are', async () => {
  const answer = await exported(await approved());
  const { content } = answer.json.data;
  const [header = [], ...lines] = parse(content);
  const own = [
    'id',
    'shortId',
    'status',
    'createdAt',
    'campaignId',
    'partnerId',
    'verticalId',
    'state',
    'price',
    'payout',
  ];
  assert.deepEqual(header.slice(0, own.length), own);
  const fields = header.slice(own.length);
  assert.deepEqual(fields, fields.toSorted());
  assert.equal(new Set(header).size, header.length);
  for (const cell of lines.flat()) assert.match(cell, /^(?![=+\-@\t\r])|^\+\d{6,15}$|^-?\d/, cell);
  const [newest, oldest] = rowsOf(answer);
  assert.deepEqual([newest?.['firstName'], newest?.['lastName'], newest?.['phone']], [FORMULA, NAME, '+61412345678']);
  assert.ok(content.includes(`"'=HYPERLINK(""https://example.com"")\r@x, ""y"""`));
  for (const [name, value] of Object.entries(VALUES)) assert.equal(oldest?.[name], value, name);
  const { data: lead } = (await scene.keys.admin.get(scene.path)).json;
  for (const name of own) assert.equal(oldest?.[name], lead[name] ?? '', name);
});

test('a field of a vertical that is called like a column is told apart', async () => {
  const { market, admin } = scene;
  await made(admin, `/api/v1/verticals/${market.verticalId}/custom-fields`, { name: 'payout', fieldType: 'text' });
  const posted = await market.post(market.lead({ custom: { payout: 'Qpayout' } }));
  leadIds = [String(posted.json.leadId), ...leadIds];
  const [row] = rowsOf(await exported(await approved()));
  assert.deepEqual([row?.['custom.payout'], row?.['payout']], ['Qpayout', '5.00']);
});

test('the filters of the list narrow an export, and a wrong one is named and uses up nothing', async () => {
  const { campaignId, partnerId, verticalId } = scene.market;
  const count = async (more: object): Promise<number> =>
    rowsOf(await exported(await approved(one(asker), { ...WISH, terms: more }), more)).length;
  const day = new Date().toISOString().slice(0, 10);
  assert.equal(await count({ campaignId, partnerId, verticalId, status: 'sold', dateFrom: day }), leadIds.length);
  for (const none of [{ campaignId: randomUUID() }, { partnerId: randomUUID() }, { verticalId: randomUUID() }])
    assert.equal(await count(none), 0);
  assert.equal(await count({ status: 'rejected' }), 0);
  assert.equal(await count({ dateTo: '2020-01-01' }), 0);
  const approvalId = await approved();
  names(await exported(approvalId, { status: 'nosuch' }), 'status');
  names(await exported(approvalId, { dateFrom: '2026-02-30' }), 'dateFrom');
  names(await exported(approvalId, { limit: 5001 }), 'limit');
  names(await exported(approvalId, { search: VALUES.email }), 'search');
  names(await one(asker).client.post(EXPORT, {}), 'approvalId');
  assert.equal(await isUsed(approvalId), false);
});

test('an export that fails before its claim is kept uses up nothing', async () => {
  const { owner, problems } = scene.app;
  const approvalId = await approved();
  await owner.query({ text: 'REVOKE SELECT ON leads FROM careroute_app' });
  try {
    assert.equal((await exported(approvalId)).status, 500);
  } finally {
    await owner.query({ text: 'GRANT SELECT ON leads TO careroute_app' });
  }
  assert.equal(problems.splice(0).length, 1);
  assert.equal(await isUsed(approvalId), false);
  assert.equal((await exported(approvalId)).status, 200);
});

test('an export that cannot be opened shows nothing, and its approval is used: the trail tells of both', async () => {
  const approvalId = await approved();
  const answer = await scene.broken(['sealed_health'], () => exported(approvalId));
  assert.equal(answer.status, 500, answer.text);
  assert.equal(scene.app.problems.splice(0).length, 1);
  assert.equal(await isUsed(approvalId), true);
  const events = await eventsOf(answer);
  assert.deepEqual(
    events.map(({ action, ids, phi }) => [action, ids, phi]),
    [
      ['approval.use', [approvalId], []],
      ['lead.export', [], []],
    ],
  );
});

test('nothing failed in silence', () => assert.deepEqual(scene.app.problems, []));
