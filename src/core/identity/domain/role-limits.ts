/** What follows from a role for the person who has it. Roles are named in `core/access/policy.ts`. */

/** Roles that never see personal data in clear, whatever their account says: minimum necessary (45 CFR 164.502(b)). */
const NEVER_IN_CLEAR: ReadonlySet<string> = new Set(['superadmin', 'analyst']);

export const seesPersonalData = (role: string): boolean => !NEVER_IN_CLEAR.has(role);

/** Roles that must have a second factor before they get in. */
const SECOND_FACTOR: ReadonlySet<string> = new Set([
  'superadmin',
  'owner',
  'admin',
  'compliance',
  'practice_owner',
  'practice_admin',
]);

export const needsSecondFactor = (role: string): boolean => SECOND_FACTOR.has(role);

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * How long a session lasts, in seconds: without a request, and in all. Whoever rules is signed out after 15 minutes of
 * nothing (45 CFR 164.312(a)(2)(iii)), and signs in daily (NIST SP 800-63B-4, 2.2.3).
 */
export const sessionLimits = (role: string): { readonly idleSeconds: number; readonly totalSeconds: number } =>
  needsSecondFactor(role)
    ? { idleSeconds: 15 * MINUTE, totalSeconds: 12 * HOUR }
    : { idleSeconds: 30 * MINUTE, totalSeconds: 24 * HOUR };

/** The roles that somebody may give to others: never one above the own, and of the same kind of tenant. */
const GIVES: Readonly<Record<string, readonly string[]>> = {
  superadmin: ['superadmin'],
  owner: ['owner', 'admin', 'analyst', 'compliance', 'support', 'buyer', 'partner'],
  admin: ['admin', 'analyst', 'compliance', 'support', 'buyer', 'partner'],
  // A key, whoever made it: it shows no second factor, and must not become a person who rules.
  key: ['analyst', 'support', 'buyer', 'partner'],
  practice_owner: ['practice_owner', 'practice_admin', 'practice_member'],
  practice_admin: ['practice_member'],
};

export const mayGive = (own: string, role: string): boolean => (GIVES[own] ?? []).includes(role);
