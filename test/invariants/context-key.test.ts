import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { freshDatabases, type TestDatabases } from '../kit/database.ts';

let databases: TestDatabases;
before(async () => {
  databases = await freshDatabases();
});
after(() => databases.drop());

const ids = '00000000-0000-7000-8000-000000000001.staff.00000000-0000-7000-8000-000000000002';
const FORGED = `v1.${ids}.0.0.9999999999.${'0'.repeat(64)}`;

test('while the database has no key, no context is believed', async () => {
  await databases.owner.query({ text: 'DELETE FROM app.context_keys' });
  const [row] = await databases.runtime.app.transaction(`SET LOCAL app.ctx = '${FORGED}'`, (session) =>
    session.query<{ tenant: string | null; staff: boolean }>({
      text: 'SELECT app.tenant() AS tenant, app.staff() AS staff',
    }),
  );
  assert.deepEqual(row, { tenant: null, staff: false });
});
