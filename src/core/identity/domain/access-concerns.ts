import { needsSecondFactor } from './role-limits.ts';

/** What a reviewer of access needs to know of a person. */
export interface Reviewed {
  readonly role: string;
  readonly status: string;
  readonly hasTotp: boolean;
  readonly passkeys: number;
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
  readonly openKeys: number;
  readonly openSessions: number;
}

const DAY_MS = 86_400_000;
const UNUSED_DAYS = 90;
const STALE_INVITATION_DAYS = 7;

/** What is odd about a person's access, in sentences: 45 CFR 164.308(a)(3)(ii)(C) and (a)(4)(ii)(C). */
export function concernsOf(person: Reviewed, now: Date): string[] {
  const days = (at: Date): number => (now.getTime() - at.getTime()) / DAY_MS;
  const { role, status, lastSignInAt, createdAt } = person;
  const concerns: string[] = [];
  if (status === 'active' && needsSecondFactor(role) && !person.hasTotp && person.passkeys === 0)
    concerns.push('No second factor is set up, although the role needs one.');
  if (status === 'active' && days(lastSignInAt ?? createdAt) > UNUSED_DAYS)
    concerns.push(`Has not signed in for ${UNUSED_DAYS} days. Switch the account off if it is not needed.`);
  if (status === 'invited' && days(createdAt) > STALE_INVITATION_DAYS)
    concerns.push('The invitation was not taken up in time.');
  if (status === 'inactive' && person.openKeys + person.openSessions > 0)
    concerns.push('Is switched off, but keys that this person made for others still open something. Rotate them.');
  return concerns;
}
