/** The kinds of API key. People and their roles join them later. */
export const CALLER_KINDS = ['admin', 'buyer', 'partner', 'posting'] as const;
export type CallerKind = (typeof CALLER_KINDS)[number];

/**
 * Who may do what: the only place that says so. Whose rows they see is said by the database's policies; an entry here
 * without admin does not exist, because staff sees its tenant whole.
 */
export const POLICY = {
  'api-keys:manage': ['admin'],
  'api-keys:own-buyer': ['buyer'],
  'api-keys:own-partner': ['partner'],
  'audit:read': ['admin'],
  'buyers:read': ['admin', 'buyer'],
  'buyers:write': ['admin'],
  'campaigns:read': ['admin', 'partner'],
  'campaigns:write': ['admin'],
  'contracts:read': ['admin', 'buyer'],
  'contracts:write': ['admin'],
  'decisions:read': ['admin'],
  'leads:read': ['admin', 'buyer', 'partner'],
  'leads:status': ['admin', 'partner', 'posting'],
  'leads:submit': ['posting'],
  'offers:read': ['admin'],
  'offers:write': ['admin'],
  'partners:read': ['admin', 'partner'],
  'partners:write': ['admin'],
  'posting-log:all': ['admin'],
  'posting-log:own': ['admin', 'partner'],
  'sales:resolve': ['admin'],
  'verticals:read': ['admin', 'buyer', 'partner'],
  'verticals:write': ['admin'],
} as const satisfies Record<string, readonly CallerKind[]>;

export type Permission = keyof typeof POLICY;

/** Whether a caller of this kind has the permission. */
export function permits(kind: CallerKind, permission: Permission): boolean {
  return (POLICY[permission] as readonly CallerKind[]).includes(kind);
}
