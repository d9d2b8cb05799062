import { AppError, type Fault, invalid } from '../../kernel/app-error.ts';
import { unreachable } from '../../kernel/result.ts';
import type { Caller } from '../access/index.ts';
import type { RouteResult } from '../gate/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { accessBondSet } from './access-bond-store.ts';
import { changeUser, lockChangeable, removeFactors, requireAsMuch } from './change-user.ts';
import { needsSecondFactor } from './domain/role-limits.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { CHOSEN_BY_LINK } from './invite-user.ts';
import { linksSpend } from './link-store.ts';
import { mailInvitation } from './renew-invitation.ts';
import { notifyPerson } from './notify.ts';
import { passwordSet } from './secret-store.ts';
import { sessionsEnd } from './session-store.ts';
import { showUser } from './show-user.ts';
import { userFind, type UserRow } from './user-store.ts';
import type { ACTIONS } from './user-wire.ts';

interface Act {
  readonly tx: TenantWriter;
  readonly caller: Caller;
  readonly target: { readonly userId: string; readonly now: Date };
  readonly body: { readonly action?: (typeof ACTIONS)[number] };
  readonly passwordHash: string | undefined;
}

type Shown = { readonly data: ReturnType<typeof showUser> & { readonly mailed?: boolean } };

const needed: Fault = { field: 'password', rule: 'required', message: 'Send the new password.' };

/** Does one thing to an account that is more than a change of fields. */
export async function actOnUser(deps: IdentityDeps, act: Act): Promise<RouteResult<Shown>> {
  const { tx, caller, target, body } = act;
  const { userId, now } = target;
  const action = body.action ?? 'revokeAllSessions';
  const user = await lockChangeable(tx, caller, userId);
  if (userId === caller.actorId && action !== 'revokeAllSessions')
    throw new AppError('FORBIDDEN', 'This is for others. Your own account you change under /api/v1/auth.');
  const isWayIn = action === 'setPassword' || action === 'disable2FA' || action === 'invite';
  if (isWayIn) requireAsMuch(caller, user);
  const ended = await endedBy(act, user, action);
  if (isWayIn) await accessBondSet(tx, userId);
  const renewed = action === 'invite' ? await mailInvitation(deps, tx, user, now) : undefined;
  if (renewed) ended.push(...renewed.linkIds);
  const changed = (await userFind(tx, userId)) ?? user;
  const later = async () => {
    deps.forgetSessions();
    deps.forgetKeys();
    const mailed = await renewed?.send();
    return { data: { ...showUser(changed, caller), ...(mailed === undefined ? {} : { mailed }) } };
  };
  return { later, touched: [userId, ...ended], detail: { action } };
}

/** Does it, and gives the ids of what ended with it. */
async function endedBy(act: Act, user: UserRow, action: (typeof ACTIONS)[number]): Promise<string[]> {
  const { tx, caller, target } = act;
  const { userId, now } = target;
  switch (action) {
    case 'disable2FA':
      return removeFactors(tx, user, now);
    case 'revokeAllSessions':
      return sessionsEnd(tx, { userId }, 'ended_by_admin', now);
    case 'ban':
      return [...(await changeUser(tx, caller, target, { status: 'inactive' })).ended];
    case 'unban':
      return [...(await changeUser(tx, caller, target, { status: 'active' })).ended];
    case 'setPassword': {
      if (act.passwordHash === undefined) throw invalid([needed]);
      if (needsSecondFactor(user.role))
        throw invalid([{ field: 'password', rule: 'not_allowed', message: CHOSEN_BY_LINK }]);
      const links = await linksSpend(tx, userId, undefined, now);
      await passwordSet(tx, userId, act.passwordHash, now);
      await notifyPerson(tx, 'password_changed', { userId, email: user.email }, now);
      return [...links, ...(await sessionsEnd(tx, { userId }, 'password_set_by_admin', now))];
    }
    case 'invite': {
      if (user.status === 'inactive')
        throw invalid([
          { field: 'action', rule: 'not_allowed', message: 'This account is switched off. Unban it first.' },
        ]);
      return [];
    }
    case 'withdrawInvitation':
      return linksSpend(tx, userId, 'invitation', now);
    default:
      return unreachable(action);
  }
}
