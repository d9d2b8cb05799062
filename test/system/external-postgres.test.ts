import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { test } from 'node:test';
import { APP_ROLES, KEYSTORE_MIGRATIONS, KEYSTORE_ROLE, MIGRATIONS } from '../../src/entry/compose/databases.ts';
import { deriveSecrets } from '../../src/entry/compose/secrets.ts';
import { sampleLead } from '../../src/entry/demo/sample-lead.ts';
import { makeCertificates, provenBy } from './certificates.fixture.ts';
import { atEnd } from './debian.fixture.ts';
import { startExternal } from './external.fixture.ts';
import { readManual } from './manual.fixture.ts';
import { command, startRunning } from './running.fixture.ts';

const manual = await readManual('external-postgres.md');
const external = await startExternal();
const { address, application, certificates, env, keystore } = external;
const secrets = deriveSecrets(external.rootKey);
const proven = provenBy(certificates);
const asRole = (role: string, parameters = proven): string =>
  `postgres://${role}:${secrets.rolePassword(role)}@${address}:${application.port}/careroute?${parameters}`;
const keystorePlace = `${address}:${keystore.port}/careroute_keystore?${proven}`;
const asKeystoreRole = `postgres://${KEYSTORE_ROLE}:${secrets.rolePassword(KEYSTORE_ROLE)}@${keystorePlace}`;

/** A port of loopback behind which another server answers. */
async function forwardTo(host: string, port: number): Promise<number> {
  // Either end may break off; the other goes with it.
  const server = net.createServer((socket) => pipeline(socket, net.connect(port, host), socket, () => {}));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

interface Sold {
  readonly leadId: string;
  readonly data: { readonly status: string };
}

interface Waterfall {
  readonly data: readonly { readonly disposition: string }[];
}

interface Diagnosis {
  readonly checks: readonly { readonly name: string; readonly state: string; readonly message: string }[];
}

test('two first migrations at once, by migrators that are no superusers, apply each file once', async () => {
  const outputs = await Promise.all([command(external, env, ['migrate']), command(external, env, ['migrate'])]);
  const applied = outputs.join('\n').match(/^Applied \S+$/gm) ?? [];
  const files = [...(await readdir(MIGRATIONS)), ...(await readdir(KEYSTORE_MIGRATIONS))];
  assert.deepEqual(applied.toSorted(), files.map((file) => `Applied ${file}`).toSorted());
  assert.match(await command(external, env, ['migrate']), /^Nothing to do/m);
  for (const server of [application, keystore]) {
    const migrators = await server.psql("SELECT rolsuper FROM pg_roles WHERE rolname LIKE '%migrator'");
    assert.equal(migrators, 'f\n');
    assert.match(await server.psql("SELECT current_setting('server_version_num')"), /^1[5-8]\d{4}$/m);
  }
});

test('an address without verified TLS and a client certificate stops the start, naming its variable', async () => {
  const weaker = [
    ['CAREROUTE_DATABASE_URL', `?${proven}`, ''],
    ['CAREROUTE_DATABASE_URL', 'verify-full', 'verify-ca'],
    ['CAREROUTE_DATABASE_URL', /&sslcert=[^&]+/, ''],
    ['CAREROUTE_KEYSTORE_URL', 'verify-full', 'require'],
    ['CAREROUTE_KEYSTORE_URL', /&sslkey=[^&]+/, ''],
  ] as const;
  for (const [name, strong, weak] of weaker) {
    const output = await command(external, { ...env, [name]: env[name].replace(strong, weak) }, ['start'], 2);
    assert.match(output, new RegExp(`^ +${name}: .*(sslmode=verify-full|sslcert and sslkey)`, 'm'));
    assert.doesNotMatch(output, /postgres:\/\//);
  }
});

test('a server of another authority, and one known by another name, are not spoken to', async () => {
  const others = await makeCertificates(address);
  const unknown = proven.replace(`${certificates}/ca.crt`, `${others}/ca.crt`);
  const foreign = { ...env, CAREROUTE_DATABASE_URL: env.CAREROUTE_DATABASE_URL.replace(proven, unknown) };
  assert.match(await command(external, foreign, ['migrate'], 1), /certificate/);
  const elsewhere = await forwardTo(address, application.port);
  const url = env.CAREROUTE_DATABASE_URL.replace(`${address}:${application.port}`, `127.0.0.1:${elsewhere}`);
  assert.match(await command(external, { ...env, CAREROUTE_DATABASE_URL: url }, ['migrate'], 1), /altnames/);
});

test('the server takes nobody without a certificate of its authority, whatever the password', async () => {
  const bare = `sslmode=verify-full&sslrootcert=${certificates}/ca.crt`;
  await assert.rejects(application.psqlAt(asRole(APP_ROLES.app, bare), 'SELECT 1'), /valid client certificate/);
  await assert.rejects(
    application.psqlAt(asRole(APP_ROLES.app, 'sslmode=disable'), 'SELECT 1'),
    /no pg_hba.conf entry/,
  );
  assert.equal(await application.psqlAt(asRole(APP_ROLES.app), 'SELECT 1'), '1\n');
});

test('a lead goes all the way, and the buyer gets the licensed fields alone', async () => {
  const running = await startRunning(external, env);
  try {
    const campaign = running.market.partners[0]?.campaigns[0];
    assert.ok(campaign);
    const lead = sampleLead(campaign.id);
    const { treatment } = lead['custom'] as { treatment: string };
    const answer = await running.client(campaign.postingKey).call<Sold>('POST', '/api/v1/leads/submit', lead);
    assert.equal(answer.data.status, 'sold');
    const received = running.simulators.map((simulator) => simulator.received());
    assert.deepEqual(
      received.map(({ length }) => length),
      [1, 0, 0],
    );
    const { email, firstName, lastName, phone, state, zipCode } = lead;
    const { phone: delivered, ...rest } = received[0]?.[0]?.body ?? {};
    assert.deepEqual(rest, { email, firstName, lastName, state, zipCode, treatment });
    assert.match(String(delivered), new RegExp(`${String(phone)}$`));
    const path = `/api/v1/leads/${answer.leadId}/distributions`;
    const waterfall = await running.client(running.adminKey).call<Waterfall>('GET', path);
    assert.equal(waterfall.data[0]?.disposition, 'delivered');
    await nothingLeaked(lead);
  } finally {
    assert.equal(await running.stop(), 0);
  }
});

/** What identifies somebody in the lead stands in no dump, and neither that nor a password in a log of the servers. */
async function nothingLeaked(lead: Readonly<Record<string, unknown>>): Promise<void> {
  const personal = ['email', 'phone', 'ipAddress'].map((name) => String(lead[name]));
  const passwords = [...Object.values(env).map((url) => new URL(url).password), secrets.rolePassword(APP_ROLES.app)];
  const dumps = [await application.dump('careroute'), await keystore.dump('careroute_keystore')];
  const logs = await Promise.all([application, keystore].map((server) => readFile(server.logFile, 'utf8')));
  assert.match(dumps[0] ?? '', /COPY public\.leads /);
  for (const word of personal) for (const text of [...dumps, ...logs]) assert.ok(!text.includes(word));
  for (const word of passwords.filter(Boolean)) for (const text of logs) assert.ok(!text.includes(word));
}

const TABLES = `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`;

/** Whether the app role may read any column of a table: of those about people it may not. */
const isOpen = (table: string): string =>
  `SELECT has_any_column_privilege('${APP_ROLES.app}', 'public.${table}', 'SELECT');`;

test('the app role sees no row of any table without a context, though there are rows', async () => {
  const all = (await application.psql(TABLES, { database: 'careroute' })).trim().split('\n');
  const open = (await application.psql(all.map(isOpen).join('\n'), { database: 'careroute' })).trim().split('\n');
  const tables = all.filter((_table, index) => open[index] === 't');
  const closed = all.filter((table) => !tables.includes(table));
  assert.ok(closed.includes('users') && closed.includes('user_secrets'), closed.join());
  for (const table of closed)
    await assert.rejects(application.psqlAt(asRole(APP_ROLES.app), `SELECT FROM ${table}`), /permission denied/);
  assert.ok(tables.length > 15, 'the tables of tenants were not found');
  const counts = tables.map((table) => `SELECT '${table}', count(*) FROM ${table};`).join('\n');
  const seen = await application.psqlAt(asRole(APP_ROLES.app), counts);
  assert.deepEqual(
    seen.trim().split('\n'),
    tables.map((table) => `${table}|0`),
  );
  const there = await application.psql(counts, { database: 'careroute' });
  for (const table of ['leads', 'sales', 'audit_events', 'tenants'])
    assert.match(there, new RegExp(`^${table}\\|[1-9]`, 'm'));
});

test('no role that logs in may act as another, make anything, or change the rules', async () => {
  const roles = [...Object.values(APP_ROLES), 'careroute_owner', 'careroute_migrator', 'postgres'];
  for (const login of Object.values(APP_ROLES)) {
    for (const other of roles.filter((role) => role !== login))
      await assert.rejects(application.psqlAt(asRole(login), `SET ROLE ${other}`), /permission denied to set role/);
  }
  const forbidden = [
    'CREATE TABLE public.mine ()',
    'CREATE TEMP TABLE mine ()',
    'CREATE SCHEMA mine',
    'TRUNCATE leads',
    'ALTER TABLE leads DISABLE ROW LEVEL SECURITY',
    'DROP POLICY tenant_select ON leads',
    'SELECT * FROM app.context_keys',
    'SELECT * FROM graphile_worker.jobs',
    'DELETE FROM audit_events',
    "UPDATE audit_events SET action = 'x'",
  ];
  for (const login of [APP_ROLES.app, APP_ROLES.identity]) {
    for (const statement of forbidden)
      await assert.rejects(application.psqlAt(asRole(login), statement), /permission denied|must be owner/, statement);
  }
  assert.equal(await keystore.psqlAt(asKeystoreRole, 'SELECT count(*) > 0 FROM tenant_keys'), 't\n');
  for (const statement of ['SET ROLE careroute_keystore_owner', 'CREATE TABLE public.mine ()', 'TRUNCATE tenant_keys'])
    await assert.rejects(keystore.psqlAt(asKeystoreRole, statement), /permission denied/, statement);
});

/**
 * What everybody holds: on the database, on schemas that are ours, and on what stands in schemas that somebody enters.
 */
const PUBLIC_RIGHTS = `SELECT kind, name, privilege_type FROM (
    SELECT 'database', datname::text, coalesce(datacl, acldefault('d', datdba)) FROM pg_database
      WHERE datname = current_database()
    UNION ALL SELECT 'schema', nspname, coalesce(nspacl, acldefault('n', nspowner)) FROM pg_namespace
      WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    UNION ALL SELECT 'relation', c.oid::regclass::text, coalesce(relacl, acldefault('r', relowner)) FROM pg_class c
      WHERE relnamespace IN ('public'::regnamespace, 'app'::regnamespace, 'queue'::regnamespace)
    UNION ALL SELECT 'function', p.oid::regprocedure::text, coalesce(proacl, acldefault('f', proowner)) FROM pg_proc p
      WHERE pronamespace IN ('public'::regnamespace, 'app'::regnamespace, 'queue'::regnamespace)
  ) AS things (kind, name, acl), aclexplode(acl) WHERE grantee = 0 ORDER BY 1, 2, 3`;

test('everybody, which is to say PUBLIC, holds no right in either database', async () => {
  assert.equal(await application.psql(PUBLIC_RIGHTS, { database: 'careroute' }), '');
  const inKeystore = PUBLIC_RIGHTS.replaceAll(", 'app'::regnamespace, 'queue'::regnamespace", '');
  assert.equal(await keystore.psql(inKeystore, { database: 'careroute_keystore' }), '');
});

test('the doctor finds nothing wrong with databases that were set up as the manual says', async () => {
  const { checks } = JSON.parse(await command(external, env, ['doctor', '--json'])) as Diagnosis;
  const doubts = checks.filter(({ state }) => state !== 'ok').map(({ name }) => name);
  // The root key in a file, and no mail server.
  assert.deepEqual(doubts, ['key provider', 'mail']);
  assert.ok(checks.some(({ name, message }) => name === 'databases' && /over TLSv1\.[23]/.test(message)));
});

test('a password of the operator’s own is set on the role, and a foreign user is refused by name', async () => {
  const own = asRole(APP_ROLES.app).replace(/:[^:@]+@/, ':of-my-own-%26-choice@');
  const more = { ...env, CAREROUTE_DATABASE_URL_APP: own };
  await command(external, more, ['migrate']);
  assert.equal(await application.psqlAt(own, 'SELECT current_user'), 'careroute_app\n');
  await assert.rejects(application.psqlAt(asRole(APP_ROLES.app), 'SELECT 1'), /password authentication failed/);
  await command(external, env, ['migrate']);
  assert.equal(await application.psqlAt(asRole(APP_ROLES.app), 'SELECT current_user'), 'careroute_app\n');
  const foreign = { ...env, CAREROUTE_DATABASE_URL_APP: asRole(APP_ROLES.identity) };
  assert.match(
    await command(external, foreign, ['migrate'], 1),
    /CAREROUTE_DATABASE_URL_APP: name the user careroute_app/,
  );
});

test('migrating again changes no role: not even its verifier, so that a pooler goes on knowing it', async () => {
  const state =
    'SELECT a, s.setconfig FROM pg_authid a LEFT JOIN pg_db_role_setting s ON s.setrole = a.oid ORDER BY a.rolname';
  const before = await application.psql(state);
  assert.match(before, /careroute_app,.*SCRAM-SHA-256\$/);
  await command(external, env, ['migrate']);
  assert.equal(await application.psql(state), before);
});

test('when it is removed as the manual says, neither database nor role is left', async () => {
  await application.psql(manual.block('Removal', 'sql', 1));
  await keystore.psql(manual.block('Removal', 'sql', 2));
  const left = `SELECT rolname FROM pg_roles WHERE rolname LIKE 'careroute%'
    UNION ALL SELECT datname FROM pg_database WHERE datname LIKE 'careroute%'`;
  for (const server of [application, keystore]) assert.equal(await server.psql(left), '');
});
