import { AppError } from '../../kernel/app-error.ts';
import type { Caller } from '../access/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { lockColleague } from './change-colleagues.ts';
import { requireAsMuch } from './change-user.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { linksSpend } from './link-store.ts';
import { invitationMail, makeLink } from './make-link.ts';
import { sendMail } from './send-mail.ts';
import { tenantName, userFind, type UserRow } from './user-store.ts';

/** An invitation that was made anew; it is mailed after the commit. */
interface Renewed {
  /** Of the new link, and of those that it makes worthless. */
  readonly linkIds: readonly string[];
  /** Whether the mail server took it. */
  readonly send: () => Promise<boolean>;
}

/** Makes a new link for somebody; that of an earlier invitation opens nothing from now on. */
export async function mailInvitation(
  deps: Pick<IdentityDeps, 'publicUrl' | 'mail' | 'onProblem'>,
  tx: TenantWriter,
  { id: userId, email }: UserRow,
  now: Date,
): Promise<Renewed> {
  const { linkId, url, spent } = await makeLink(tx, { userId, purpose: 'invitation', publicUrl: deps.publicUrl, now });
  const organization = await tenantName(tx);
  return { linkIds: [linkId, ...spent], send: () => sendMail(deps, invitationMail(email, organization, url)) };
}

interface Target {
  readonly userId: string;
  readonly now: Date;
}

/** Invites a colleague anew who has not come yet. CONFLICT for who has an account already, or was switched off. */
export async function reinviteColleague(
  deps: IdentityDeps,
  tx: TenantWriter,
  caller: Caller,
  target: Target,
): Promise<{ user: UserRow; renewed: Renewed }> {
  const user = await lockInvited(tx, caller, target.userId);
  requireAsMuch(caller, user);
  const renewed = await mailInvitation(deps, tx, user, target.now);
  return { user: (await userFind(tx, user.id)) ?? user, renewed };
}

/** Makes the invitation of a colleague who has not come yet worthless. It can be sent anew. */
export async function withdrawInvitation(
  tx: TenantWriter,
  caller: Caller,
  { userId, now }: Target,
): Promise<{ user: UserRow; linkIds: readonly string[] }> {
  const user = await lockInvited(tx, caller, userId);
  const linkIds = await linksSpend(tx, user.id, 'invitation', now);
  return { user: (await userFind(tx, user.id)) ?? user, linkIds };
}

async function lockInvited(tx: TenantWriter, caller: Caller, userId: string): Promise<UserRow> {
  const user = await lockColleague(tx, caller, userId);
  if (user.status === 'active') throw new AppError('CONFLICT', 'This colleague has taken the invitation up already.');
  if (user.status === 'inactive')
    throw new AppError('CONFLICT', 'This account is switched off. Ask the organization to switch it on again.');
  return user;
}
