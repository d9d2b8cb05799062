import { AppError, type Fault } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { recordAudit } from '../audit/index.ts';
import { answerEvenly } from './answer-evenly.ts';
import { isCommonPassword, passwordFaults } from '../passwords/index.ts';
import { accountContext, type SignInOrigin } from './complete-sign-in.ts';
import { emailKey } from './domain/email-address.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { linkClaim, linkFind, linksSpend } from './link-store.ts';
import { makeLink, resetMail } from './make-link.ts';
import { notifyPerson } from './notify.ts';
import { passwordSet, secretsFind } from './secret-store.ts';
import { hashToken } from './secret-token.ts';
import { sessionsEnd } from './session-store.ts';
import { type Account, accountsFind, userLock } from './user-store.ts';

/**
 * Mails a link for a new password, if there is such an account. The answer is the same, and takes as long, if there is
 * none; the mail goes out after it.
 */
export async function requestReset(
  deps: IdentityDeps,
  request: { readonly email: string; readonly organization?: string | undefined; readonly origin: SignInOrigin },
): Promise<void> {
  return answerEvenly(async () => {
    const { origin, organization: slug } = request;
    const email = emailKey(request.email) ?? request.email.toLowerCase();
    // Counts like a failed try, so that nobody's mailbox is flooded; it says nothing of the account.
    await deps.attempts.begin(`reset ${email}`, origin.address);
    const found = await accountsFind(deps.identity, { email, ...(slug ? { slug } : {}) }, deps.clock.now());
    const active = found.filter((account) => account.status === 'active');
    for (const account of active) send(deps, account, origin).catch(deps.onProblem);
    if (active.length > 0) return;
    const nobody = { tenantId: newId(0), userId: newId(0) };
    await deps.identityTenancy.readTenant(accountContext(nobody), (tx) => secretsFind(tx, nobody.userId));
  });
}

async function send(deps: IdentityDeps, account: Account, origin: SignInOrigin): Promise<void> {
  const now = deps.clock.now();
  const { userId, email } = account;
  const link = await deps.identityTenancy.withTenant(accountContext(account), async (tx) => {
    const user = await userLock(tx, userId);
    if (user?.status !== 'active' || user.email !== email) return undefined;
    const made = await makeLink(tx, { userId, purpose: 'password_reset', publicUrl: deps.publicUrl, now });
    const entityIds = [made.linkId, userId];
    const event = { action: 'password.request_reset', entity: 'user', entityIds, outcome: 'done' } as const;
    const { requestId, address } = origin;
    await recordAudit(tx, now, [{ event, origin: { requestId, address }, onBehalfOf: { kind: 'person', id: userId } }]);
    return made;
  });
  if (link) await deps.mail.send(resetMail(email, link.url));
}

/** The refusal of a link that opens nothing: unknown, used, or too old. */
export const linkGone = (): AppError =>
  new AppError('GONE', 'This link is used up, too old, or not one of ours. Ask for a new one.');

/**
 * Sets a password by a mailed link, once, and ends all sessions. It signs nobody in: the second factor is asked for at
 * the next sign-in as always. Throws GONE.
 */
export async function resetPassword(
  deps: IdentityDeps,
  request: { readonly token: string; readonly password: string; readonly origin: SignInOrigin },
): Promise<{ kind: 'changed' } | { kind: 'refused'; faults: Fault[] }> {
  const { origin, password } = request;
  const found = await linkFind(deps.identity, hashToken(request.token), 'password_reset', deps.clock.now());
  if (found?.status !== 'active') throw linkGone();
  const faults = passwordFaults(password, found.email, isCommonPassword);
  if (faults.length > 0) return { kind: 'refused', faults };
  const hash = await deps.passwords.hash(password);
  const now = deps.clock.now();
  const { userId, linkId } = found;
  await deps.identityTenancy.withTenant(accountContext(found), async (tx) => {
    // Before anything else: whoever just signs in by the old password is done, and goes, or comes too late.
    if (!(await userLock(tx, userId)) || !(await linkClaim(tx, linkId, now))) throw linkGone();
    await passwordSet(tx, userId, hash, now);
    await notifyPerson(tx, 'password_changed', found, now);
    await linksSpend(tx, userId, undefined, now);
    const ended = await sessionsEnd(tx, { userId }, 'password_reset', now);
    const entityIds = [userId, linkId, ...ended];
    const event = { action: 'password.reset', entity: 'user', entityIds, outcome: 'done' } as const;
    const { requestId, address } = origin;
    await recordAudit(tx, now, [{ event, origin: { requestId, address }, onBehalfOf: { kind: 'person', id: userId } }]);
  });
  deps.forgetSessions();
  return { kind: 'changed' };
}
