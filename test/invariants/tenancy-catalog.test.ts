import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { APP_ROLES, KEYSTORE_ROLE } from '../../src/entry/compose/databases.ts';
import type { Database } from '../../src/platform/postgres/index.ts';
import { freshDatabases, type TestDatabases } from '../kit/database.ts';
import { assertGolden } from '../kit/golden.ts';
import { tenantTables } from '../kit/rows.ts';
import { IDENTITY_POLICIES, isIdentityPolicy, policiesOf, visibilityOf } from '../kit/visibility.ts';

let databases: TestDatabases;
let owner: Database;

before(async () => {
  databases = await freshDatabases();
  ({ owner } = databases);
});
after(() => databases.drop());

/** The one text column `line` of a query, in its order. */
async function lines(text: string, values: readonly unknown[] = [], database = owner): Promise<string[]> {
  const rows = await database.query<{ line: string }>({ text, values });
  return rows.map((row) => row.line);
}

const LOGINS = Object.values(APP_ROLES);
const OUR_SCHEMAS = `('app', 'public', 'queue')`;

test('every table has a tenant in each row, and row security that binds its owner too', async () => {
  const tables = await tenantTables(owner);
  assert.ok(tables.length >= 20, `only ${tables.length} tables`);
  const sound = await lines(
    `SELECT c.relname AS line FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'tenant_id'
      AND a.atttypid = 'uuid'::regtype AND a.attnotnull AND NOT a.attisdropped
      AND c.relrowsecurity AND c.relforcerowsecurity ORDER BY c.relname`,
  );
  assert.deepEqual(sound, tables);
});

test('every table has a policy for each command, of column comparisons only, as row-visibility.txt says', async () => {
  const policies = await policiesOf(owner);
  const tables = await tenantTables(owner);
  const privileges = await lines(
    `SELECT c.relname || ' | ' || string_agg(g.privilege_type, ' ' ORDER BY g.privilege_type) AS line
      FROM pg_class AS c, aclexplode(c.relacl) AS g
      WHERE c.relnamespace = 'public'::regnamespace AND g.grantee = $1::regrole GROUP BY c.relname`,
    [APP_ROLES.app],
  );
  const may = new Map(privileges.map((line) => [line.split(' | ')[0], line.split(' | ')[1]]));
  const seen = tables.map((name) => {
    const visibility = visibilityOf(name, policies);
    assert.ok(visibility, `${name}: a policy is missing, twice there, or of another shape than app.protect gives`);
    const { readers, writers, guests } = visibility;
    return [name, readers, writers, guests, may.get(name) ?? 'nothing'].join(' | ');
  });
  assertGolden(
    'row-visibility.txt',
    [
      'Whose rows of each table somebody reaches, by the policies; and what the app role may do at all.',
      'tenant: every row of the own tenant. staff: those, for staff only. buyer, partner: staff too, and own rows.',
      'partners: staff, and every partner of the tenant. What all partners may know, and no buyer.',
      'guests: what somebody of the installation, let in for a while, reads: all rows, or those of one lead.',
      'table | readers | writers | guests | privileges of the app role',
    ],
    seen,
  );
});

test('the only other policies are those of the identity role, which let it look up keys and list tenants', async () => {
  const policies = await policiesOf(owner);
  const others = policies.filter(isIdentityPolicy);
  assert.deepEqual(
    others.map(({ table, name }) => `${table}.${name}`),
    IDENTITY_POLICIES,
  );
  for (const policy of others) {
    assert.deepEqual([policy.command, policy.roles, policy.using], ['SELECT', ['careroute_identity'], 'true']);
  }
  const tenantPolicies = policies.filter((policy) => !isIdentityPolicy(policy));
  assert.deepEqual(new Set(tenantPolicies.map((policy) => policy.roles.join())), new Set(['public']));
  assert.deepEqual(new Set(policies.map((policy) => policy.permissive)), new Set(['PERMISSIVE']));
});

const OPEN_COLUMNS = [
  'api_keys.last_used_address',
  'api_keys.last_used_at',
  'api_keys.revoked_at',
  'api_keys.revoked_reason',
  'buyers.id',
  'buyers.status',
  'buyers.tenant_id',
  'campaigns.allowed_origins',
  'campaigns.id',
  'campaigns.spec_number',
  'campaigns.status',
  'campaigns.tenant_id',
  'custom_roles.base_role',
  'custom_roles.id',
  'custom_roles.name',
  'custom_roles.tenant_id',
  'decisions.sealed_details',
  'lead_checks.reference',
  'lead_checks.token',
  'lead_notes.sealed_note',
  'partners.id',
  'partners.status',
  'partners.tenant_id',
  'reveal_reasons.sealed_reason',
  'sessions.ended_at',
  'sessions.expires_at',
  'sessions.session_id',
  'sessions.stage',
  'sessions.tenant_id',
  'setup_tokens.tenant_id',
  'setup_tokens.token_hash',
  'tenants.approved_at',
  'tenants.created_at',
  'tenants.domain',
  'tenants.features',
  'tenants.is_demo',
  'tenants.kind',
  'tenants.logo_url',
  'tenants.name',
  'tenants.plan',
  'tenants.settings',
  'tenants.slug',
  'tenants.status',
  'tenants.status_reason',
  'tenants.tenant_id',
  'tenants.time_zone',
  'tenants.updated_at',
];

test('single columns are open to a role only where it needs no others', async () => {
  assert.deepEqual(
    await lines(`SELECT c.relname || '.' || a.attname AS line FROM pg_attribute AS a JOIN pg_class AS c ON c.oid =
      a.attrelid
      WHERE a.attacl IS NOT NULL AND c.relnamespace = 'public'::regnamespace ORDER BY 1`),
    OPEN_COLUMNS,
  );
});

test('every unique index and every foreign key leads with the tenant', async () => {
  const unique = await lines(
    `SELECT i.indexrelid::regclass::text AS line FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid
      LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'careroute_migrations' AND i.indisunique
      AND a.attname IS DISTINCT FROM 'tenant_id' ORDER BY 1`,
  );
  // Looked up before a tenant is known: by the identity role, and by public pages.
  assert.deepEqual(unique, [
    'api_keys_by_hash',
    'passkeys_by_credential',
    'sessions_by_token',
    'setup_tokens_once',
    'tenants_one_installation',
    'tenants_slug_key',
    'user_links_by_token',
  ]);
  const foreign = await lines(
    `SELECT k.conname AS line FROM pg_constraint AS k
      JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
      JOIN pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
      AND (a.attname <> 'tenant_id' OR b.attname <> 'tenant_id')`,
  );
  assert.deepEqual(foreign, []);
  assert.ok((await lines(`SELECT conname AS line FROM pg_constraint WHERE contype = 'f'`)).length > 25);
});

test('there is nothing that answers with others’ rights, but the functions of definer-functions.txt', async () => {
  const views = await lines(
    `SELECT c.oid::regclass::text AS line FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
      AND (c.relkind IN ('m', 'f')
        OR c.relkind = 'v' AND NOT coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}')
      AND (n.nspname IN ${OUR_SCHEMAS} OR has_schema_privilege($1, n.oid, 'USAGE')) ORDER BY 1`,
    [APP_ROLES.app],
  );
  assert.deepEqual(views, []);
  const functions = await lines(
    `SELECT concat_ws(' | ', p.oid::regprocedure::text, pg_get_userbyid(p.proowner), array_to_string(p.proconfig, ', '),
        (SELECT string_agg(coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC'), ' ' ORDER BY
          g.grantee::regrole::text)
          FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS g WHERE g.grantee <> p.proowner)) AS line
      FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  for (const line of functions) assert.match(line, / \| search_path=(pg_catalog|"")/, line);
  assertGolden(
    'definer-functions.txt',
    [
      'Functions that run with the rights of their owner (SECURITY DEFINER), each with a fixed search path.',
      'function | owner | settings | who else may call it',
    ],
    functions,
  );
});

test('every function of ours has a fixed search path', async () => {
  assert.deepEqual(
    await lines(`SELECT p.oid::regprocedure::text AS line FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid =
      p.pronamespace
      WHERE n.nspname IN ${OUR_SCHEMAS} AND NOT coalesce(array_to_string(p.proconfig, ','), '') ~ '^search_path='`),
    [],
  );
});

test('the login roles may do no more than their work: no bypass, no ownership, no way round the policies', async () => {
  const roles = [...LOGINS, KEYSTORE_ROLE];
  assert.deepEqual(
    await lines(
      `SELECT rolname AS line FROM pg_roles WHERE rolname = ANY($1) AND (rolsuper OR rolbypassrls OR rolcreaterole
      OR rolcreatedb OR rolreplication OR rolinherit OR NOT rolcanlogin)`,
      [roles],
    ),
    [],
  );
  assert.deepEqual(
    await lines(`SELECT rolname AS line FROM pg_roles WHERE rolname = 'careroute_owner' AND rolcanlogin`),
    [],
  );
  assert.deepEqual(
    await lines(
      `SELECT c.oid::regclass::text AS line FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('app', 'public') AND pg_get_userbyid(c.relowner) = ANY($1)`,
      [roles],
    ),
    [],
  );
  const excess = await lines(
    `SELECT c.relname || ' ' || r.name || ' ' || p.name AS line FROM pg_class AS c,
      unnest($1::text[]) AS r (name), unnest('{TRUNCATE,REFERENCES,TRIGGER}'::text[]) AS p (name)
      WHERE c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND c.relkind = 'r'
      AND has_table_privilege(r.name, c.oid, p.name)`,
    [LOGINS],
  );
  assert.deepEqual(excess, []);
  const makes = await lines(
    `SELECT r.name || ' creates in ' || n.nspname AS line FROM pg_namespace AS n, unnest($1::text[]) AS r (name)
      WHERE has_schema_privilege(r.name, n.oid, 'CREATE')
      UNION ALL SELECT r.name || ' has ' || p.name FROM unnest($1::text[]) AS r (name), unnest('{CREATE,TEMP}'::text[])
        AS p (name)
      WHERE has_database_privilege(r.name, current_database(), p.name) ORDER BY 1`,
    [[APP_ROLES.app, APP_ROLES.identity]],
  );
  assert.deepEqual(makes, []);
});

test('no login role may act as another, or as an owner', async () => {
  const text = `SELECT m.member::regrole || ' in ' || m.roleid::regrole AS line FROM pg_auth_members AS m
    JOIN pg_roles AS r ON r.oid = m.member WHERE r.rolname LIKE 'careroute%' AND NOT r.rolsuper`;
  assert.deepEqual(await lines(text), []);
  assert.deepEqual(await lines(text, [], databases.keystoreOwner), []);
});

test('each role enters only where it works: the key of the contexts and the queue stay closed', async () => {
  const open = await lines(
    `SELECT r.name || ' reads ' || c.oid::regclass AS line FROM pg_class AS c JOIN pg_namespace AS n ON n.oid =
      c.relnamespace,
      unnest($1::text[]) AS r (name)
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public')
      AND n.nspname NOT LIKE 'pg_toast%' AND has_schema_privilege(r.name, n.oid, 'USAGE')
      AND has_any_column_privilege(r.name, c.oid, 'SELECT')`,
    [[APP_ROLES.app, APP_ROLES.identity]],
  );
  // What is known before any tenant is: challenges, and counts under keyed hashes.
  assert.deepEqual(open.toSorted(), [
    'careroute_identity reads identity.attempts',
    'careroute_identity reads identity.challenges',
    'careroute_identity reads identity.rate_windows',
  ]);
  const key = await lines(
    `SELECT r.name AS line FROM unnest($1::text[]) AS r (name)
      WHERE has_any_column_privilege(r.name, 'app.context_keys', 'SELECT')
      OR has_function_privilege(r.name, 'app.verified()', 'EXECUTE')`,
    [LOGINS],
  );
  assert.deepEqual(key, []);
  const byDefault = await lines(
    `SELECT d.defaclrole::regrole || ' gives ' || g.privilege_type AS line FROM pg_default_acl AS d,
      aclexplode(d.defaclacl) AS g
      WHERE g.grantee <> d.defaclrole`,
  );
  assert.deepEqual(byDefault, []);
});
