import { AppError, notFound, refusedField } from '../../kernel/app-error.ts';
import type { Caller } from '../access/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { type ChangedUser, endEverything } from './change-user.ts';
import { beyondOwn, inviteUser } from './invite-user.ts';
import type { MadeLink } from './make-link.ts';
import { userFind, userLock, type UserRow, userUpdate } from './user-store.ts';

type Party =
  { readonly role: 'buyer'; readonly buyerId: string } | { readonly role: 'partner'; readonly partnerId: string };

/** The buyer or partner to whom a person belongs, and by it who the colleagues are. */
export function partyOf({ role, buyerId, partnerId }: Caller): Party {
  if (role === 'buyer' && buyerId) return { role, buyerId };
  if (role === 'partner' && partnerId) return { role, partnerId };
  throw new TypeError(`somebody with the role ${role} belongs to no buyer and no partner`);
}

export interface ColleagueWish {
  readonly email: string;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly readOnly?: boolean | undefined;
  readonly piiAccess?: boolean | undefined;
}

/** Invites somebody to the caller's own party, as long as the caller and with no more rights. */
export async function inviteColleague(
  tx: TenantWriter,
  caller: Caller,
  wish: ColleagueWish,
  how: { readonly publicUrl: string; readonly now: Date },
): Promise<{ user: UserRow; link: MadeLink }> {
  const party = partyOf(caller);
  await requireWhole(tx, caller, party);
  if (wish.piiAccess && !caller.piiAccess)
    throw refusedField('FORBIDDEN', {
      field: 'piiAccess',
      rule: 'not_allowed',
      message: 'You have no access to personal data and cannot give it.',
    });
  const own = await userFind(tx, caller.actorId);
  const accessUntil = own?.accessUntil?.toISOString();
  return inviteUser(tx, { ...wish, ...party, accessUntil }, how);
}

/** Switches a colleague off. NOT_FOUND for everybody of another party, FORBIDDEN for oneself. */
export async function removeColleague(
  tx: TenantWriter,
  caller: Caller,
  { userId, now }: { readonly userId: string; readonly now: Date },
): Promise<ChangedUser> {
  const user = await lockColleague(tx, caller, userId);
  if (userId === caller.actorId)
    throw new AppError('FORBIDDEN', 'You cannot switch yourself off. Ask a colleague, or the organization.');
  const changed = await userUpdate(tx, userId, { status: 'inactive' });
  if (!changed) throw notFound();
  return { user: changed, ended: await endEverything(tx, user, now) };
}

/** Somebody of the caller's own party, to change. NOT_FOUND for everybody of another one. */
export async function lockColleague(tx: TenantWriter, caller: Caller, userId: string): Promise<UserRow> {
  const party = partyOf(caller);
  const user = await userLock(tx, userId);
  if (!user || !isOf(party, user)) throw notFound();
  await requireWhole(tx, caller, party);
  return user;
}

const isOf = (party: Party, user: UserRow): boolean =>
  party.role === 'buyer' ? user.buyerId === party.buyerId : user.partnerId === party.partnerId;

/** Who was narrowed lets nobody in or out who is not. */
async function requireWhole(tx: TenantWriter, caller: Caller, { role }: Party): Promise<void> {
  if (await beyondOwn(tx, caller, role))
    throw new AppError('FORBIDDEN', 'Your own role is narrowed. Ask a colleague whose role is whole.');
}
