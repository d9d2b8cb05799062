import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Client } from '../kit/client.ts';
import { startMarket, type MarketSpec } from '../kit/market.ts';
import { askExport, beginExport, decideExport } from '../kit/ask-exports.ts';
import { type Person, personOf, type PersonWish } from '../kit/people.ts';
import { refused } from '../kit/refusals.ts';
import { workExports } from '../kit/work-exports.ts';

let app: TestApp;
let admin: Client;
let tenantId: string;
let asker: Person;
let second: Person;
const markets: { stop(): Promise<void> }[] = [];

before(async () => {
  app = await startApp();
  ({ admin, tenantId } = await app.tenant());
  asker = await person({ role: 'admin' });
  second = await person({ role: 'owner' });
});
after(async () => {
  for (const market of markets) await market.stop();
  await app.stop();
  assert.deepEqual(app.problems, []);
});

async function marketOf(spec: MarketSpec) {
  const market = await startMarket(app, admin, spec);
  markets.push(market);
  return market;
}

const person = (wish: Omit<PersonWish, 'tenantId'>): Promise<Person> => personOf(app, { tenantId, ...wish });

interface Notice {
  readonly kind: string;
  readonly subjectId: string | null;
  readonly count: number;
}

const noticesOf = async ({ client }: Person): Promise<Notice[]> => {
  const answer = await client.get('/api/v1/notices');
  assert.equal(answer.status, 200, answer.text);
  return answer.json.data;
};
/** The kinds of notices about one thing. */
const kindsAbout = async (who: Person, subjectId: string): Promise<string[]> =>
  (await noticesOf(who)).filter((notice) => notice.subjectId === subjectId).map(({ kind }) => kind);

test('what somebody asked for awaits whoever may decide it, then the one who asked, then nobody', async () => {
  const approvalId = await askExport(asker);
  const readOnly = await person({ role: 'owner', readOnly: true });
  const watchers = [asker, second, readOnly, await person({ role: 'compliance' })];
  const seen = () => Promise.all(watchers.map((who) => kindsAbout(who, approvalId)));
  assert.deepEqual(await seen(), [[], ['approval_waiting'], [], []]);
  await decideExport(second, approvalId);
  assert.deepEqual(await seen(), [['approval_granted'], [], [], []]);
  const exportId = (await asker.client.post('/api/v1/exports', { approvalId })).json.data.id;
  assert.deepEqual(await seen(), [[], [], [], []]);
  await workExports(app);
  assert.deepEqual(await kindsAbout(asker, exportId), ['export_ready']);
  assert.deepEqual(await kindsAbout(second, exportId), [], 'a file is its maker’s alone');
});

test('what was declined, or is over, awaits nobody', async () => {
  const [declined, expired] = [await askExport(asker), await askExport(asker)];
  await decideExport(second, declined, 'declined');
  await app.owner.query({
    text: 'UPDATE approvals SET expires_at = now() WHERE approval_id = $1',
    values: [expired],
  });
  for (const who of [asker, second])
    assert.deepEqual([await kindsAbout(who, declined), await kindsAbout(who, expired)], [[], []]);
});

test('who is bound to the one who asks is not told to decide: the opinion would not count', async () => {
  const approvalId = await askExport(asker);
  const bound = await person({ role: 'admin' });
  assert.deepEqual(await kindsAbout(bound, approvalId), ['approval_waiting']);
  await app.owner.query({
    text: `INSERT INTO access_bonds (tenant_id, user_id, given_by, given_at) VALUES ($1, $2, $3, now())`,
    values: [tenantId, bound.userId, asker.userId],
  });
  assert.deepEqual(await kindsAbout(bound, approvalId), []);
});

test('a file that was taken away against its maker’s will is told for a day, one that was deleted is not', async () => {
  const [lost, deleted] = [await beginExport(asker, second), await beginExport(asker, second)];
  await asker.client.delete(`/api/v1/exports/${deleted}`);
  await app.owner.query({
    text: `UPDATE exports SET status = 'failed', reason = 'gave_up', finished_at = now() WHERE export_id = $1`,
    values: [lost],
  });
  assert.deepEqual([await kindsAbout(asker, lost), await kindsAbout(asker, deleted)], [['export_ended'], []]);
  await app.owner.query({
    text: `UPDATE exports SET finished_at = now() - interval '25 h' WHERE export_id = $1`,
    values: [lost],
  });
  assert.deepEqual(await kindsAbout(asker, lost), []);
});

test('sales in doubt await who may say what became of them, deliveries that fail staff and the buyer', async () => {
  const market = await marketOf({ buyers: [{ contract: { uncertainPolicy: 'hold' }, behaviour: 'status_500' }] });
  const buyerId = market.buyers[0]?.buyerId ?? '';
  const [buyer, other] = [await person({ role: 'buyer', buyerId }), await marketOf({ buyers: [{}] })];
  const stranger = await person({ role: 'buyer', buyerId: other.buyers[0]?.buyerId ?? '' });
  const { leadId } = (await market.post()).json;
  const support = await person({ role: 'support' });
  const analyst = await person({ role: 'analyst' });
  assert.deepEqual(await kindsAbout(support, leadId), ['sales_uncertain']);
  for (const who of [analyst, buyer]) assert.deepEqual(await noticesOf(who), []);
  for (let posted = 1; posted < 5; posted += 1) await market.post();
  const held = (await noticesOf(support)).find(({ kind }) => kind === 'sales_uncertain');
  assert.deepEqual([held?.count, held?.subjectId], [5, null]);
  for (const who of [support, analyst, buyer]) assert.deepEqual(await kindsAbout(who, buyerId), ['deliveries_failing']);
  assert.deepEqual(await noticesOf(stranger), []);
  market.buyers[0]?.simulator.control({ behaviour: 'accept' });
  await market.post();
  assert.deepEqual(await kindsAbout(analyst, buyerId), [], 'one that came through is enough');
});

test('a partner has nothing that awaits it, a key and a stranger get nothing', async () => {
  const market = await marketOf({ buyers: [{}] });
  assert.deepEqual(await noticesOf(await person({ role: 'partner', partnerId: market.partnerId })), []);
  refused(await admin.get('/api/v1/notices'), 403, 'FORBIDDEN');
  refused(await app.client().get('/api/v1/notices'), 401, 'UNAUTHORIZED');
});
