import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import type { Answer, Client } from '../kit/client.ts';
import { installationOf, type Person, personOf, superadminOf } from '../kit/people.ts';
import { refused } from '../kit/refusals.ts';

let app: TestApp;
let superadmin: Person;
let root: Client;
before(async () => {
  app = await startApp();
  superadmin = await superadminOf(app);
  root = superadmin.client;
});
after(async () => {
  await app.stop();
  assert.deepEqual(app.problems, []);
});

interface Told {
  readonly tenantId: string;
  readonly action: string;
  readonly kind: string;
  readonly actorId: string;
  readonly ids: string[];
}

/** What the trails of all tenants say of a request, the installation's last. */
async function toldOf(answer: Answer): Promise<Told[]> {
  assert.equal(answer.status, 200, answer.text);
  const rows = await app.owner.query<Told>({
    text: `SELECT tenant_id AS "tenantId", action, actor_kind AS kind, actor_id AS "actorId", entity_ids::text[] AS ids
      FROM audit_events WHERE request_id = $1 AND outcome = 'done' ORDER BY actor_kind = 'staff', tenant_id`,
    values: [answer.headers['x-request-id']],
  });
  assert.ok(rows.every((row) => row.actorId === superadmin.userId));
  return rows;
}

const people = (tenantId: string) => `/api/superadmin/tenants/${tenantId}/users`;

test('a superadmin who lists the people of a tenant, or looks at one, stands in that tenant’s own trail', async () => {
  const { tenantId } = await app.tenant('Looked at');
  const { userId } = await personOf(app, { tenantId, role: 'analyst' });
  const home = await installationOf(app);
  for (const [path, action, isByTenant] of [
    [people(tenantId), 'user.list', true],
    [`${people(tenantId)}/${userId}`, 'user.read', true],
    [`/api/superadmin/users/${userId}/login-activity`, 'login_activity.list', false],
  ] as const) {
    assert.deepEqual(
      (await toldOf(await root.get(path))).map((told) => [told.tenantId, told.action, told.kind, told.ids]),
      [
        [tenantId, action, 'superadmin', [userId]],
        [home, action, 'staff', isByTenant ? [tenantId, userId] : [userId]],
      ],
      path,
    );
  }
});

test('a list over all tenants tells each tenant of its own people, and of no other’s', async () => {
  const wanted = new Map<string, string>();
  for (const name of ['One', 'Another']) {
    const { tenantId } = await app.tenant(name);
    wanted.set(tenantId, (await personOf(app, { tenantId, role: 'compliance' })).userId);
  }
  const told = await toldOf(await root.get('/api/superadmin/users?role=compliance'));
  assert.deepEqual(
    told.slice(0, -1).map(({ tenantId, kind, ids }) => [tenantId, kind, ids]),
    [...wanted.keys()].toSorted().map((tenantId) => [tenantId, 'superadmin', [wanted.get(tenantId)]]),
  );
  assert.equal(told.at(-1)?.tenantId, await installationOf(app));
  assert.deepEqual(told.at(-1)?.ids.toSorted(), [...wanted.values()].toSorted());
});

test('a list that shows nobody is told of all the same, and own people only once', async () => {
  const { tenantId } = await app.tenant('Empty');
  const nobody = await toldOf(await root.get(people(tenantId)));
  assert.deepEqual(
    nobody.map(({ kind, ids }) => [kind, ids]),
    [
      ['superadmin', []],
      ['staff', [tenantId]],
    ],
  );
  const own = await toldOf(await root.get(people(await installationOf(app))));
  assert.deepEqual([own.length, own[0]?.kind], [1, 'staff']);
});

test('a tenant that is asked about by name is told, and so are those of whom only the number was shown', async () => {
  const { tenantId } = await app.tenant('Asked about');
  const { userId } = await personOf(app, { tenantId, role: 'support' });
  const home = await installationOf(app);
  const all = '/api/superadmin/users';
  for (const [query, ids] of [
    [`?tenantId=${tenantId}&q=nobody.like.that`, [tenantId]],
    [`?tenantId=${tenantId}&offset=50`, [tenantId]],
    [`?tenantId=${tenantId.toUpperCase()}`, [tenantId, userId]],
    ['?role=support&offset=50', []],
  ] as const) {
    const told = await toldOf(await root.get(`${all}${query}`));
    const shown = ids.filter((id) => id === userId);
    assert.deepEqual(
      told.map((one) => [one.tenantId, one.kind, one.ids]),
      [
        [tenantId, 'superadmin', shown],
        [home, 'staff', ids],
      ],
      query,
    );
  }
  const nowhere = await toldOf(await root.get(`${all}?tenantId=${newId()}`));
  assert.deepEqual(
    nowhere.map(({ kind, ids }) => [kind, ids]),
    [['staff', []]],
  );
});

test('of two first owners invited at the same moment one is', async () => {
  for (let round = 0; round < 8; round += 1) {
    const empty = newId();
    await app.owner.query({
      text: `INSERT INTO tenants (tenant_id, name, slug, time_zone) VALUES ($1, 'Empty', $2, 'UTC')`,
      values: [empty, `empty-${round}`],
    });
    const invite = (name: string) =>
      root.post(people(empty), { email: `${name}.${round}@example.test`, role: 'owner' });
    const answers = await Promise.all([invite('one'), invite('two'), invite('three')]);
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    assert.equal(answers.filter(({ status }) => status === 403).length, 2);
  }
});

test('a tenant that is not there is missing, not empty', async () => {
  refused(await root.get(people(newId())), 404, 'NOT_FOUND');
});
