import { type Scope, SCOPES } from './scopes.ts';

/** The kinds of API key. Each kind is also a role: what it may do stands in the same table. */
export const KEY_KINDS = ['admin', 'buyer', 'partner', 'posting'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** The roles of people. `superadmin` belongs to the installation; the `practice_` roles to a practice. */
export const USER_ROLES = [
  'superadmin',
  'owner',
  'admin',
  'analyst',
  'compliance',
  'support',
  'buyer',
  'partner',
  'practice_owner',
  'practice_admin',
  'practice_member',
] as const;
export type UserRole = (typeof USER_ROLES)[number];

/** `guest`: somebody of the installation whom a grant let into the tenant for a while; only reads. */
export type Role = KeyKind | UserRole | 'guest';
const ROLES: readonly Role[] = [...USER_ROLES, 'posting', 'guest'];

const rulers = ['owner', 'admin'] as const;
const staff = [...rulers, 'analyst', 'compliance', 'support'] as const;
const readers = [...staff, 'guest'] as const;
const practiceRulers = ['practice_owner', 'practice_admin'] as const;

/**
 * Who may do what: the only place that says so. Whose rows they see is said by the database's policies, and which
 * fields by the rules of field access.
 */
export const POLICY = {
  'account:own': USER_ROLES,
  'access-grants:read': [...rulers, 'compliance', ...practiceRulers],
  'access-grants:review': [...rulers, 'compliance', ...practiceRulers],
  'api-keys:manage': [...rulers, 'buyer', 'partner'],
  'api-keys:own-buyer': ['buyer', ...rulers],
  'api-keys:own-partner': ['partner', ...rulers],
  'approvals:decide': [...rulers, ...practiceRulers],
  'approvals:read': [...rulers, 'compliance', ...practiceRulers],
  'audit:read': [...rulers, 'compliance'],
  'blocked-lists:read': staff,
  'blocked-lists:write': [...rulers, 'compliance'],
  'buyer:self': ['buyer', ...rulers],
  'buyers:read': [...readers, 'buyer'],
  'buyers:write': rulers,
  'caller:read': ROLES,
  'campaigns:read': [...readers, 'partner'],
  'campaigns:write': rulers,
  'campaigns:share': [...rulers, 'partner'],
  'checks:read': staff,
  'checks:write': rulers,
  'colleagues:read': ['buyer', 'partner'],
  'colleagues:write': ['buyer', 'partner'],
  'contacts:read': [...rulers, 'compliance'],
  'contacts:write': rulers,
  'contracts:read': [...readers, 'buyer'],
  'contracts:write': rulers,
  'decisions:read': readers,
  'deliveries:all': staff,
  'deliveries:own': [...staff, 'buyer'],
  'dispositions:read': [...staff, 'buyer'],
  'dispositions:write': [...rulers, 'support', 'buyer'],
  'field-access:read': [...rulers, 'compliance'],
  'field-access:write': rulers,
  'leads:act': [...rulers, 'support'],
  'leads:create': rulers,
  'leads:export': rulers,
  'leads:feed': [...staff, 'partner'],
  'leads:import': rulers,
  'leads:read': [...readers, 'buyer', 'partner'],
  'leads:return': [...rulers, 'support', 'buyer'],
  'leads:reveal': [...rulers, 'compliance', 'support'],
  'leads:status': [...readers, 'partner', 'posting'],
  'leads:submit': ['posting'],
  'lead-notes:read': [...rulers, 'compliance', 'support'],
  'lead-notes:write': [...rulers, 'compliance', 'support'],
  'lead-sessions:read': [...staff, 'partner'],
  'lead-sessions:use': ['posting', ...rulers],
  'leads:test': [...rulers, 'partner'],
  'leads:try': staff,
  'offers:ask': ['partner'],
  'offers:read': readers,
  'offers:write': rulers,
  'organization:read': rulers,
  'organization:write': ['owner'],
  'partner:self': ['partner', ...rulers],
  'partner:settings': ['partner'],
  'ownership:transfer': ['owner', 'practice_owner'],
  'people:backfill': rulers,
  'people:own-buyer': ['buyer'],
  'people:read': staff,
  'people:write': [...rulers, 'support'],
  'partners:read': [...readers, 'partner'],
  'partners:write': rulers,
  'posting-log:all': readers,
  'posting-log:own': [...staff, 'partner'],
  'reports:read': staff,
  'reports:own-buyer': ['buyer'],
  'reports:own-partner': ['partner'],
  'sales:resolve': [...rulers, 'support'],
  'settings:read': [...staff, ...practiceRulers],
  'settings:signup': ['superadmin'],
  'settings:write': [...rulers, ...practiceRulers],
  'skills:read': [...staff, 'buyer', 'partner'],
  'suppression:read': staff,
  'suppression:write': [...rulers, 'compliance', 'support'],
  'tenants:read': ['superadmin'],
  'tenants:write': ['superadmin'],
  'roles:read': [...rulers, 'compliance', ...practiceRulers],
  'roles:write': ['owner', 'admin', 'practice_owner'],
  'sign-in-rules:read': [...rulers, 'compliance', ...practiceRulers],
  'sign-in-rules:write': ['owner', 'practice_owner'],
  'tenants:enter': ['superadmin'],
  'tenants:leave': ['superadmin', 'guest'],
  'users:all': ['superadmin'],
  'users:read': ['superadmin', ...rulers, 'compliance', ...practiceRulers],
  'users:write': ['superadmin', ...rulers, ...practiceRulers],
  'vertical-groups:read': readers,
  'verticals:read': [...readers, 'buyer', 'partner'],
  'verticals:write': rulers,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof POLICY;

/** Whether a caller of this role has the permission. */
export function permits(role: Role, permission: Permission): boolean {
  return (POLICY[permission] as readonly Role[]).includes(role);
}

/** Every permission of a role. */
export const permitted = (role: Role): Permission[] =>
  (Object.keys(POLICY) as Permission[]).filter((permission) => permits(role, permission));

const ruling = ['admin'] as const;
const routing = ['routing'] as const;

/**
 * The scopes of which a key needs one, beside a kind that has the permission. What rules a tenant or shows all that is
 * done in it needs `admin`, which a key has only where it was asked for; what the product does all day, `routing`.
 */
const SCOPE_OF: Readonly<Record<Permission, readonly Scope[]>> = {
  'account:own': ruling,
  'access-grants:read': ruling,
  'access-grants:review': ruling,
  'api-keys:manage': ruling,
  'api-keys:own-buyer': ruling,
  'api-keys:own-partner': ruling,
  'approvals:decide': ruling,
  'approvals:read': ruling,
  'audit:read': ruling,
  'blocked-lists:read': routing,
  'blocked-lists:write': routing,
  'buyer:self': routing,
  'buyers:read': routing,
  'buyers:write': routing,
  'caller:read': SCOPES,
  'campaigns:read': routing,
  'campaigns:write': routing,
  'campaigns:share': routing,
  'checks:read': routing,
  'checks:write': routing,
  'colleagues:read': ruling,
  'colleagues:write': ruling,
  'contacts:read': ruling,
  'contacts:write': ruling,
  'contracts:read': routing,
  'contracts:write': routing,
  'decisions:read': routing,
  'deliveries:all': routing,
  'deliveries:own': routing,
  'dispositions:read': routing,
  'dispositions:write': routing,
  'field-access:read': ruling,
  'field-access:write': ruling,
  'leads:act': routing,
  'leads:create': routing,
  'leads:export': ruling,
  'leads:feed': routing,
  'leads:import': ruling,
  'leads:read': routing,
  'leads:return': routing,
  'leads:reveal': ruling,
  'leads:status': ['posting', 'routing'],
  'leads:submit': ['posting'],
  'lead-notes:read': routing,
  'lead-notes:write': routing,
  'lead-sessions:read': routing,
  'lead-sessions:use': ['posting'],
  'leads:test': routing,
  'leads:try': routing,
  'offers:ask': routing,
  'offers:read': routing,
  'offers:write': routing,
  'organization:read': ruling,
  'organization:write': ruling,
  'ownership:transfer': ruling,
  'partner:self': routing,
  'partner:settings': routing,
  'people:backfill': ruling,
  'people:own-buyer': routing,
  'people:read': routing,
  'people:write': routing,
  'partners:read': routing,
  'partners:write': routing,
  'posting-log:all': ruling,
  'posting-log:own': routing,
  'reports:read': routing,
  'reports:own-buyer': routing,
  'reports:own-partner': routing,
  'sales:resolve': routing,
  'settings:read': ruling,
  'settings:signup': ruling,
  'settings:write': ruling,
  'skills:read': routing,
  'suppression:read': routing,
  'suppression:write': routing,
  'tenants:read': ruling,
  'tenants:write': ruling,
  'roles:read': ruling,
  'roles:write': ruling,
  'sign-in-rules:read': ruling,
  'sign-in-rules:write': ruling,
  'tenants:enter': ruling,
  'tenants:leave': ruling,
  'users:all': ruling,
  'users:read': ruling,
  'users:write': ruling,
  'vertical-groups:read': routing,
  'verticals:read': routing,
  'verticals:write': routing,
};

/**
 * The scopes of which a key of this kind needs one for the permission. A buyer's or partner's key rules nothing but
 * what is its own, so where others need `admin`, it needs `routing`.
 */
export function scopesFor(kind: Role, permission: Permission): readonly Scope[] {
  const needed = SCOPE_OF[permission];
  return needed === ruling && (kind === 'buyer' || kind === 'partner') ? routing : needed;
}
