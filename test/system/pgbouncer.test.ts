import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { systemContext } from '../../src/core/gate/index.ts';
import { createTenancy, type TenantWriter } from '../../src/core/tenancy/index.ts';
import { APP_ROLES } from '../../src/entry/compose/databases.ts';
import { deriveSecrets } from '../../src/entry/compose/secrets.ts';
import { sampleLead } from '../../src/entry/demo/sample-lead.ts';
import { newId } from '../../src/kernel/ids.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { type Database, openDatabase } from '../../src/platform/postgres/index.ts';
import { provenBy } from './certificates.fixture.ts';
import { atEnd, ownAddress } from './debian.fixture.ts';
import { startExternal } from './external.fixture.ts';
import { readManual } from './manual.fixture.ts';
import { poolerAccess, startPgBouncer } from './pgbouncer.fixture.ts';
import { command, startRunning } from './running.fixture.ts';

const AT_ONCE = 24;
const LEADS = 150;
const manual = await readManual('external-postgres.md');
const external = await startExternal(poolerAccess(ownAddress()));
const { address, application, certificates } = external;
const secrets = deriveSecrets(external.rootKey);
await command(external, external.env, ['migrate']);
const password = randomBytes(24).toString('hex');
await application.psql(manual.block('PgBouncer', 'sql'), { env: { POOLER_PASSWORD: password } });

/** One connection to the server for each role: whoever shares it, shares everything that a connection can keep. */
const pooler = await startPgBouncer(external, {
  poolSize: 1,
  users: `"careroute_pooler" "${password}"\n`,
  asksServer: true,
});
const direct = external.env.CAREROUTE_DATABASE_URL;
const pooled = direct.replace(`${address}:${application.port}`, `${pooler.host}:${pooler.port}`);
const env = { ...external.env, CAREROUTE_DATABASE_URL: pooled, CAREROUTE_DATABASE_DIRECT_URL: direct };

const urlOf = (role: string, port: number, own = secrets.rolePassword(role)): string =>
  `postgres://${role}:${own}@${address}:${port}/careroute?${provenBy(certificates)}`;

function open(url: string, maxConnections: number): Database {
  const options = { url, maxConnections, applicationName: 'careroute-test', mustBeEmpty: 'app.ctx' };
  const database = openDatabase({ ...options, onIdleError: () => {} });
  atEnd(() => database.close());
  return database;
}
const many = open(urlOf(APP_ROLES.app, pooler.port), AT_ONCE);

const ROLE_CONNECTIONS = `SELECT usename, count(*) FROM pg_stat_activity
  WHERE usename IN ('careroute_app', 'careroute_identity') GROUP BY 1 ORDER BY 1`;

interface Sold {
  readonly result: string;
  readonly data: { readonly status: string };
}

test('leads flow, many at once, over one connection of the app role and one of the identity role', async () => {
  const running = await startRunning(external, env);
  try {
    const campaigns = running.market.partners.flatMap((partner) => partner.campaigns);
    const posting = campaigns.map(({ id, postingKey }) => ({ id, client: running.client(postingKey) }));
    let left = LEADS;
    const post = async (): Promise<string[]> => {
      const outcomes: string[] = [];
      while (left > 0) {
        left -= 1;
        const { id, client } = posting[left % posting.length] ?? assert.fail();
        // By chance two sample leads may have one number, and the second is a duplicate then.
        const phone = `51255${String(left).padStart(5, '0')}`;
        const lead = { ...sampleLead(id), phone, email: `${left}@example.com` };
        const answer = await client.call<Sold>('POST', '/api/v1/leads/submit', lead);
        outcomes.push(answer.data.status);
      }
      return outcomes;
    };
    const outcomes = (await Promise.all(Array.from({ length: AT_ONCE }, post))).flat();
    assert.deepEqual(
      outcomes,
      Array.from({ length: LEADS }, () => 'sold'),
    );
    const received = running.simulators.flatMap((simulator) => simulator.received());
    assert.equal(received.length, LEADS);
    assert.equal(await application.psql(ROLE_CONNECTIONS), 'careroute_app|1\ncareroute_identity|1\n');
  } finally {
    assert.equal(await running.stop(), 0);
  }
});

test('tenants that take turns on one connection see their own rows alone, whatever was before', async () => {
  const tenancy = createTenancy(many, secrets.contextKey, systemClock);
  const tenants = Array.from({ length: 3 }, () => newId());
  for (const [index, tenantId] of tenants.entries())
    await tenancy.withTenant(systemContext(tenantId), (tx) => tx.run(insertTenant(tenantId, `turn-${index}`)));
  const look = async (tx: TenantWriter): Promise<{ pid: number; seen: string[] }> => {
    const rows = await tx.many<{ id: string; pid: number }>({
      name: 'who-am-i',
      text: 'SELECT tenant_id AS id, pg_backend_pid() AS pid FROM tenants WHERE slug <> $1',
      values: ['nobody'],
    });
    return { pid: rows[0]?.pid ?? 0, seen: rows.map((row) => row.id) };
  };
  const turn = async (_: unknown, index: number): Promise<number> => {
    const tenantId = tenants[index % tenants.length] ?? assert.fail();
    const context = systemContext(tenantId);
    if (index % 7 === 3) {
      const failing = tenancy.withTenant(context, (tx) => tx.run({ text: 'SELECT 1 / 0' }));
      await assert.rejects(failing, /division by zero/);
    }
    if (index % 5 === 2) assert.deepEqual(await many.query({ text: 'SELECT 1 FROM tenants' }), []);
    const { pid, seen } = await tenancy.withTenant(context, look);
    assert.deepEqual(seen, [tenantId]);
    return pid;
  };
  const pids = await Promise.all(Array.from({ length: 300 }, turn));
  assert.equal(new Set(pids).size, 1, 'they did not share one connection');
});

const insertTenant = (tenantId: string, slug: string) => ({
  text: "INSERT INTO tenants (tenant_id, slug, name, time_zone) VALUES ($1, $2, 'A tenant', 'America/Chicago')",
  values: [tenantId, slug],
});

test('no context is left behind for the next user of the connection', async () => {
  const tenancy = createTenancy(many, secrets.contextKey, systemClock);
  const leftOver = { text: "SELECT coalesce(current_setting('app.ctx', true), '') AS context, app.tenant() AS tenant" };
  for (const breaks of [false, true]) {
    const used = tenancy.withTenant(systemContext(newId()), async (tx) => {
      const rows = await tx.many<{ tenant: string | null }>(leftOver);
      assert.ok(rows[0]?.tenant);
      if (breaks) throw new Error('broken off');
    });
    await (breaks ? assert.rejects(used, /broken off/) : used);
    assert.deepEqual(await many.query(leftOver), [{ context: '', tenant: null }]);
  }
});

test('names of statements mean nothing behind the pooler and are kept where the server itself answers', async () => {
  const [one, other] = [open(urlOf(APP_ROLES.app, pooler.port), 2), open(urlOf(APP_ROLES.app, pooler.port), 2)];
  for (let round = 0; round < 3; round += 1) {
    assert.deepEqual(await one.query({ name: 'same', text: 'SELECT 1 AS it' }), [{ it: 1 }]);
    assert.deepEqual(await other.query({ name: 'same', text: 'SELECT 2 AS it' }), [{ it: 2 }]);
  }
  const prepared = { text: "SELECT count(*)::int AS known FROM pg_prepared_statements WHERE name = 'same'" };
  assert.deepEqual(await one.query(prepared), [{ known: 0 }]);
  const past = open(urlOf(APP_ROLES.app, application.port), 1);
  await past.query({ name: 'same', text: 'SELECT 1 AS it' });
  assert.deepEqual(await past.query(prepared), [{ known: 1 }]);
});

test('a start that would migrate through a pooler stops and names the address that is missing', async () => {
  const users = `"careroute_migrator" "${new URL(direct).password}"\n`;
  const letsIn = await startPgBouncer(external, { poolSize: 2, users, asksServer: false });
  const through = direct.replace(`:${application.port}`, `:${letsIn.port}`);
  const output = await command(external, { ...external.env, CAREROUTE_DATABASE_URL: through }, ['start'], 1);
  assert.match(output, /leads to a pooler.*CAREROUTE_DATABASE_DIRECT_URL/);
});

test('a start elsewhere does not lock the pooler out: its next connection to the server is let in', async () => {
  await many.query({ text: 'SELECT 1' });
  await command(external, env, ['migrate']);
  const end = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = 'careroute_app'";
  assert.match(await application.psql(end), /^(t\n)+$/);
  assert.deepEqual(await many.query({ text: 'SELECT current_user AS who' }), [{ who: 'careroute_app' }]);
});

test('the pooler’s own role learns the verifiers of the two roles it serves, and no other', async () => {
  const ask = (name: string) => application.psqlAt(urlOf('careroute_pooler', application.port, password), name);
  for (const role of ['careroute_app', 'careroute_identity'])
    assert.match(await ask(`SELECT verifier FROM pooler.login_of('${role}')`), /^SCRAM-SHA-256\$/);
  for (const role of ['careroute_queue', 'careroute_migrator', 'careroute_pooler', 'postgres'])
    assert.equal(await ask(`SELECT verifier FROM pooler.login_of('${role}')`), '');
  await assert.rejects(ask('SELECT count(*) FROM public.leads'), /permission denied/);
  const asApp = application.psqlAt(urlOf(APP_ROLES.app, application.port), "SELECT pooler.login_of('careroute_app')");
  await assert.rejects(asApp, /permission denied/);
});

test('with passwords of the operator’s own, a list of users does instead of asking the server', async () => {
  const [app, identity] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  const users = `"${APP_ROLES.app}" "${app}"\n"${APP_ROLES.identity}" "${identity}"\n`;
  const listed = await startPgBouncer(external, { poolSize: 2, users, asksServer: false });
  const own = {
    ...env,
    CAREROUTE_DATABASE_URL_APP: urlOf(APP_ROLES.app, listed.port, app),
    CAREROUTE_DATABASE_URL_IDENTITY: urlOf(APP_ROLES.identity, listed.port, identity),
  };
  await command(external, own, ['migrate']);
  const { checks } = JSON.parse(await command(external, own, ['doctor', '--json'])) as Diagnosis;
  assert.deepEqual(
    checks.filter(({ state }) => state !== 'ok').map(({ name }) => name),
    ['key provider', 'mail'],
  );
  await command(external, env, ['migrate']);
});

interface Diagnosis {
  readonly checks: readonly { readonly name: string; readonly state: string }[];
}
