import { AppError, type Fault, invalid, notFound } from '../../kernel/app-error.ts';
import type { Caller, UserRole } from '../access/index.ts';
import { explainWrite, unknownReference } from '../gate/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { mayGive } from './domain/role-limits.ts';
import {
  beyondOwn,
  bindingFaults,
  giverOf,
  readAccessUntil,
  readEmail,
  requireMayGive,
  USER_RULES,
} from './invite-user.ts';
import { keysRevokeOf } from './key-store.ts';
import { linksSpend } from './link-store.ts';
import { notifyPerson } from './notify.ts';
import { passkeysRemove } from '../passkeys/index.ts';
import { recoveryCodesReplace, totpRemove } from './secret-store.ts';
import { roleFind } from './role-store.ts';
import { sessionsEnd } from './session-store.ts';
import {
  hasFactor,
  ownersLock,
  statusOnReturn,
  type UserChange,
  userLock,
  type UserRow,
  usersCount,
  userUpdate,
} from './user-store.ts';

/** What is asked to change about a person. */
export interface UserWish {
  readonly email?: string | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly role?: UserRole | undefined;
  readonly status?: 'active' | 'inactive' | undefined;
  readonly buyerId?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly customRoleId?: string | null | undefined;
  readonly readOnly?: boolean | undefined;
  readonly piiAccess?: boolean | undefined;
  readonly accessUntil?: string | null | undefined;
  readonly profile?: Readonly<Record<string, unknown>> | undefined;
}

export interface ChangedUser {
  readonly user: UserRow;
  /** Ids of sessions and keys that ended with the change. */
  readonly ended: readonly string[];
}

const RIGHTS = [
  'role',
  'status',
  'buyerId',
  'partnerId',
  'customRoleId',
  'readOnly',
  'piiAccess',
  'accessUntil',
] as const;

/** The person whom a caller may change: not one with a role above. NOT_FOUND for who is not there. */
export async function lockChangeable(tx: TenantWriter, caller: Caller, userId: string): Promise<UserRow> {
  await ownersLock(tx);
  const user = await userLock(tx, userId);
  if (!user) throw notFound();
  if ((await beyondOwn(tx, caller, user.role)) || !mayGive(giverOf(caller), user.role))
    throw new AppError('FORBIDDEN', `You cannot change somebody with the role ${user.role}.`);
  return user;
}

/**
 * Changes a person. A change of rights ends all sessions, so that the next sign-in begins with the new ones. Nobody
 * changes own rights, and the last owner stays.
 */
export async function changeUser(
  tx: TenantWriter,
  caller: Caller,
  target: { readonly userId: string; readonly now: Date },
  wish: UserWish,
): Promise<ChangedUser> {
  const { userId, now } = target;
  const user = await lockChangeable(tx, caller, userId);
  const change = changeOf(user, wish, now);
  const touchesRights = RIGHTS.some((name) => wish[name] !== undefined && wish[name] !== user[name]);
  if (touchesRights && userId === caller.actorId)
    throw new AppError('FORBIDDEN', 'You cannot change your own rights. Ask somebody else who may.');
  if (change.email !== undefined && change.email !== user.email) requireAsMuch(caller, user);
  await requireMayGive(tx, caller, { role: change.role ?? user.role, piiAccess: wish.piiAccess });
  await requireRoleFits(tx, change.role ?? user.role, change.customRoleId);
  await requireOwnerLeft(tx, user, change);
  if (change.email !== undefined && change.email !== user.email) await leaveAddress(tx, user, now);
  const back = change.status === 'active' ? { status: await statusOnReturn(tx, user) } : {};
  const changed = await explainWrite(USER_RULES, () => userUpdate(tx, userId, { ...change, ...back }));
  if (!changed) throw notFound();
  // Keys carry the rights of their maker at the time: with fewer rights, or others, they end as the sessions do.
  const ended = touchesRights
    ? [...(await sessionsEnd(tx, { userId }, 'rights_changed', now)), ...(await keysRevokeOf(tx, user, now))]
    : [];
  const off = wish.status === 'inactive' ? await endEverything(tx, user, now) : [];
  return { user: changed, ended: [...ended, ...off] };
}

function changeOf(user: UserRow, wish: UserWish, now: Date): UserChange {
  const faults: Fault[] = [];
  const { email: text, accessUntil: until, ...plain } = wish;
  const role = wish.role ?? user.role;
  const roleChanged = role !== user.role;
  const buyerId = wish.buyerId === undefined ? (roleChanged ? null : user.buyerId) : wish.buyerId;
  const partnerId = wish.partnerId === undefined ? (roleChanged ? null : user.partnerId) : wish.partnerId;
  faults.push(...bindingFaults(role, buyerId, partnerId));
  const customRoleId = wish.customRoleId === undefined && roleChanged ? null : wish.customRoleId;
  const email = text === undefined ? undefined : readEmail(text, faults);
  const accessUntil = readAccessUntil(until, now, faults);
  if (wish.status === 'active' && user.status === 'invited')
    faults.push({ field: 'status', rule: 'not_allowed', message: 'Becomes active when the invitation is taken up.' });
  if (faults.length > 0) throw invalid(faults);
  return { ...plain, buyerId, partnerId, customRoleId, email, accessUntil };
}

/** A link that went to the old address opens nothing any more, and whoever reads there is told. */
async function leaveAddress(tx: TenantWriter, { id: userId, email, status }: UserRow, now: Date): Promise<void> {
  await linksSpend(tx, userId, undefined, now);
  if (status !== 'invited') await notifyPerson(tx, 'email_changed', { userId, email }, now);
}

/** A role of the tenant's own fits whoever has the role that it is made of. */
async function requireRoleFits(
  tx: TenantWriter,
  role: UserRole,
  customRoleId: string | null | undefined,
): Promise<void> {
  if (!customRoleId) return;
  const custom = await roleFind(tx, customRoleId);
  if (!custom) throw invalid([unknownReference('customRoleId')]);
  if (custom.baseRole !== role)
    throw invalid([{ field: 'customRoleId', rule: 'not_allowed', message: `Is made of the role ${custom.baseRole}.` }]);
}

const OWNERS: readonly UserRole[] = ['owner', 'practice_owner', 'superadmin'];

async function requireOwnerLeft(tx: TenantWriter, user: UserRow, change: UserChange): Promise<void> {
  if (!OWNERS.includes(user.role) || user.status !== 'active') return;
  const stays = (change.role ?? user.role) === user.role && (change.status ?? 'active') === 'active';
  if (stays && !change.accessUntil) return;
  if ((await usersCount(tx, [user.role], user.id)) === 0)
    throw new AppError('CONFLICT', 'This is the last one with this role. Give the role to somebody else first.');
}

/** Switching an account off ends its sessions, its links, and the keys that the person made: at once. */
export async function endEverything(tx: TenantWriter, user: UserRow, now: Date): Promise<string[]> {
  const links = await linksSpend(tx, user.id, undefined, now);
  const sessions = await sessionsEnd(tx, { userId: user.id }, 'deactivated', now);
  return [...links, ...sessions, ...(await keysRevokeOf(tx, user, now))];
}

/**
 * Refuses to open an account that sees personal data to somebody who does not: a new password or address, or a new
 * second factor, would be a way in.
 */
export function requireAsMuch(caller: Caller, user: Pick<UserRow, 'piiAccess'>): void {
  if (user.piiAccess && !caller.piiAccess)
    throw new AppError('FORBIDDEN', 'This account sees personal data and yours does not. Ask somebody whose does.');
}

/** Takes all second factors of a person away, and the sessions: a lost phone. The next sign-in sets up a new one. */
export async function removeFactors(tx: TenantWriter, user: UserRow, now: Date): Promise<string[]> {
  const { id: userId, email } = user;
  await totpRemove(tx, userId);
  await recoveryCodesReplace(tx, userId, []);
  const passkeys = await passkeysRemove(tx, userId);
  if (hasFactor(user)) await notifyPerson(tx, 'factor_removed', { userId, email }, now);
  return [...passkeys, ...(await sessionsEnd(tx, { userId }, 'factors_removed', now))];
}
