import { AppError } from '../../kernel/app-error.ts';
import { type Caller, requireValidCaller } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { SessionCookie } from '../gate/index.ts';
import type { SignInMethod } from './begin-session.ts';
import { accountContext, completeSignIn, type SignInOrigin } from './complete-sign-in.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { notifyPerson } from './notify.ts';
import { type FactorClaim, type FactorProof, readFactor } from './read-factor.ts';
import { wrongProof } from './wrong-proof.ts';
import { hashToken, newToken } from './secret-token.ts';
import { secretsFind } from './secret-store.ts';
import { sessionRotate, sessionsEnd } from './session-store.ts';
import { type Account, accountsFind, hasFactor, userFind, userLock } from './user-store.ts';

/** The person of a session, as an account that may still be used. Throws UNAUTHORIZED if it may not. */
export async function accountOf(deps: IdentityDeps, caller: Caller): Promise<Account> {
  const by = { tenantId: caller.tenantId, userId: caller.actorId };
  const [account] = await accountsFind(deps.identity, by, deps.clock.now());
  if (!account) throw new AppError('UNAUTHORIZED', 'This account may not be used any more.');
  return account;
}

/** Tries of a person's factors count together, wherever they are shown. */
export const factorAttempts = (account: Account): string => `factor ${account.tenantId} ${account.userId}`;

const METHODS: Readonly<Record<FactorClaim['method'], SignInMethod>> = {
  totp: 'password+totp',
  passkey: 'password+passkey',
  recovery_code: 'password+recovery_code',
};

const sessionIdOf = ({ session }: Caller): string => {
  if (!session) throw new TypeError('a route for people was called by a key');
  return session.sessionId;
};

/** The second step of a sign-in: the unfinished session ends, a full one under another token begins. */
export async function finishSignIn(
  deps: IdentityDeps,
  caller: Caller,
  proof: FactorProof,
  origin: SignInOrigin,
): Promise<SessionCookie> {
  const account = await accountOf(deps, caller);
  const attempt = await deps.attempts.beginWithin(factorAttempts(account));
  const factor = await readFactor(deps, account, proof, { purpose: 'second_factor', origin });
  const now = deps.clock.now();
  const begun = await deps.identityTenancy.withTenant(accountContext(account), async (tx) => {
    const user = await userLock(tx, account.userId);
    if (user?.status !== 'active') throw new AppError('UNAUTHORIZED', 'This account may not be used any more.');
    if (!(await factor?.claim(tx, now)) || !factor) throw wrongProof(proof);
    const ended = await sessionsEnd(
      tx,
      { userId: account.userId, only: sessionIdOf(caller) },
      'second_factor_shown',
      now,
    );
    if (ended.length === 0) throw new AppError('UNAUTHORIZED', 'This sign-in has ended. Begin it again.');
    const { passkeyId } = factor;
    const how = { method: METHODS[factor.method], withFactor: true, origin, now, passkeyId };
    return completeSignIn(tx, { ...account, role: user.role }, how);
  });
  deps.forgetSessions();
  attempt.good().catch(deps.onProblem);
  return begun.cookie;
}

/**
 * Shows a factor again within a session, before something dangerous: the session goes on under another token. Who has
 * set up no second factor, and needs none, shows the password.
 */
export async function stepUp(
  deps: IdentityDeps,
  caller: Caller,
  proof: FactorProof & { readonly password?: string | undefined },
  origin: SignInOrigin,
): Promise<SessionCookie> {
  const account = await accountOf(deps, caller);
  const attempt = await deps.attempts.beginWithin(factorAttempts(account));
  const factor =
    (await readFactor(deps, account, proof, { purpose: 'step_up', origin })) ??
    (await passwordFactor(deps, account, proof.password));
  const now = deps.clock.now();
  const token = newToken();
  const sessionId = sessionIdOf(caller);
  const expiresAt = await deps.identityTenancy.withTenant(accountContext(account), async (tx) => {
    await userLock(tx, account.userId);
    if (!(await factor?.claim(tx, now)) || !factor) throw wrongProof(proof);
    await requireValidCaller(tx, caller, now);
    if (factor.method === 'recovery_code') await notifyPerson(tx, 'recovery_code_used', account, now);
    const until = await sessionRotate(tx, sessionId, { tokenHash: hashToken(token), now });
    if (!until) throw new AppError('UNAUTHORIZED', 'This session has ended. Sign in again.');
    const event = {
      action: 'session.step_up',
      entity: 'session',
      entityIds: [sessionId, account.userId, ...('passkeyId' in factor && factor.passkeyId ? [factor.passkeyId] : [])],
      outcome: 'done',
      detail: { method: factor.method },
    } as const;
    const { requestId, address } = origin;
    const onBehalfOf = { kind: 'person', id: account.userId };
    await recordAudit(tx, now, [{ event, origin: { requestId, address }, onBehalfOf }]);
    return until;
  });
  deps.forgetSessions();
  attempt.good().catch(deps.onProblem);
  return { token, maxAgeSeconds: Math.ceil((expiresAt.getTime() - now.getTime()) / 1000) };
}

async function passwordFactor(
  deps: IdentityDeps,
  account: Account,
  password: string | undefined,
): Promise<{ readonly method: 'password'; claim(): Promise<boolean> } | undefined> {
  if (password === undefined) return undefined;
  const stored = await deps.identityTenancy.readTenant(accountContext(account), async (tx) => {
    const user = await userFind(tx, account.userId);
    return !user || hasFactor(user) ? undefined : ((await secretsFind(tx, account.userId))?.passwordHash ?? undefined);
  });
  const holds = await deps.passwords.verify(stored, password);
  return { method: 'password', claim: async () => holds };
}
