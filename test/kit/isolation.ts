import { signContext } from '../../src/core/tenancy/context.ts';
import type { TenantContext } from '../../src/core/tenancy/index.ts';
import type { Database, Session } from '../../src/platform/postgres/index.ts';
import { TEST_SECRETS } from './cluster.ts';
import type { Parties } from './parties.ts';
import type { Visibility } from './visibility.ts';

/** Who looks: contexts that hold, and such that must count as none. */
export interface Cast {
  readonly own: string;
  readonly foreign: string;
  readonly actors: readonly Actor[];
  readonly void: readonly { readonly name: string; readonly ctx: string | undefined }[];
}

export interface Actor {
  readonly name: 'staff' | 'buyer' | 'partner' | 'member' | 'guest';
  readonly ctx: string;
  /** Its own id, and that of another of its kind in the tenant; none for staff and members. For a guest, its lead. */
  readonly id: string;
  readonly other: string;
}

const ANYBODY = '00000000-0000-7000-8000-00000000000a';
const MINUTE_MS = 60_000;

/** The cast of a play with two parties of one tenant and one of another. */
export function castOf({ own, other, foreign }: Parties, now: Date): Cast {
  const { tenantId } = own;
  const sign = (context: TenantContext, key = TEST_SECRETS.contextKey, at = now) => signContext(key, context, at);
  const staff: TenantContext = { tenantId, actor: { kind: 'staff', id: ANYBODY } };
  const [buyerId, partnerId] = [own.buyerId, own.partnerId];
  const buyer: TenantContext = { tenantId, actor: { kind: 'buyer', id: ANYBODY, buyerId } };
  const partner: TenantContext = { tenantId, actor: { kind: 'partner', id: ANYBODY, partnerId } };
  const guest: TenantContext = { tenantId, actor: { kind: 'guest', id: ANYBODY, subjectId: own.leadId } };
  const foreigner = sign({ ...staff, tenantId: foreign.tenantId });
  return {
    own: tenantId,
    foreign: foreign.tenantId,
    actors: [
      { name: 'staff', ctx: sign(staff), id: '', other: '' },
      { name: 'buyer', ctx: sign(buyer), id: buyerId, other: other.buyerId },
      { name: 'partner', ctx: sign(partner), id: partnerId, other: other.partnerId },
      { name: 'member', ctx: sign({ tenantId, actor: { kind: 'member', id: ANYBODY } }), id: '', other: '' },
      { name: 'guest', ctx: sign(guest), id: own.leadId, other: other.leadId },
    ],
    void: [
      { name: 'no context', ctx: undefined },
      { name: 'an empty context', ctx: '' },
      { name: 'a malformed context', ctx: `v2.${tenantId}` },
      { name: 'a long malformed context', ctx: 'x.'.repeat(60) },
      { name: 'an expired context', ctx: sign(staff, undefined, new Date(now.getTime() - 10 * MINUTE_MS)) },
      { name: 'a context signed with another key', ctx: sign(staff, Buffer.alloc(32, 7)) },
      { name: 'a foreign context with another tenant put in', ctx: foreigner.replace(foreign.tenantId, tenantId) },
      { name: 'a context of a buyer made staff', ctx: sign(buyer).replace('.buyer.', '.staff.') },
      {
        name: 'a context with a changed signature',
        ctx: sign(staff).replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      },
      { name: 'a context made longer', ctx: `${sign(staff)}0` },
    ],
  };
}

class Undone extends Error {}

/** Does something in a transaction that is rolled back afterwards. */
export async function undone<T>(database: Database, work: (session: Session) => Promise<T>): Promise<T> {
  const values: T[] = [];
  const ended = database.transaction('', async (session) => {
    values.push(await work(session));
    throw new Undone();
  });
  await ended.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  const [value] = values;
  if (value === undefined) throw new Error('the work gave nothing');
  return value;
}

/** What a statement came to: how many rows it gave, or the SQLSTATE that refused it. */
type Outcome = number | string;

/** As whom a statement is run. */
interface Guise {
  readonly role: string;
  readonly ctx: string | undefined;
}

const OWNER: Guise = { role: 'careroute_owner', ctx: undefined };
const appWith = (ctx: string | undefined): Guise => ({ role: 'careroute_app', ctx });

/** Runs one statement as a role with a context, and takes back all that it did. */
async function tried(session: Session, { role, ctx }: Guise, text: string, value?: unknown): Promise<Outcome> {
  const context = ctx === undefined ? '' : `; SET LOCAL app.ctx = '${ctx}'`;
  await session.query({ text: `SAVEPOINT trial; SET LOCAL ROLE ${role}${context}` });
  try {
    const rows = await session.query({ text, ...(value === undefined ? {} : { values: [value] }) });
    return rows.length;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  } finally {
    await session.query({ text: 'ROLLBACK TO SAVEPOINT trial' });
  }
}

/** The condition on rows that an actor may reach in a scope. */
function reach(scope: Visibility['readers'], actor: Actor, tenantId: string): string {
  const tenant = `tenant_id = '${tenantId}'`;
  if (scope === 'tenant' || actor.name === 'staff') return tenant;
  if (actor.name === 'member' || actor.name === 'guest') return 'false';
  if (scope === 'partners') return actor.name === 'partner' ? tenant : 'false';
  const admits = scope === actor.name || scope === 'buyer_or_partner';
  return admits ? `${tenant} AND ${actor.name}_id = '${actor.id}'` : 'false';
}

/** The same for reading, with what guests are let in to. */
function readable({ readers, guests }: Visibility, actor: Actor, tenantId: string): string {
  if (actor.name !== 'guest' || guests === 'none') return reach(readers, actor, tenantId);
  const tenant = `tenant_id = '${tenantId}'`;
  return guests === 'all' ? tenant : `${tenant} AND lead_id = '${actor.id}'`;
}

const REFUSED = '42501';
const ALREADY_THERE = '23505';

/** Rows of one table before anything is changed about it. */
interface Looked {
  readonly session: Session;
  readonly table: Visibility;
  readonly cast: Cast;
  readonly count: (where: string) => Promise<number>;
  readonly copy: (where: string) => Promise<unknown>;
  readonly insert: string;
}

async function look(session: Session, table: Visibility, cast: Cast): Promise<Looked> {
  const columns = await session.query<{ name: string }>({
    text: `SELECT quote_ident(attname) AS name FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    values: [table.name],
  });
  const list = columns.map((column) => column.name).join(', ');
  return {
    session,
    table,
    cast,
    insert: `INSERT INTO ${table.name} (${list}) SELECT ${list} FROM jsonb_populate_record(NULL::${table.name}, $1)`,
    async count(where) {
      const [row] = await session.query<{ n: number }>({
        text: `SELECT count(*) AS n FROM ${table.name} WHERE ${where}`,
      });
      return row?.n ?? 0;
    },
    async copy(where) {
      const [row] = await session.query<{ row: unknown }>({
        text: `SELECT to_jsonb(t) AS row FROM ${table.name} AS t WHERE ${where} LIMIT 1`,
      });
      return row?.row;
    },
  };
}

/**
 * What is wrong with the isolation of one table, as the rows themselves tell it, one finding after the other. Needs a
 * transaction of the superuser: it gives the app role every privilege, so that nothing but the policies is in its way.
 */
export async function* isolationFaults(session: Session, table: Visibility, cast: Cast): AsyncGenerator<string> {
  await session.query({
    text: `GRANT ALL ON ${table.name} TO careroute_app; SET LOCAL session_replication_role = replica`,
  });
  const looked = await look(session, table, cast);
  for (const actor of cast.actors) {
    yield* readingFaults(looked, actor);
    yield* writingFaults(looked, actor);
    yield* insertFaults(looked, actor);
  }
  for (const { name, ctx } of cast.void) yield* voidFaults(looked, { name, guise: appWith(ctx), verbs: ALL });
  yield* voidFaults(looked, { name: 'its owner, without a context', guise: OWNER, verbs: ['SELECT'] });
  yield* identityFaults(looked);
}

async function* readingFaults({ session, table, cast, count }: Looked, actor: Actor): AsyncGenerator<string> {
  const mine = readable(table, actor, cast.own);
  const expected = await count(mine);
  const seen = await tried(session, appWith(actor.ctx), `SELECT 1 FROM ${table.name}`);
  if (seen !== expected) yield `${actor.name} sees ${seen} rows in place of ${expected}`;
  const wrong = await tried(session, appWith(actor.ctx), `SELECT 1 FROM ${table.name} WHERE (${mine}) IS NOT TRUE`);
  if (wrong !== 0) yield `${actor.name} sees ${wrong} rows that are not its own`;
}

async function* writingFaults({ session, table, cast, count }: Looked, actor: Actor): AsyncGenerator<string> {
  const { name } = table;
  const expected = await count(reach(table.writers, actor, cast.own));
  // Without a WHERE: with one, the policy for SELECT would stand in for those under test.
  const trials: [string, string, Outcome][] = [
    ['changes', `UPDATE ${name} SET tenant_id = '${cast.own}' RETURNING 1`, expected],
    ['deletes', `DELETE FROM ${name} RETURNING 1`, expected],
    [
      'moves to another tenant',
      `UPDATE ${name} SET tenant_id = '${cast.foreign}' RETURNING 1`,
      expected > 0 ? REFUSED : 0,
    ],
  ];
  if ((actor.name === 'buyer' || actor.name === 'partner') && table.writers !== 'tenant' && expected > 0) {
    const column = `${actor.name}_id`;
    trials.push(['gives away', `UPDATE ${name} SET ${column} = '${actor.other}' RETURNING 1`, REFUSED]);
  }
  for (const [what, text, meant] of trials) {
    const got = await tried(session, appWith(actor.ctx), text);
    if (got !== meant) yield `${actor.name} ${what} rows: ${got} in place of ${meant}`;
  }
}

async function* insertFaults({ session, table, cast, copy, insert }: Looked, actor: Actor): AsyncGenerator<string> {
  const mine = reach(table.writers, actor, cast.own);
  const trials: [string, string, Outcome][] = [
    ['its own', mine, ALREADY_THERE],
    ['foreign', `tenant_id = '${cast.foreign}'`, REFUSED],
    ['other', `tenant_id = '${cast.own}' AND (${mine}) IS NOT TRUE`, REFUSED],
  ];
  for (const [whose, where, meant] of trials) {
    const row = await copy(where);
    if (row === undefined) continue;
    const got = await tried(session, appWith(actor.ctx), insert, row);
    if (got !== meant) yield `${actor.name} inserts ${whose} rows: ${got} in place of ${meant}`;
  }
}

const ALL = ['SELECT', 'UPDATE', 'DELETE', 'INSERT'];

/** Somebody without a good context, who must reach nothing. */
interface Nobody {
  readonly name: string;
  readonly guise: Guise;
  /** What it tries; whatever else it may not do by its privileges. */
  readonly verbs: readonly string[];
}

async function* voidFaults(
  { session, table, cast, copy, insert }: Looked,
  { name, guise, verbs }: Nobody,
): AsyncGenerator<string> {
  const own = `tenant_id = '${cast.own}'`;
  const texts: Readonly<Record<string, string>> = {
    SELECT: `SELECT 1 FROM ${table.name}`,
    UPDATE: `UPDATE ${table.name} SET ${own} RETURNING 1`,
    DELETE: `DELETE FROM ${table.name} RETURNING 1`,
    INSERT: insert,
  };
  for (const verb of verbs) {
    const got = await tried(session, guise, texts[verb] ?? '', verb === 'INSERT' ? await copy(own) : undefined);
    if (got !== (verb === 'INSERT' ? REFUSED : 0)) yield `${verb} with ${name}: ${got}`;
  }
}

/**
 * Tables of the identity role, by columns that it may read: whole, since who calls is known before the tenant is, or
 * only within a tenant.
 */
const IDENTITY_READS: Readonly<Record<string, string>> = {
  access_grants: '1',
  api_keys: 'secret_hash',
  buyers: 'tenant_id, id, status',
  campaigns: 'tenant_id, id, status, allowed_origins, spec_number',
  custom_roles: '1',
  partners: 'tenant_id, id, status',
  passkeys: '1',
  sessions: '1',
  setup_tokens: 'tenant_id, token_hash',
  sign_in_rules: '1',
  user_links: '1',
  users: '1',
  tenants: 'tenant_id, slug, is_demo, time_zone, plan, domain, settings, features, status_reason',
};

const IDENTITY_WITHIN: readonly string[] = [
  'access_bonds',
  'field_access',
  'notices',
  'recovery_codes',
  'role_field_access',
  'saved_views',
  'sign_ins',
  'user_secrets',
];

const IDENTITY: Guise = { role: 'careroute_identity', ctx: undefined };

async function* identityFaults({ session, table, count }: Looked): AsyncGenerator<string> {
  const columns = IDENTITY_READS[table.name];
  const within = IDENTITY_WITHIN.includes(table.name) ? 0 : REFUSED;
  const meant = columns === undefined ? within : await count('true');
  const got = await tried(session, IDENTITY, `SELECT ${columns ?? '1'} FROM ${table.name}`);
  if (got !== meant) yield `the identity role reads ${got} in place of ${meant}`;
}
