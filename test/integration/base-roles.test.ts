import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permitted, USER_ROLES } from '../../src/core/access/index.ts';
import { personOf } from '../kit/people.ts';
import { testPlace } from '../kit/place.ts';
import { refused } from '../kit/refusals.ts';

const place = testPlace();

interface Base {
  readonly role: string;
  readonly permissions: readonly string[];
}

test('the catalogue of roles is that of the policy, and an own role may have all of one, and no more', async () => {
  const { app, tenantId } = place();
  const { client } = await personOf(app, { tenantId, role: 'owner' });
  const answer = await client.get('/api/v1/roles/base');
  assert.equal(answer.status, 200, answer.text);
  const { roles, always } = answer.json.data as { roles: Base[]; always: string[] };
  assert.deepEqual(always, ['account:own', 'caller:read']);
  const expected = USER_ROLES.filter((role) => role !== 'superadmin').map((role) => ({
    role,
    permissions: permitted(role),
  }));
  assert.deepEqual(roles, expected);
  const analyst = roles.find(({ role }) => role === 'analyst')?.permissions ?? [];
  const make = (name: string, permissions: readonly string[]) =>
    client.post('/api/v1/roles', { name, baseRole: 'analyst', permissions });
  assert.equal((await make('All of it', analyst)).status, 201);
  refused(await make('More', [...analyst, 'roles:write']), 400, 'VALIDATION_ERROR');
});

test('who may not see roles does not see the catalogue', async () => {
  const { app, tenantId } = place();
  const { client } = await personOf(app, { tenantId, role: 'support' });
  refused(await client.get('/api/v1/roles/base'), 403, 'FORBIDDEN');
});
