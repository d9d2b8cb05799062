import type { Session } from '../../src/platform/postgres/index.ts';

/**
 * Whose rows somebody reaches: anybody's of the tenant, or only staff; a buyer or a partner its own. `partners`: what
 * every partner of the tenant may know, and no buyer.
 */
export type Scope = 'tenant' | 'staff' | 'buyer' | 'partner' | 'partners' | 'buyer_or_partner';

/**
 * The shapes that a policy's expression may have, as PostgreSQL prints them: comparisons of columns and nothing else.
 */
const SHAPES: Readonly<Record<string, Scope>> = {
  '(tenant_id = app.tenant())': 'tenant',
  '((tenant_id = app.tenant()) AND app.staff())': 'staff',
  '((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer())))': 'buyer',
  '((tenant_id = app.tenant()) AND (app.staff() OR (partner_id = app.partner())))': 'partner',
  '((tenant_id = app.tenant()) AND (app.staff() OR (app.partner() IS NOT NULL)))': 'partners',
  '((tenant_id = app.tenant()) AND (app.staff() OR (buyer_id = app.buyer()) OR (partner_id = app.partner())))':
    'buyer_or_partner',
};

/** What a guest of the installation reads of a table beyond what everybody of the tenant does. */
export type Guests = 'all' | 'subject' | 'none';

const GUEST_SHAPES: Readonly<Record<string, Guests>> = {
  '((tenant_id = app.tenant()) AND app.guest())': 'all',
  '((tenant_id = app.tenant()) AND app.guest() AND (lead_id = app.subject()))': 'subject',
};

export interface Policy {
  readonly table: string;
  readonly name: string;
  readonly command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL';
  readonly permissive: string;
  readonly roles: string[];
  readonly using: string | null;
  readonly check: string | null;
}

/** The policies of the application's tables, from the catalog. */
export async function policiesOf(session: Session): Promise<Policy[]> {
  return session.query({
    text: `SELECT tablename AS table, policyname AS name, cmd AS command, permissive, roles::text[] AS roles,
      qual AS using, with_check AS check FROM pg_policies WHERE schemaname = 'public' ORDER BY tablename, policyname`,
  });
}

/** Policies that are not of a tenant: the identity role looks up who calls and lists tenants, before one is known. */
export const IDENTITY_POLICIES: readonly string[] = [
  'access_grants.identity_looks_up',
  'api_keys.identity_looks_up',
  'buyers.identity_looks_up',
  'campaigns.identity_looks_up',
  'custom_roles.identity_looks_up',
  'partners.identity_looks_up',
  'passkeys.identity_looks_up',
  'sessions.identity_looks_up',
  'setup_tokens.identity_looks_up',
  'sign_in_rules.identity_looks_up',
  'tenants.identity_lists',
  'user_links.identity_looks_up',
  'users.identity_looks_up',
];

export const isIdentityPolicy = ({ table, name }: Policy): boolean => IDENTITY_POLICIES.includes(`${table}.${name}`);

/** Whether who asks is looked at once a statement, by a subquery, or for each row: it is the same policy. */
const shapeOf = (expression: string): string => expression.replaceAll(/\( SELECT (app\.\w+\(\)) AS \w+\)/g, '$1');

export const scopeOf = (expression: string | null): Scope | undefined =>
  expression === null ? undefined : SHAPES[shapeOf(expression)];

/** Who reads and who writes the rows of a table. */
export interface Visibility {
  readonly name: string;
  readonly readers: Scope;
  readonly writers: Scope;
  readonly guests: Guests;
}

/**
 * What the policies of a table say; undefined unless there is one for each command, of a known shape, the same for all
 * that write.
 */
export function visibilityOf(name: string, policies: readonly Policy[]): Visibility | undefined {
  const all = policies.filter((policy) => policy.table === name && !isIdentityPolicy(policy));
  const guest = all.find((policy) => policy.name === 'guest_select' && policy.command === 'SELECT');
  const guests = guest ? GUEST_SHAPES[shapeOf(guest.using ?? '')] : 'none';
  const own = all.filter((policy) => policy !== guest);
  if (
    own
      .map((policy) => policy.command)
      .toSorted()
      .join() !== 'DELETE,INSERT,SELECT,UPDATE'
  )
    return undefined;
  const of = (command: string): Policy | undefined => own.find((policy) => policy.command === command);
  const readers = scopeOf(of('SELECT')?.using ?? null);
  const update = of('UPDATE');
  const writing = new Set(
    [of('INSERT')?.check, update?.using, update?.check, of('DELETE')?.using].map((text) => scopeOf(text ?? null)),
  );
  const [writers] = writing;
  return readers && writers && guests && writing.size === 1 ? { name, readers, writers, guests } : undefined;
}
