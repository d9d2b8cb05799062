import { AppError, notFound, refusedField } from '../../kernel/app-error.ts';
import { defineRoute, type Route } from '../gate/index.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { beyondOwn } from './invite-user.ts';
import { sessionsEnd } from './session-store.ts';
import { showUser } from './show-user.ts';
import { ownersLock, userLock, userUpdate } from './user-store.ts';
import { transferBody, userAnswer } from './user-wire.ts';

const wrongTarget = (message: string) => refusedField('CONFLICT', { field: 'targetUserId', rule: 'conflict', message });

/** What only an owner does. */
export const ownerRoutes = (deps: IdentityDeps): Route[] => [transferRoute(deps)];

const transferRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    id: 'transfer_ownership',
    method: 'POST',
    path: '/api/admin/owner/transfer',
    tag: 'organizations',
    summary: 'Make another admin the owner; you stay as an admin. Both sign in anew.',
    permission: 'ownership:transfer',
    peopleOnly: true,
    stepUp: true,
    realm: 'identity',
    audit: { action: 'user.transfer_ownership', entity: 'user' },
    body: transferBody,
    response: userAnswer,
    async handle({ tx, caller, now, body: { targetUserId } }) {
      await ownersLock(tx);
      const target = await userLock(tx, targetUserId);
      if (!target) throw notFound();
      const [owner, admin] =
        caller.role === 'practice_owner'
          ? (['practice_owner', 'practice_admin'] as const)
          : (['owner', 'admin'] as const);
      if (await beyondOwn(tx, caller, owner))
        throw new AppError(
          'FORBIDDEN',
          'Your own role is narrowed: you cannot make anybody the owner. Ask another owner.',
        );
      if (target.role !== admin || target.status !== 'active')
        throw wrongTarget('Only an active admin can become the owner. Make them an admin first.');
      const self = await userLock(tx, caller.actorId);
      if (self?.role !== owner) throw new AppError('CONFLICT', 'You are the owner no more. Sign in again.');
      if (target.customRoleId || target.readOnly || target.accessUntil)
        throw wrongTarget('This admin is narrowed. Lift that first.');
      await userUpdate(tx, caller.actorId, { role: admin, customRoleId: null });
      const user = await userUpdate(tx, target.id, { role: owner });
      if (!user) throw notFound();
      const ended = [
        ...(await sessionsEnd(tx, { userId: target.id }, 'rights_changed', now)),
        ...(await sessionsEnd(tx, { userId: caller.actorId }, 'rights_changed', now)),
      ];
      const later = async () => {
        deps.forgetSessions();
        return { data: showUser(user, caller) };
      };
      return { later, touched: [target.id, caller.actorId, ...ended], cookie: 'clear' };
    },
  });
