/** Whose leads these are, or who was let in to see the one: they read them without saying why. */
const READ_PLAINLY: ReadonlySet<string> = new Set(['buyer', 'partner', 'guest']);

interface Reader {
  readonly role: string;
  readonly piiAccess: boolean;
  readonly permissions: readonly string[];
}

/**
 * Whether somebody sees masked fields in clear for a reason, or without one; undefined for not at all. Whoever of the
 * organization has lost the right to reveal is not shown more easily what the others must give a reason for.
 */
export function wayToReveal({ role, piiAccess, permissions }: Reader): 'reason' | 'plain' | undefined {
  if (!piiAccess) return undefined;
  if (permissions.includes('leads:reveal')) return 'reason';
  return READ_PLAINLY.has(role) && permissions.includes('leads:read') ? 'plain' : undefined;
}
