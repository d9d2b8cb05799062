import { AppError } from '../../kernel/app-error.ts';
import { type Caller, requireValidCaller } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { SessionCookie } from '../gate/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { accountContext, completeSignIn, type SignInOrigin } from './complete-sign-in.ts';
import { accountOf, factorAttempts } from './finish-sign-in.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { notifyPerson } from './notify.ts';
import { stepOfCode } from './one-time-code.ts';
import { paceChanges } from './pace-changes.ts';
import { totpPlace } from './read-factor.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code.ts';
import { recoveryCodesReplace, secretsFind, totpConfirm } from './secret-store.ts';
import { sessionsEnd } from './session-store.ts';
import { type Account, hasFactor, userLock } from './user-store.ts';
import { wrongField } from './wrong-proof.ts';

const WRONG = 'This is not the code of this moment. Check the clock of your phone, then send the next one.';

/**
 * A code shows that the app has the new secret, which counts from then on, with fresh recovery codes. A first sign-in
 * that waited for this is finished by it.
 */
export async function confirmTotp(
  deps: IdentityDeps,
  caller: Caller,
  code: string,
  origin: SignInOrigin,
): Promise<{ codes: string[]; cookie: SessionCookie | undefined }> {
  const account = await accountOf(deps, caller);
  const { userId } = account;
  const attempt = await deps.attempts.beginWithin(factorAttempts(account));
  const context = accountContext(account);
  const secrets = await deps.identityTenancy.readTenant(context, (tx) => secretsFind(tx, userId));
  const offer = secrets?.totpOffer;
  if (!offer) throw new AppError('CONFLICT', 'There is no new secret to confirm. Ask for one first.');
  const now = deps.clock.now();
  const step = stepOfCode(await deps.vault.openSecret(totpPlace(account), offer), code, now);
  if (step !== undefined) await paceChanges(deps, caller);
  const codes = newRecoveryCodes();
  const cookie = await deps.identityTenancy.withTenant(context, async (tx) => {
    await requireEnrollable(tx, caller, userId, now);
    if (step === undefined || !(await totpConfirm(tx, userId, { offer, step, now }))) throw wrongField('code', WRONG);
    await recoveryCodesReplace(
      tx,
      userId,
      codes.map((text) => hashRecoveryCode(deps.pepper, userId, text)),
    );
    await notifyPerson(tx, 'factor_added', account, now);
    const event = { action: 'factor.confirm_totp', entity: 'user', entityIds: [userId], outcome: 'done' } as const;
    const { requestId, address } = origin;
    const onBehalfOf = { kind: 'person', id: userId };
    await recordAudit(tx, now, [{ event, origin: { requestId, address }, onBehalfOf }]);
    return finishEnrolment(tx, caller, account, { method: 'password+totp', withFactor: true, origin, now });
  });
  deps.forgetSessions();
  attempt.good().catch(deps.onProblem);
  return { codes, cookie };
}

/**
 * Locks the account for a new factor, in the transaction that keeps it. A sign-in that waits to set up the first factor
 * is worth nothing once there is one: whoever began it with a stolen password comes too late.
 */
export async function requireEnrollable(tx: TenantWriter, caller: Caller, userId: string, now: Date): Promise<void> {
  const user = await userLock(tx, userId);
  await requireValidCaller(tx, caller, now);
  if (!user || (caller.session?.stage === 'enrolment' && hasFactor(user)))
    throw new AppError('UNAUTHORIZED', 'A second factor is set up already. Sign in with it.');
}

/** Lets a person in who had only to set up a second factor; undefined for who was in already. */
export async function finishEnrolment(
  tx: TenantWriter,
  { session }: Caller,
  account: Account,
  how: Parameters<typeof completeSignIn>[2],
): Promise<SessionCookie | undefined> {
  if (session?.stage !== 'enrolment') return undefined;
  const ended = await sessionsEnd(tx, { userId: account.userId, only: session.sessionId }, 'enrolled', how.now);
  if (ended.length === 0) throw new AppError('UNAUTHORIZED', 'This sign-in has ended. Begin it again.');
  return (await completeSignIn(tx, account, how)).cookie;
}
