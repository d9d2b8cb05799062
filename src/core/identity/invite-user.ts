import { type Fault, invalid, refusedField } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { type Caller, isBoundByRules, permits, permitted, type UserRole } from '../access/index.ts';
import { explainWrite } from '../gate/index.ts';
import type { TenantReader, TenantWriter } from '../tenancy/index.ts';
import { isCommonPassword, passwordFaults } from '../passwords/index.ts';
import { emailKey } from './domain/email-address.ts';
import { mayGive, needsSecondFactor } from './domain/role-limits.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { makeLink, type MadeLink } from './make-link.ts';
import { passwordSet } from './secret-store.ts';
import { userFind, userInsert, type UserRow } from './user-store.ts';

export interface Invitation {
  readonly email: string;
  readonly role: UserRole;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly buyerId?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly readOnly?: boolean | undefined;
  readonly piiAccess?: boolean | undefined;
  readonly accessUntil?: string | null | undefined;
  readonly profile?: Readonly<Record<string, unknown>> | undefined;
  /** Made of a password that was chosen for the person, outside of the transaction. */
  readonly passwordHash?: string | undefined;
  /** Whether the person chose it, who signs up. */
  readonly ownChoice?: boolean | undefined;
}

export const CHOSEN_BY_LINK = 'Who rules chooses the password by the link, and nobody else. Leave it out.';

export const USER_RULES = {
  unique: { users_tenant_id_email_key: 'email' },
  references: {
    users_tenant_id_buyer_id_fkey: 'buyerId',
    users_tenant_id_partner_id_fkey: 'partnerId',
    users_tenant_id_custom_role_id_fkey: 'customRoleId',
  },
};

/**
 * Whether a role may do what the caller, whose own role is narrowed, may not; or may see of leads what rules keep from
 * the caller: any of them is enough, as those of the other role may change at any time.
 */
export async function beyondOwn(tx: TenantReader, caller: Caller, role: UserRole): Promise<boolean> {
  const { narrowedTo } = caller;
  if (narrowedTo === undefined) return false;
  if (permitted(role).some((name) => !isOfEverybody(name) && !narrowedTo.has(name))) return true;
  return permits(role, 'leads:read') && (await isBoundByRules(tx, caller));
}

/** What everybody keeps, however narrowed: it is about the own account. */
export const OF_EVERYBODY = ['account:own', 'caller:read'] as const;
const isOfEverybody = (name: string): boolean => OF_EVERYBODY.some((kept) => kept === name);

/** As whom a caller gives roles: a key rules nobody who rules. */
export const giverOf = (caller: Caller): string => (caller.session ? caller.role : 'key');

/** Who may be made by whom: nobody gives a role above the own, or access to personal data that he lacks. */
export async function requireMayGive(
  tx: TenantReader,
  caller: Caller,
  { role, piiAccess }: { readonly role: UserRole; readonly piiAccess?: boolean | undefined },
): Promise<void> {
  if (await beyondOwn(tx, caller, role))
    throw refusedField('FORBIDDEN', {
      field: 'role',
      rule: 'not_allowed',
      message: 'Your own role is narrowed. Ask somebody whose role is whole.',
    });
  if (!mayGive(giverOf(caller), role)) {
    const remedy = caller.session ? 'Ask somebody above.' : 'A key cannot: sign in for this.';
    throw refusedField('FORBIDDEN', {
      field: 'role',
      rule: 'not_allowed',
      message: `You cannot give the role ${role}. ${remedy}`,
    });
  }
  if (piiAccess && !caller.piiAccess)
    throw refusedField('FORBIDDEN', {
      field: 'piiAccess',
      rule: 'not_allowed',
      message: 'You have no access to personal data and cannot give it.',
    });
}

/** The address as accounts have it, or a fault. */
export function readEmail(text: string, faults: Fault[]): string {
  const email = emailKey(text);
  if (email === undefined)
    faults.push({ field: 'email', rule: 'wrong_form', message: 'Send one address, such as name@example.com.' });
  return email ?? '';
}

/** An instant that is still to come; null stands for none. */
export function readAccessUntil(text: string | null | undefined, now: Date, faults: Fault[]): Date | null | undefined {
  if (text === undefined || text === null) return text;
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || at <= now)
    faults.push({ field: 'accessUntil', rule: 'in_the_past', message: 'Send an instant that is still to come.' });
  return at;
}

/** What belongs to a role must be named, and nothing else. */
export function bindingFaults(role: UserRole, buyerId: unknown, partnerId: unknown): Fault[] {
  const needs = (field: string, id: unknown, wanted: boolean): Fault[] => {
    if (Boolean(id) === wanted) return [];
    const message = wanted ? `Somebody with the role ${role} belongs to one. Send it.` : `Leave it out for this role.`;
    return [{ field, rule: wanted ? 'required' : 'not_allowed', message }];
  };
  return [...needs('buyerId', buyerId, role === 'buyer'), ...needs('partnerId', partnerId, role === 'partner')];
}

/**
 * The stored form of the password in a body, which an admin chose for somebody; undefined if there is none. Hashing is
 * slow, so it stands before the transaction.
 */
export async function hashChosen(deps: Pick<IdentityDeps, 'passwords'>, body: unknown): Promise<string | undefined> {
  const { password, email } = body as { readonly password?: string; readonly email?: string };
  if (password === undefined) return undefined;
  const faults = passwordFaults(password, email ?? '', isCommonPassword);
  if (faults.length > 0) throw invalid(faults);
  return deps.passwords.hash(password);
}

/** What `hashChosen` gave, as it comes along with the request. */
export const hashIn = (prepared: unknown): string | undefined => (typeof prepared === 'string' ? prepared : undefined);

/** Makes an account with its invitation. With a password it is active at once; the link lets the person change it. */
export async function inviteUser(
  tx: TenantWriter,
  invitation: Invitation,
  how: { readonly publicUrl: string; readonly now: Date },
): Promise<{ user: UserRow; link: MadeLink }> {
  const { now, publicUrl } = how;
  const faults: Fault[] = bindingFaults(invitation.role, invitation.buyerId, invitation.partnerId);
  if (invitation.passwordHash && needsSecondFactor(invitation.role) && !invitation.ownChoice)
    faults.push({ field: 'password', rule: 'not_allowed', message: CHOSEN_BY_LINK });
  const email = readEmail(invitation.email, faults);
  const accessUntil = readAccessUntil(invitation.accessUntil, now, faults);
  if (faults.length > 0) throw invalid(faults);
  const id = newId(now.getTime());
  const { passwordHash } = invitation;
  await explainWrite(USER_RULES, () =>
    userInsert(tx, { ...invitation, id, email, accessUntil, status: passwordHash ? 'active' : 'invited' }),
  );
  if (passwordHash) await passwordSet(tx, id, passwordHash, now);
  const link = await makeLink(tx, { userId: id, purpose: 'invitation', publicUrl, now });
  const user = await userFind(tx, id);
  if (!user) throw new Error('a person who was just invited is not there');
  return { user, link };
}
