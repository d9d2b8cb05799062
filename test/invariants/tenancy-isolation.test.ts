import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDatabase, type Session } from '../../src/platform/postgres/index.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { type Cast, castOf, isolationFaults, undone } from '../kit/isolation.ts';
import { makeParties, type Parties } from '../kit/parties.ts';
import { tenantTables } from '../kit/rows.ts';
import {
  IDENTITY_POLICIES,
  isIdentityPolicy,
  policiesOf,
  type Policy,
  scopeOf,
  type Visibility,
  visibilityOf,
} from '../kit/visibility.ts';

let app: TestApp;
let parties: Parties;
let cast: Cast;
let policies: Policy[];
let tables: Visibility[];

before(async () => {
  app = await startApp();
  parties = await makeParties(app);
  cast = castOf(parties, new Date());
  policies = await policiesOf(app.owner);
  const names = await tenantTables(app.owner);
  tables = names.flatMap((name) => visibilityOf(name, policies) ?? []);
  assert.deepEqual(
    tables.map((table) => table.name),
    names,
    'policies of a table could not be read',
  );
});
after(async () => {
  await parties.stop();
  await app.stop();
});

async function count(table: string, where: string): Promise<number> {
  const [row] = await app.owner.query<{ n: number }>({ text: `SELECT count(*) AS n FROM ${table} WHERE ${where}` });
  return row?.n ?? 0;
}

test('every table holds rows of two tenants, and of two buyers and partners where it tells them apart', async () => {
  const [, buyer, partner] = cast.actors;
  const empty: string[] = [];
  const need = async (table: string, where: string): Promise<void> => {
    if ((await count(table, where)) === 0) empty.push(`${table} where ${where}`);
  };
  for (const { name, readers } of tables) {
    for (const tenant of [cast.own, cast.foreign]) await need(name, `tenant_id = '${tenant}'`);
    for (const actor of [buyer, partner]) {
      if (!actor || ![actor.name, 'buyer_or_partner'].includes(readers)) continue;
      for (const id of [actor.id, actor.other])
        await need(name, `tenant_id = '${cast.own}' AND ${actor.name}_id = '${id}'`);
    }
  }
  assert.deepEqual(empty, []);
});

async function allOf(found: AsyncIterable<string>): Promise<string[]> {
  const faults: string[] = [];
  for await (const fault of found) faults.push(fault);
  return faults;
}

test('every actor reaches its own rows and no others, and without a good context there are none', async () => {
  for (const table of tables) {
    const faults = await undone(app.owner, (session) => allOf(isolationFaults(session, table, cast)));
    assert.deepEqual(faults, [], table.name);
  }
});

/** Tables of people, of which the app role has no column at all. */
async function closedToApp(): Promise<string[]> {
  const rows = await app.owner.query<{ name: string }>({
    text: `SELECT c.relname AS name FROM pg_class AS c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND NOT has_any_column_privilege('careroute_app', c.oid, 'SELECT')`,
  });
  return rows.map((row) => row.name);
}

test('a login of the app role sees nothing without a context, and with one its tenant only', async () => {
  const database = openDatabase({
    url: app.urls.app,
    maxConnections: 1,
    applicationName: 'careroute-test',
    onIdleError: () => {},
  });
  const seen = async (ctx: string | undefined, table: string, where: string): Promise<number> => {
    const preamble = ctx === undefined ? 'SET LOCAL ROLE NONE' : `SET LOCAL app.ctx = '${ctx}'`;
    const rows = await database.transaction(preamble, (session) =>
      session.query({ text: `SELECT 1 FROM ${table} WHERE ${where}` }),
    );
    return rows.length;
  };
  const closed = new Set(await closedToApp());
  assert.ok(closed.size >= 10);
  for (const { name } of tables) {
    if (closed.has(name)) {
      await assert.rejects(seen(cast.actors[0]?.ctx, name, 'true'), { code: '42501' }, name);
      continue;
    }
    for (const { name: what, ctx } of cast.void) assert.equal(await seen(ctx, name, 'true'), 0, `${name} with ${what}`);
    const staff = cast.actors[0]?.ctx;
    assert.equal(await seen(staff, name, 'true'), await count(name, `tenant_id = '${cast.own}'`), name);
    assert.equal(await seen(staff, name, `tenant_id = '${cast.foreign}'`), 0, name);
  }
  await database.close();
});

interface Mutation {
  readonly table: Visibility;
  readonly what: string;
  readonly sql: string;
}

const clauses = ({ using, check }: Policy, text: string): string =>
  `${using === null ? '' : `USING (${text})`} ${check === null ? '' : `WITH CHECK (${text})`}`;

/** Every way to weaken one policy: drop it, replace either of its sides by `true`, let the whole tenant through. */
function mutationsOf(policy: Policy, table: Visibility): Mutation[] {
  const { name, using, check } = policy;
  const alter = `ALTER POLICY ${name} ON ${table.name}`;
  const drop = `DROP POLICY ${name} ON ${table.name}`;
  const of = (what: string, sql: string): Mutation => ({ table, what: `${table.name}.${name}: ${what}`, sql });
  if (isIdentityPolicy(policy)) {
    const open = `${drop}; CREATE POLICY ${name} ON ${table.name} FOR SELECT TO PUBLIC USING (true)`;
    return [of('dropped', drop), of('false', `${alter} USING (false)`), of('for everybody', open)];
  }
  return [
    of('dropped', drop),
    ...(using === null ? [] : [of('USING true', `${alter} USING (true)`)]),
    ...(check === null ? [] : [of('WITH CHECK true', `${alter} WITH CHECK (true)`)]),
    ...(scopeOf(using ?? check) === 'tenant'
      ? []
      : [of('whole tenant', `${alter} ${clauses(policy, 'tenant_id = app.tenant()')}`)]),
  ];
}

function allMutations(): Mutation[] {
  return tables.flatMap((table) => [
    ...policies.filter((policy) => policy.table === table.name).flatMap((policy) => mutationsOf(policy, table)),
    { table, what: `${table.name}: row security off`, sql: `ALTER TABLE ${table.name} DISABLE ROW LEVEL SECURITY` },
    { table, what: `${table.name}: not forced`, sql: `ALTER TABLE ${table.name} NO FORCE ROW LEVEL SECURITY` },
  ]);
}

/** The first thing that the checks find wrong after a mutation; undefined if it went unnoticed. */
async function noticed(session: Session, { table, sql }: Mutation): Promise<string | undefined> {
  await session.query({ text: sql });
  for await (const fault of isolationFaults(session, table, cast)) return fault;
  return undefined;
}

test('whichever policy is dropped or weakened, the checks of its table turn red', async () => {
  const mutations = allMutations();
  const survivors: string[] = [];
  for (const mutation of mutations) {
    const { fault } = await undone(app.owner, async (session) => ({ fault: await noticed(session, mutation) }));
    if (fault === undefined) survivors.push(mutation.what);
  }
  assert.deepEqual(survivors, []);
  const tenantPolicies = policies.filter((policy) => !isIdentityPolicy(policy));
  const sides = tenantPolicies.flatMap(({ using, check }) => [using, check]).filter((side) => side !== null);
  const narrow = tenantPolicies.filter(({ using, check }) => scopeOf(using ?? check) !== 'tenant');
  const expected =
    tenantPolicies.length + sides.length + narrow.length + 3 * IDENTITY_POLICIES.length + 2 * tables.length;
  assert.equal(mutations.length, expected);
  assert.ok(mutations.length > 10 * tables.length, `only ${mutations.length} mutations of ${tables.length} tables`);
});

test('the mutations left nothing behind', async () => {
  assert.deepEqual(await policiesOf(app.owner), policies);
  assert.deepEqual(app.problems, []);
});
