import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createTenancy, type Tenancy, type TenantContext, type TenantReader } from '../../src/core/tenancy/index.ts';
import { foundTenant } from '../../src/entry/compose/tenants.ts';
import { newId } from '../../src/kernel/ids.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { type Database, openDatabase } from '../../src/platform/postgres/index.ts';
import { TEST_SECRETS } from '../kit/cluster.ts';
import { freshDatabases, type TestDatabases } from '../kit/database.ts';

let databases: TestDatabases;
/** The app role's pool as the product opens it, but of one connection. */
let single: Database;
let tenancy: Tenancy;
const tenants: TenantContext[] = [];

before(async () => {
  databases = await freshDatabases();
  const options = {
    url: databases.urls.app,
    maxConnections: 1,
    applicationName: 'careroute-test',
    mustBeEmpty: 'app.ctx',
  };
  single = openDatabase({ ...options, onIdleError: () => {} });
  tenancy = createTenancy(single, TEST_SECRETS.contextKey, systemClock);
  for (const slug of ['first', 'second', 'third']) {
    const tenant = { slug, name: slug, timeZone: 'America/Chicago', isDemo: false };
    const { tenantId } = await foundTenant(databases.runtime, tenant);
    tenants.push({ tenantId, actor: { kind: 'staff', id: newId() } });
  }
});
after(async () => {
  await single.close();
  await databases.drop();
});

interface State {
  readonly pid: number;
  readonly ctx: string | null;
  readonly rows: number;
}

/** The connection that the next user of the pool gets, as it stands. */
async function next(): Promise<State> {
  const [state] = await single.query<State>({
    text: `SELECT pg_backend_pid() AS pid, current_setting('app.ctx', true) AS ctx, (SELECT count(*) FROM tenants) AS
      rows`,
  });
  assert.ok(state);
  return state;
}

const [ONE, TWO] = [0, 1] as const;
const contextAt = (index: number): TenantContext => {
  const context = tenants[index % tenants.length];
  assert.ok(context);
  return context;
};

const endings: Readonly<Record<string, (tx: TenantReader) => Promise<unknown>>> = {
  commits: (tx) => tx.many({ text: 'SELECT tenant_id FROM tenants' }),
  throws: () => Promise.reject(new TypeError('the work failed')),
  'breaks a statement': (tx) => tx.many({ text: 'SELECT 1 / 0' }),
  'breaks a rule': (tx) => tx.many({ text: 'INSERT INTO display_numbers SELECT * FROM display_numbers, tenants' }),
  'is refused': (tx) => tx.many({ text: 'SELECT * FROM app.context_keys' }),
};

test('after a transaction no context is left, whether it commits, throws or breaks', async () => {
  for (const [name, work] of Object.entries(endings)) {
    const done = tenancy.withTenant(contextAt(ONE), work);
    if (name === 'commits') assert.equal(((await done) as unknown[]).length, 1);
    else await assert.rejects(done);
    const state = await next();
    assert.deepEqual([state.ctx ?? '', state.rows], ['', 0], `a transaction that ${name}`);
  }
});

test('one connection that serves tenants in turn never shows one the rows of another', async () => {
  const pids = new Set<number>();
  let failed = 0;
  const visit = async (index: number): Promise<void> => {
    const context = contextAt(index);
    const look = async (tx: TenantReader): Promise<void> => {
      const rows = await tx.many<{ id: string; pid: number }>({
        name: 'who-is-here',
        text: 'SELECT tenant_id::text AS id, pg_backend_pid() AS pid FROM tenants',
      });
      assert.deepEqual(
        rows.map((row) => row.id),
        [context.tenantId],
      );
      for (const { pid } of rows) pids.add(pid);
      const keys = await tx.many<{ id: string }>({
        name: 'keys-here',
        text: 'SELECT tenant_id::text AS id FROM api_keys',
      });
      assert.deepEqual(
        keys.map((row) => row.id),
        [context.tenantId],
      );
      if (index % 7 === 3) await tx.many({ text: 'SELECT no_such_column FROM tenants' });
    };
    const visited = index % 2 === 0 ? tenancy.withTenant(context, look) : tenancy.readTenant(context, look);
    await visited.catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === '42703')) throw error;
      failed += 1;
    });
  };
  await Promise.all(Array.from({ length: 210 }, (_, index) => visit(index)));
  assert.equal(pids.size, 1);
  assert.equal(failed, 30);
});

test('a statement that times out takes its connection with it', async () => {
  const earlier = await next();
  const slow = tenancy.withTenant(contextAt(ONE), async (tx) => {
    await tx.run({ text: `SET LOCAL statement_timeout = '30ms'` });
    await tx.run({ text: 'SELECT pg_sleep(5)' });
  });
  await assert.rejects(slow, { code: '57014' });
  const state = await next();
  assert.notEqual(state.pid, earlier.pid);
  assert.deepEqual([state.ctx ?? '', state.rows], ['', 0]);
});

test('a context that outlives its transaction is noticed, and its connection is destroyed', async () => {
  const earlier = await next();
  const careless = tenancy.withTenant(contextAt(ONE), (tx) =>
    tx.run({ text: `SELECT set_config('app.ctx', current_setting('app.ctx'), false)` }),
  );
  await assert.rejects(careless, /outlived its transaction/);
  const state = await next();
  assert.notEqual(state.pid, earlier.pid);
  assert.deepEqual([state.ctx ?? '', state.rows], ['', 0]);
});

test("within a transaction no context of the client's own making is believed", async () => {
  const foreign = contextAt(TWO).tenantId;
  const rows = await tenancy.withTenant(contextAt(ONE), async (tx) => {
    const own = await tx.first<{ ctx: string }>({ text: `SELECT current_setting('app.ctx') AS ctx` });
    assert.ok(own);
    const forged = own.ctx.replace(contextAt(ONE).tenantId, foreign);
    assert.notEqual(forged, own.ctx);
    await tx.run({ text: `SELECT set_config('app.ctx', $1, true)`, values: [forged] });
    return tx.many({ text: 'SELECT tenant_id FROM tenants' });
  });
  assert.deepEqual(rows, []);
});
