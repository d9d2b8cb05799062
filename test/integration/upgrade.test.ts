import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { hashApiKey } from '../../src/core/access/api-key.ts';
import { createKeyAuthenticator, type KeyAuthenticator, permits, scopesFor } from '../../src/core/access/index.ts';
import { contextKeyPads, createTenancy } from '../../src/core/tenancy/index.ts';
import { MIGRATIONS } from '../../src/entry/compose/databases.ts';
import { newId } from '../../src/kernel/ids.ts';
import { STANDARD_CODES } from '../../src/leads/outcomes/domain/standard-codes.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { type Database, migrate, openDatabase } from '../../src/platform/postgres/index.ts';
import { onServer, sharedCluster, TEST_SECRETS, testUrls } from '../kit/cluster.ts';
import { AT, RELEASED_KEY_INSERT, RELEASED_KEYS, RELEASED_ROWS, type ReleasedKey } from '../kit/released-rows.ts';
import { RELEASED_POLICY } from '../kit/released-rows.ts';
import { tenantTables } from '../kit/rows.ts';

/** The last migration of the first release that somebody may have data in. */
const RELEASED = '0011-buyer-lead-ids.sql';
/** The last one by which an account knew only who gave access to it last. */
const BEFORE_BONDS = '0020-identity-queue.sql';
/** The last one by which groups of verticals had no codes. */
const BEFORE_CODES = '0059-one-more-job.sql';
const GROUP = newId();
const [GIVER, GIVEN, OWN] = [newId(), newId(), newId()];
const GIVEN_AT = new Date('2026-01-05T09:00:00Z');
const database = `u_${randomBytes(6).toString('hex')}`;
const urls = testUrls(sharedCluster(), database, database);
const open = (url: string): Database =>
  openDatabase({ url, maxConnections: 2, applicationName: 'careroute-test', onIdleError: () => {} });
const [owner, identity] = [open(urls.application), open(urls.identity)];

type Row = Readonly<Record<string, unknown>>;
type Rows = ReadonlyMap<string, readonly Row[]>;
const released = Object.entries(RELEASED_KEYS) as [ReleasedKey, (typeof RELEASED_KEYS)[ReleasedKey]][];
/** A key as the first release made them: without an id and a checksum. */
const keyOf = (key: ReleasedKey): string => `lr_live_${Buffer.from(key).toString('hex').padEnd(43, '0')}`;
const problems: unknown[] = [];
let earlier: Rows = new Map();
let later: Rows = new Map();
let keyring: KeyAuthenticator;

before(async () => {
  await onServer(sharedCluster(), (run) => run(`CREATE DATABASE ${database}`));
  await migrateUpTo(RELEASED);
  for (const text of RELEASED_ROWS) await owner.query({ text });
  for (const [key, { kind, readOnly, piiAccess }] of released) {
    const hash = hashApiKey(TEST_SECRETS.keyPepper, keyOf(key));
    await owner.query({ text: RELEASED_KEY_INSERT, values: [key, kind, readOnly, piiAccess, hash] });
  }
  earlier = await everyRow(await tenantTables(owner));
  await migrateUpTo(BEFORE_BONDS);
  await owner.query({
    text: `INSERT INTO users (tenant_id, user_id, email, role, access_given_by, access_given_at) VALUES
      ($1, $2, 'one@example.test', 'owner', NULL, NULL), ($1, $3, 'two@example.test', 'admin', $2, $4),
      ($1, $5, 'three@example.test', 'admin', $5, $4)`,
    values: [AT.tenantId, GIVER, GIVEN, GIVEN_AT, OWN],
  });
  await migrateUpTo(BEFORE_CODES);
  await owner.query({
    text: `INSERT INTO vertical_groups (tenant_id, id, name) VALUES ($1, $2, 'Dental')`,
    values: [AT.tenantId, GROUP],
  });
  await migrateFrom(MIGRATIONS);
  later = await everyRow([...earlier.keys()]);
  const identityTenancy = createTenancy(identity, TEST_SECRETS.contextKey, systemClock);
  const onFailure = (error: unknown): void => void problems.push(error);
  const deps = { identity, identityTenancy, pepper: TEST_SECRETS.keyPepper, clock: systemClock, onFailure };
  keyring = createKeyAuthenticator(deps);
});
after(async () => {
  await identity.close();
  await owner.close();
  await onServer(sharedCluster(), (run) => run(`DROP DATABASE ${database} WITH (FORCE)`));
  assert.deepEqual(problems, [], 'the last use of a key was noted');
});

/** Applies the files up to one. */
async function migrateUpTo(last: string): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-released-'));
  const files = (await readdir(MIGRATIONS)).filter((file) => file <= last);
  for (const file of files) await cp(path.join(MIGRATIONS, file), path.join(directory, file));
  await migrateFrom(directory);
  await rm(directory, { recursive: true });
}

/** Applies the files of a directory. The roles of the server are there already, and other tests use them meanwhile. */
async function migrateFrom(directory: string): Promise<void> {
  const { inner, outer } = contextKeyPads(TEST_SECRETS.contextKey);
  await migrate({
    url: urls.application,
    directory,
    roles: [],
    async prepare(session) {
      await session.query({
        text: `GRANT CREATE ON DATABASE ${database} TO careroute_owner, careroute_queue;
          GRANT USAGE, CREATE ON SCHEMA public TO careroute_owner;
          CREATE SCHEMA IF NOT EXISTS queue AUTHORIZATION careroute_queue`,
      });
    },
    async finish(session) {
      const text = 'INSERT INTO app.context_keys VALUES (1, $1, $2) ON CONFLICT DO NOTHING';
      await session.query({ text, values: [inner, outer] });
    },
  });
}

async function everyRow(tables: readonly string[]): Promise<Rows> {
  const found = new Map<string, Row[]>();
  for (const table of tables) {
    const rows = await owner.query<{ row: Row }>({ text: `SELECT to_jsonb(t) AS row FROM ${table} AS t` });
    const sorted = rows.map(({ row }) => row).toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
    found.set(table, sorted);
  }
  return found;
}

/** What tells the rows of a table apart: the ids in it. */
const nameOf = (row: Row): string => JSON.stringify(withColumns(row, (column) => column.endsWith('_id')));

function withColumns(row: Row, wanted: (column: string) => boolean): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => wanted(column)));
}

/** Columns whose values stand in another table now. */
const MOVED: Readonly<Record<string, readonly string[]>> = { contracts: ['last_won_at'] };

test('an upgrade loses no row and changes no value of the columns that there were', () => {
  for (const [table, rows] of earlier) {
    assert.ok(rows.length > 0, `${table} holds something`);
    const kept = later.get(table)?.map((row) => withColumns(row, (column) => column in (rows[0] ?? {})));
    const stayed = rows.map((row) => withColumns(row, (column) => !MOVED[table]?.includes(column)));
    assert.deepEqual(kept, stayed, table);
  }
});

test('what an upgrade adds to older rows is empty, or what was known of them already', () => {
  const all = ['routing', 'messaging', 'calls', 'call_data_write'];
  const scopes = { admin: ['posting', ...all, 'admin'], buyer: all, partner: all, posting: ['posting'] };
  const tenant = { kind: 'operator', plan: 'standard', settings: {}, features: {} };
  for (const [table, rows] of later) {
    const known = earlier.get(table)?.[0] ?? {};
    for (const row of rows) {
      const added = withColumns(row, (column) => !(column in known || column === 'updated_at' || row[column] === null));
      const [, ofKind] = Object.entries(scopes).find(([kind]) => kind === row['kind']) ?? [];
      const lead = later.get('leads')?.find((one) => one['lead_id'] === row['lead_id']);
      const expected: Readonly<Record<string, object>> = {
        tenants: tenant,
        api_keys: { scopes: ofKind },
        sales: {
          lead_received_at: lead?.['received_at'],
          offer_id: lead?.['offer_id'],
          pool: 'primary',
          payout_per_sale: false,
          picked: false,
          counted_on: '2026-03-01',
          buyer_counted_on: '2026-03-01',
          round: 1,
        },
        buyers: { caps: {}, dedup_enabled: false, dedup_fields: ['email', 'phone'], dedup_window_days: 30 },
        verticals: { dedup_match: 'any', dedup_sold_only: false },
        campaigns: {
          caps: {},
          pricing_model: 'fixed',
          under_margin: false,
          shadow: false,
          allowed_origins: [],
          ping_deadline_ms: 1000,
          spec_number: 1,
        },
        offers: { fallback_rule: 'priority', affinity: 'off', affinity_days: 30, states: [] },
        offer_contracts: { pool: 'primary' },
        lead_fields: { ping_safe: false },
        decisions: { plan: { distributionType: 'exclusive' }, round: 1 },
      };
      assert.deepEqual(added, expected[table] ?? {}, table);
    }
  }
});

test('an upgrade counts what was sold before it, and knows whose turn it was', async () => {
  const { tenantId, buyerId } = AT;
  const counted = await owner.query({
    text: `SELECT owner_id = $2 AS "isBuyer", day::text, leads, spend_cents::int AS cents FROM cap_usage
      WHERE tenant_id = $1 ORDER BY 1`,
    values: [tenantId, buyerId],
  });
  const sold = { day: '2026-03-01', leads: 1, cents: 4200 };
  assert.deepEqual(counted, [
    { isBuyer: false, ...sold },
    { isBuyer: true, ...sold },
  ]);
  const turns = await owner.query({ text: 'SELECT turn FROM offer_turns WHERE tenant_id = $1', values: [tenantId] });
  assert.deepEqual(turns, [{ turn: Date.parse('2026-03-01T12:00:00Z') * 1000 }]);
});

test('an upgrade lists the public offers that there were, for partners', async () => {
  const listed = await owner.query({ text: 'SELECT name, description, status, states FROM offer_listings' });
  assert.deepEqual(listed, [{ name: 'Exclusive', description: 'All', status: 'paused', states: [] }]);
});

test('an upgrade gives groups that there were the codes that new ones begin with', async () => {
  const codes = await owner.query({
    text: `SELECT label, slug, category, triggers_return AS "triggersReturn", return_reason AS "returnReason",
        is_active AS "isActive", sort_order AS "sortOrder"
      FROM disposition_codes WHERE vertical_group_id = $1 ORDER BY sort_order`,
    values: [GROUP],
  });
  assert.deepEqual(codes, STANDARD_CODES);
});

test('a key of the first release opens what it opened, with the same access to personal data', async () => {
  const { tenantId, buyerId, partnerId, campaignId } = AT;
  const bound = { admin: {}, buyer: { buyerId }, partner: { partnerId }, posting: { partnerId, campaignId } };
  for (const key of ['admin', 'adminThatOnlyReads', 'buyer', 'partner', 'posting'] as const) {
    const { kind, readOnly, piiAccess } = RELEASED_KEYS[key];
    const { actorId, scopes, ...caller } = await keyring.authenticate(keyOf(key), '127.0.0.1');
    const said = JSON.parse(JSON.stringify(caller));
    assert.deepEqual(said, { tenantId, role: kind, readOnly, piiAccess, ...bound[kind] }, actorId);
    const closed = Object.entries(RELEASED_POLICY).filter(([right, kinds]) => {
      const permission = right as keyof typeof RELEASED_POLICY;
      const isOpen = permits(kind, permission) && scopesFor(kind, permission).some((scope) => scopes?.has(scope));
      return !isOpen && kinds.some((one) => one === kind);
    });
    assert.deepEqual(closed, [], key);
  }
});

test('a key that opened nothing before an upgrade opens nothing after it', async () => {
  for (const key of ['revoked', 'expired', 'fromElsewhere'] as const)
    await assert.rejects(keyring.authenticate(keyOf(key), '127.0.0.1'), { code: 'UNAUTHORIZED' }, key);
  assert.equal((await keyring.authenticate(keyOf('fromElsewhere'), '192.0.2.9')).role, 'admin');
});

test('whoever gave access before an upgrade is bound by it afterwards', async () => {
  const bonds = await owner.query({
    text: 'SELECT user_id AS "userId", given_by AS by, given_at AS at FROM access_bonds',
  });
  assert.deepEqual(bonds, [{ userId: GIVEN, by: GIVER, at: GIVEN_AT }]);
});
