import { PERMISSION_GROUPS } from '../texts/permissions.ts';

const READS = [
  'buyers:read',
  'campaigns:read',
  'contracts:read',
  'decisions:read',
  'deliveries:all',
  'deliveries:own',
  'leads:feed',
  'leads:read',
  'leads:status',
  'offers:read',
  'partners:read',
  'posting-log:all',
  'posting-log:own',
  'reports:read',
  'settings:read',
  'skills:read',
  'verticals:read',
];

const WATCHES = [
  'access-grants:read',
  'access-grants:review',
  'approvals:read',
  'audit:read',
  'contacts:read',
  'field-access:read',
  'leads:reveal',
  'roles:read',
  'sign-in-rules:read',
  'users:read',
];

const RULES = [
  'api-keys:manage',
  'api-keys:own-buyer',
  'api-keys:own-partner',
  'approvals:decide',
  'buyers:write',
  'campaigns:write',
  'contacts:write',
  'contracts:write',
  'field-access:write',
  'leads:export',
  'leads:test',
  'offers:write',
  'organization:read',
  'partner:self',
  'partners:write',
  'roles:write',
  'sales:resolve',
  'settings:write',
  'users:write',
  'verticals:write',
];

const PRACTICE = [
  'access-grants:read',
  'access-grants:review',
  'approvals:decide',
  'approvals:read',
  'roles:read',
  'settings:read',
  'settings:write',
  'sign-in-rules:read',
  'users:read',
  'users:write',
];

const OWNS = ['ownership:transfer', 'sign-in-rules:write'];

/**
 * What each role of the product may, as `core/access/policy.ts` has it, but for the own account, which everybody keeps.
 * The server refuses what a role does not have; what is new there and not here is left out of a new role.
 */
const BASE: Readonly<Record<string, readonly string[]>> = {
  owner: [...READS, ...WATCHES, ...RULES, ...OWNS, 'organization:write'],
  admin: [...READS, ...WATCHES, ...RULES],
  compliance: [...READS, ...WATCHES],
  analyst: READS,
  support: [...READS, 'leads:reveal', 'sales:resolve'],
  buyer: [
    'api-keys:manage',
    'api-keys:own-buyer',
    'buyers:read',
    'colleagues:read',
    'colleagues:write',
    'contracts:read',
    'deliveries:own',
    'leads:read',
    'reports:own-buyer',
    'skills:read',
    'verticals:read',
  ],
  partner: [
    'api-keys:manage',
    'api-keys:own-partner',
    'campaigns:read',
    'colleagues:read',
    'colleagues:write',
    'leads:feed',
    'leads:read',
    'leads:status',
    'leads:test',
    'partner:self',
    'partner:settings',
    'partners:read',
    'posting-log:own',
    'reports:own-partner',
    'skills:read',
    'verticals:read',
  ],
  practice_owner: [...PRACTICE, ...OWNS, 'roles:write'],
  practice_admin: PRACTICE,
  practice_member: [],
};

/** Everything that a role of the product may. */
export const permissionsOf = (role: string): readonly string[] => BASE[role] ?? [];

/** What everybody keeps: it is about the own account, and not offered to be taken away. */
export const OF_EVERYBODY: readonly string[] = ['account:own', 'caller:read'];

const WORDS = new Map(PERMISSION_GROUPS.flatMap(({ permissions }) => Object.entries<string>(permissions)));

/** A permission in words. */
export const permissionWords = (permission: string): string => WORDS.get(permission) ?? permission;
