import type { Fault } from '../../kernel/app-error.ts';
import { recordAudit } from '../audit/index.ts';
import { beginSession } from './begin-session.ts';
import { isCommonPassword, passwordFaults } from '../passwords/index.ts';
import { accountContext, completeSignIn, type SignInOrigin } from './complete-sign-in.ts';
import { needsSecondFactor } from './domain/role-limits.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { linkClaim, linkFind, linksSpend } from './link-store.ts';
import { notifyPerson } from './notify.ts';
import { linkGone } from './reset-password.ts';
import { passwordSet, secretsFind } from './secret-store.ts';
import { hashToken } from './secret-token.ts';
import { sessionsEnd } from './session-store.ts';
import type { SignInStep } from './sign-in.ts';
import { hasFactor, userLock, userUpdate } from './user-store.ts';

export interface Acceptance {
  readonly token: string;
  readonly password: string;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly origin: SignInOrigin;
}

/**
 * Takes an invitation up, once: the person chooses a password and is signed in, as far as setting up the second factor
 * where the role needs one. Throws GONE.
 */
export async function acceptInvitation(
  deps: IdentityDeps,
  acceptance: Acceptance,
): Promise<{ kind: 'accepted'; step: SignInStep } | { kind: 'refused'; faults: Fault[] }> {
  const { origin, password, firstName, lastName } = acceptance;
  const found = await linkFind(deps.identity, hashToken(acceptance.token), 'invitation', deps.clock.now());
  if (!found) throw linkGone();
  const faults = passwordFaults(password, found.email, isCommonPassword);
  if (faults.length > 0) return { kind: 'refused', faults };
  const hash = await deps.passwords.hash(password);
  const now = deps.clock.now();
  const { userId, linkId, tenantId, email } = found;
  const step = await deps.identityTenancy.withTenant(accountContext(found), async (tx): Promise<SignInStep> => {
    const user = await userLock(tx, userId);
    if (!user || !(await linkClaim(tx, linkId, now))) throw linkGone();
    const isReplaced = ((await secretsFind(tx, userId))?.passwordHash ?? null) !== null;
    await passwordSet(tx, userId, hash, now);
    if (isReplaced) await notifyPerson(tx, 'password_changed', { userId, email }, now);
    await linksSpend(tx, userId, undefined, now);
    await sessionsEnd(tx, { userId }, 'invitation_accepted', now);
    await userUpdate(tx, userId, { status: 'active', firstName, lastName });
    const { requestId, address, device } = origin;
    const { role } = user;
    const stage = hasFactor(user) ? 'second_factor' : needsSecondFactor(role) ? 'enrolment' : 'full';
    const event = { action: 'user.accept_invitation', entity: 'user', outcome: 'done', detail: { stage } } as const;
    const record = (entityIds: string[]) =>
      recordAudit(tx, now, [
        {
          event: { ...event, entityIds },
          origin: { requestId, address },
          onBehalfOf: { kind: 'person', id: userId },
        },
      ]);
    if (stage === 'full') {
      await record([userId, linkId]);
      const how = { method: 'invitation', withFactor: false, origin, now } as const;
      const account = { tenantId, userId, email, role, status: 'active', slug: '' } as const;
      const { cookie } = await completeSignIn(tx, account, how);
      return { status: 'signed_in', methods: [], cookie };
    }
    const start = { userId, role, stage, method: 'invitation', withFactor: false, address, device, now } as const;
    const { cookie, sessionId } = await beginSession(tx, start);
    await record([userId, linkId, sessionId]);
    return stage === 'enrolment'
      ? { status: 'enrolment_required', methods: ['totp', 'passkey'], cookie }
      : { status: 'second_factor_required', methods: ['totp', 'passkey', 'recovery_code'], cookie };
  });
  deps.forgetSessions();
  return { kind: 'accepted', step };
}
