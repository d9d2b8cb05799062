import { AppError, refusedField } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import type { Caller } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { SessionCookie } from '../gate/index.ts';
import { accountContext, type SignInOrigin } from './complete-sign-in.ts';
import { finishEnrolment, requireEnrollable } from './confirm-totp.ts';
import { accountOf } from './finish-sign-in.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { notifyPerson } from './notify.ts';
import { paceChanges } from './pace-changes.ts';
import { passkeyInsert, type RegistrationAnswer, verifyPasskeyRegistration } from '../passkeys/index.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code.ts';
import { recoveryCodesReplace } from './secret-store.ts';
import { hasFactor, userLock } from './user-store.ts';

/** Enough for every device of a person, and no store of them. */
const MOST = 20;

/** Keeps a passkey that a browser just made. Recovery codes come with the first second factor only. */
export async function addPasskey(
  deps: IdentityDeps,
  caller: Caller,
  body: { readonly name: string; readonly passkey: RegistrationAnswer },
  origin: SignInOrigin,
): Promise<{ passkeyId: string; codes: string[]; cookie: SessionCookie | undefined }> {
  const account = await accountOf(deps, caller);
  const { userId } = account;
  const now = deps.clock.now();
  const verdict = await verifyPasskeyRegistration(deps, body.passkey, account, now);
  if (verdict.kind === 'refused')
    throw refusedField('UNAUTHORIZED', {
      field: 'passkey',
      rule: 'wrong',
      message: 'It could not be verified. Ask for new options, then try again.',
    });
  await paceChanges(deps, caller);
  const passkeyId = newId(now.getTime());
  return deps.identityTenancy.withTenant(accountContext(account), async (tx) => {
    await requireEnrollable(tx, caller, userId, now);
    const user = await userLock(tx, userId);
    if (!user || user.passkeys + user.blockedPasskeys >= MOST)
      throw new AppError('CONFLICT', `An account has at most ${MOST} passkeys. Take one away first.`);
    if (!(await passkeyInsert(tx, { ...verdict.credential, passkeyId, userId, name: body.name, now })))
      throw refusedField('CONFLICT', {
        field: 'passkey',
        rule: 'conflict',
        message: 'This one is set up already. Use another.',
      });
    const codes = hasFactor(user) ? [] : newRecoveryCodes();
    if (codes.length > 0) {
      const hashes = codes.map((text) => hashRecoveryCode(deps.pepper, userId, text));
      await recoveryCodesReplace(tx, userId, hashes);
    }
    await notifyPerson(tx, 'factor_added', account, now);
    const entityIds = [passkeyId, userId];
    const event = { action: 'factor.add_passkey', entity: 'passkey', entityIds, outcome: 'done' } as const;
    const { requestId, address } = origin;
    await recordAudit(tx, now, [{ event, origin: { requestId, address }, onBehalfOf: { kind: 'person', id: userId } }]);
    const how = { method: 'password+passkey', withFactor: true, origin, now } as const;
    const cookie = await finishEnrolment(tx, caller, account, how);
    return { passkeyId, codes, cookie };
  });
}
