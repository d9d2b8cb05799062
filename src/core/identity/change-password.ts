import { AppError, type Fault } from '../../kernel/app-error.ts';
import { type Caller, requireValidCaller } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { isCommonPassword, passwordFaults } from '../passwords/index.ts';
import { accountContext, type SignInOrigin } from './complete-sign-in.ts';
import { accountOf } from './finish-sign-in.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { linksSpend } from './link-store.ts';
import { notifyPerson } from './notify.ts';
import { paceChanges } from './pace-changes.ts';
import { passwordSet, secretsFind } from './secret-store.ts';
import { sessionsEnd } from './session-store.ts';
import { userLock } from './user-store.ts';
import { wrongField } from './wrong-proof.ts';

/**
 * Changes the own password after the old one was shown. All other sessions end, since somebody else may have known it.
 * Throws UNAUTHORIZED for a wrong old one.
 */
export async function changePassword(
  deps: IdentityDeps,
  caller: Caller,
  { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
  origin: SignInOrigin,
): Promise<{ kind: 'changed' } | { kind: 'refused'; faults: Fault[] }> {
  const account = await accountOf(deps, caller);
  const { userId } = account;
  const context = accountContext(account);
  const attempt = await deps.attempts.beginWithin(`password ${account.tenantId} ${userId}`);
  const secrets = await deps.identityTenancy.readTenant(context, (tx) => secretsFind(tx, userId));
  if (!(await deps.passwords.verify(secrets?.passwordHash ?? undefined, currentPassword)))
    throw wrongField('currentPassword', 'This is not your password. Check it, then try again.');
  await attempt.good();
  const faults = passwordFaults(newPassword, account.email, isCommonPassword, 'newPassword');
  if (faults.length > 0) return { kind: 'refused', faults };
  await paceChanges(deps, caller);
  const hash = await deps.passwords.hash(newPassword);
  const now = deps.clock.now();
  await deps.identityTenancy.withTenant(context, async (tx) => {
    await userLock(tx, userId);
    await requireValidCaller(tx, caller, now);
    if ((await secretsFind(tx, userId))?.passwordHash !== secrets?.passwordHash)
      throw new AppError('CONFLICT', 'The password was changed meanwhile. Sign in again.');
    await linksSpend(tx, userId, undefined, now);
    await passwordSet(tx, userId, hash, now);
    await notifyPerson(tx, 'password_changed', account, now);
    const except = caller.session?.sessionId ?? '';
    const ended = await sessionsEnd(tx, { userId, except }, 'password_changed', now);
    const entityIds = [userId, ...ended];
    const event = { action: 'password.change', entity: 'user', entityIds, outcome: 'done' } as const;
    const { requestId, address } = origin;
    await recordAudit(tx, now, [{ event, origin: { requestId, address }, onBehalfOf: { kind: 'person', id: userId } }]);
  });
  deps.forgetSessions();
  return { kind: 'changed' };
}
