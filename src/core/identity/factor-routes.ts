import { randomBytes } from 'node:crypto';
import { AppError } from '../../kernel/app-error.ts';
import type { Caller } from '../access/index.ts';
import { defineRoute, requireStepUp, type Route } from '../gate/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { confirmTotp } from './confirm-totp.ts';
import { needsSecondFactor } from './domain/role-limits.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { notifyPerson } from './notify.ts';
import { newTotpSecret, totpInvitation } from './one-time-code.ts';
import { passkeyList } from '../passkeys/index.ts';
import { paceChanges } from './pace-changes.ts';
import { totpPlace } from './read-factor.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code.ts';
import { recoveryCodesLeft, recoveryCodesReplace, totpOffer as offerTotp, totpRemove } from './secret-store.ts';
import { onRefusedFactor, signInOriginOf } from './sign-in-routes.ts';
import { hasFactor, userFind, userLock } from './user-store.ts';
import { codesAnswer, done, factorsAnswer, totpConfirmBody, totpOffer } from './wire.ts';

const head = { tag: 'auth', permission: 'account:own', peopleOnly: true, realm: 'account' } as const;
/** A factor is set up while signing in for the first time, or later after a fresh proof. */
const stages = ['enrolment', 'full'] as const;

/** A changed factor needs a fresh proof, but for the first one: the password was shown a moment ago. */
export function requireFreshProof(caller: Caller, now: Date): void {
  if (caller.session?.stage === 'full') requireStepUp(caller, now);
}

/** Setting up and taking away what a person proves who they are with. */
export const factorRoutes = (deps: IdentityDeps): Route[] => [
  listRoute(),
  offerRoute(deps),
  confirmRoute(deps),
  removeRoute(deps),
  codesRoute(deps),
];

const listRoute = (): Route =>
  defineRoute({
    ...head,
    id: 'list_factors',
    method: 'GET',
    path: '/api/v1/auth/factors',
    summary: 'What is set up to prove who you are.',
    stages,
    audit: { action: 'factor.list', entity: 'user' },
    response: factorsAnswer,
    async handle({ tx, caller: { actorId } }) {
      const user = await userFind(tx, actorId);
      const passkeys = await passkeyList(tx, actorId);
      const data = {
        totp: user?.hasTotp ?? false,
        recoveryCodesLeft: await recoveryCodesLeft(tx, actorId),
        passkeys: passkeys.map(({ passkeyId: id, name, createdAt, lastUsedAt, blockedAt }) => ({
          id,
          name,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
          blocked: blockedAt !== null,
        })),
      };
      return { answer: { data }, touched: [actorId] };
    },
  });

const offerRoute = ({ vault }: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'offer_totp',
    method: 'POST',
    path: '/api/v1/auth/totp',
    summary: 'A new secret for an authenticator app. It counts once a code of it was confirmed.',
    stages,
    audit: { action: 'factor.offer_totp', entity: 'user' },
    response: totpOffer,
    prepare: ({ tenantId }) => vault.prepareSecrets(tenantId),
    async handle({ tx, caller, now }) {
      requireFreshProof(caller, now);
      const { tenantId, actorId: userId } = caller;
      const secret = newTotpSecret(randomBytes);
      await offerTotp(tx, userId, await vault.sealSecret(totpPlace({ tenantId, userId }), secret));
      const user = await userFind(tx, userId);
      const { uri, secret: base32 } = totpInvitation(secret, user?.email ?? '');
      return { answer: { data: { secret: base32, otpauthUrl: uri } }, touched: [userId] };
    },
  });

const confirmRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'confirm_totp',
    method: 'POST',
    path: '/api/v1/auth/totp/confirm',
    summary: 'Confirm the new secret by a code of it; gives recovery codes, once, and finishes a first sign-in.',
    stages,
    audit: { action: 'factor.confirm_totp', entity: 'user' },
    body: totpConfirmBody,
    response: codesAnswer,
    onRefused: onRefusedFactor(deps, 'totp'),
    async handleAlone(request) {
      requireFreshProof(request.caller, request.now);
      const { codes, cookie } = await confirmTotp(deps, request.caller, request.body.code, signInOriginOf(request));
      return {
        answer: { data: { success: true, recoveryCodes: codes } },
        audited: true,
        ...(cookie ? { cookie } : {}),
      };
    },
  });

/** Throws CONFLICT if the person's role needs a factor and this was the last one. */
export async function requireFactorLeft(tx: TenantWriter, userId: string): Promise<void> {
  const user = await userFind(tx, userId);
  if (!user || user.hasTotp || user.passkeys > 0) return;
  if (needsSecondFactor(user.role))
    throw new AppError(
      'CONFLICT',
      'Your role needs a second factor. Set up another one before you take this one away.',
    );
  await recoveryCodesReplace(tx, userId, []);
}

const removeRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'remove_totp',
    method: 'DELETE',
    path: '/api/v1/auth/totp',
    summary: 'Take the authenticator app away.',
    stepUp: true,
    audit: { action: 'factor.remove_totp', entity: 'user' },
    response: done,
    prepare: (caller) => paceChanges(deps, caller),
    async handle({ tx, caller: { actorId }, now }) {
      const user = await userLock(tx, actorId);
      await totpRemove(tx, actorId);
      await requireFactorLeft(tx, actorId);
      if (user?.hasTotp) await notifyPerson(tx, 'factor_removed', { userId: actorId, email: user.email }, now);
      return { answer: { data: { success: true } }, touched: [actorId] };
    },
  });

const codesRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...head,
    id: 'renew_recovery_codes',
    method: 'POST',
    path: '/api/v1/auth/recovery-codes',
    summary: 'New recovery codes; the old ones open nothing any more.',
    stepUp: true,
    audit: { action: 'factor.renew_codes', entity: 'user' },
    response: codesAnswer,
    prepare: (caller) => paceChanges(deps, caller),
    async handle({ tx, caller: { actorId }, now }) {
      const user = await userLock(tx, actorId);
      if (!user || !hasFactor(user))
        throw new AppError('CONFLICT', 'Recovery codes stand in for a second factor. Set one up first.');
      const recoveryCodes = newRecoveryCodes();
      await recoveryCodesReplace(
        tx,
        actorId,
        recoveryCodes.map((code) => hashRecoveryCode(deps.pepper, actorId, code)),
      );
      await notifyPerson(tx, 'recovery_codes_renewed', { userId: actorId, email: user.email }, now);
      return { answer: { data: { success: true, recoveryCodes } }, touched: [actorId] };
    },
  });
