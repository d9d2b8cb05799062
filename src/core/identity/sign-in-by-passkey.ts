import { AppError } from '../../kernel/app-error.ts';
import { recordAudit } from '../audit/index.ts';
import type { SessionCookie } from '../gate/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { accountContext, completeSignIn, noteRefusedSignIn, type SignInOrigin } from './complete-sign-in.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { notifyPerson } from './notify.ts';
import {
  type PasskeyAnswer,
  type PasskeyOwner,
  type PasskeyRefused,
  passkeyUse,
  verifyPasskey,
} from '../passkeys/index.ts';
import { accountsFind, userFind, userLock } from './user-store.ts';

const WRONG = 'This passkey does not sign in here. Ask for new options, then try again or sign in another way.';

/** What the trail says when a passkey's counter went back: a copy of it is about. */
export const onBlockedPasskey =
  ({ clock }: Pick<IdentityDeps, 'clock'>, origin: SignInOrigin) =>
  async (tx: TenantWriter, { passkeyId, userId }: PasskeyOwner): Promise<void> => {
    const now = clock.now();
    const user = await userFind(tx, userId);
    if (user) await notifyPerson(tx, 'passkey_blocked', { userId, email: user.email }, now);
    const entityIds = [passkeyId, userId];
    const event = { action: 'factor.block_passkey', entity: 'passkey', entityIds, outcome: 'done' } as const;
    const detail = { reason: 'counter_went_back' };
    const { requestId, address } = origin;
    const onBehalfOf = { kind: 'person', id: userId };
    await recordAudit(tx, now, [{ event: { ...event, detail }, origin: { requestId, address }, onBehalfOf }]);
  };

/**
 * Signs in by a passkey alone; its user verification is the second factor. Throws UNAUTHORIZED with one text for
 * whatever is wrong.
 */
export async function signInByPasskey(
  deps: IdentityDeps,
  answer: PasskeyAnswer,
  origin: SignInOrigin,
): Promise<SessionCookie> {
  const attempt = await deps.attempts.begin(`passkey ${answer.id.slice(0, 100)}`, origin.address);
  const now = deps.clock.now();
  const onBlocked = onBlockedPasskey(deps, origin);
  const verdict = await verifyPasskey({ ...deps, onBlocked }, answer, { purpose: 'sign_in' }, now);
  if (verdict.kind === 'refused') {
    await noteRefusal(deps, verdict, origin);
    throw new AppError('UNAUTHORIZED', WRONG);
  }
  const [account] = await accountsFind(deps.identity, verdict.passkey, now);
  if (account?.status !== 'active') throw new AppError('UNAUTHORIZED', WRONG);
  const { passkeyId } = verdict.use;
  const how = { method: 'passkey', withFactor: true, origin, now, passkeyId } as const;
  const cookie = await deps.identityTenancy.withTenant(accountContext(account), async (tx) => {
    const user = await userLock(tx, account.userId);
    if (user?.status !== 'active' || !(await passkeyUse(tx, verdict.use, now)))
      throw new AppError('UNAUTHORIZED', WRONG);
    return (await completeSignIn(tx, { ...account, role: user.role }, how)).cookie;
  });
  attempt.good().catch(deps.onProblem);
  return cookie;
}

async function noteRefusal(
  deps: IdentityDeps,
  { passkey, reason }: PasskeyRefused,
  origin: SignInOrigin,
): Promise<void> {
  if (!passkey) return;
  await deps.identityTenancy.withTenant(accountContext(passkey), (tx) =>
    noteRefusedSignIn(tx, passkey, { method: 'passkey', reason, origin, now: deps.clock.now() }),
  );
}
