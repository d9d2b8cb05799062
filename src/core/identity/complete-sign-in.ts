import { AppError } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { isInNetworks } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { systemContext, type SessionCookie } from '../gate/index.ts';
import type { TenantContext, TenantWriter } from '../tenancy/index.ts';
import { beginSession, type SignInMethod } from './begin-session.ts';
import { notifyPerson } from './notify.ts';
import { signInRules } from './role-store.ts';
import { signInInsert } from './sign-in-store.ts';
import { type Account, userUpdate } from './user-store.ts';

/** Where a sign-in comes from. */
export interface SignInOrigin {
  readonly requestId: string;
  readonly address: string;
  readonly device: string;
}

/** What Careroute does about an account of its own accord, such as judging a password. */
export const accountContext = ({ tenantId }: Pick<Account, 'tenantId'>): TenantContext => systemContext(tenantId);

const onBehalfOf = ({ userId: id }: Pick<Account, 'userId'>) => ({ kind: 'person', id });

/** How a sign-in came about. */
export interface SignInHow {
  readonly method: SignInMethod;
  readonly withFactor: boolean;
  readonly origin: SignInOrigin;
  readonly now: Date;
  /** The passkey that was used. */
  readonly passkeyId?: string | undefined;
}

/** The person is in: a full session, a line of login activity, an event in the trail. */
export async function completeSignIn(
  tx: TenantWriter,
  account: Account,
  how: SignInHow,
): Promise<{ sessionId: string; cookie: SessionCookie }> {
  const { method, origin, now, withFactor } = how;
  const { userId, role } = account;
  const { address, device, requestId } = origin;
  await requireOwnNetwork(tx, role, address);
  const begun = await beginSession(tx, { userId, role, stage: 'full', method, withFactor, address, device, now });
  await userUpdate(tx, userId, { lastSignInAt: now });
  if (method === 'password+recovery_code') await notifyPerson(tx, 'recovery_code_used', account, now);
  await signInInsert(tx, { signInId: newId(now.getTime()), userId, at: now, success: true, method, address, device });
  const event = {
    action: 'session.sign_in',
    entity: 'session',
    entityIds: [begun.sessionId, userId, ...(how.passkeyId ? [how.passkeyId] : [])],
    outcome: 'done',
    detail: { method },
  } as const;
  await recordAudit(tx, now, [{ event, origin: { requestId, address }, onBehalfOf: onBehalfOf(account) }]);
  return begun;
}

/** Refuses a person whose role may not sign in from where the request comes from. */
async function requireOwnNetwork(tx: TenantWriter, role: string, address: string): Promise<void> {
  const rule = (await signInRules(tx)).find((one) => one.role === role);
  if (rule && !isInNetworks(address, rule.allowedCidrs))
    throw new AppError('FORBIDDEN', 'Your organisation lets nobody with your role sign in from here. Ask its owner.');
}

/** What of a try to sign in was refused. */
export interface RefusedSignIn {
  readonly method: string;
  readonly reason: string;
  readonly origin: Omit<SignInOrigin, 'requestId'>;
  readonly now: Date;
}

/** A line of login activity for a try that was refused. */
export async function noteFailure(tx: TenantWriter, userId: string, what: RefusedSignIn): Promise<void> {
  const { method, reason, origin, now } = what;
  const { address, device } = origin;
  const entry = { signInId: newId(now.getTime()), userId, at: now, success: false, method, reason, address, device };
  await signInInsert(tx, entry);
}

/** The same, and an event in the trail, for a try that nobody else has recorded. */
export async function noteRefusedSignIn(
  tx: TenantWriter,
  account: Pick<Account, 'userId'>,
  what: RefusedSignIn & { readonly origin: SignInOrigin },
): Promise<void> {
  const { method, reason, origin, now } = what;
  const { address, requestId } = origin;
  const { userId } = account;
  await noteFailure(tx, userId, what);
  const event = {
    action: 'session.sign_in',
    entity: 'session',
    entityIds: [userId],
    outcome: 'refused',
    detail: { method, reason },
  } as const;
  await recordAudit(tx, now, [{ event, origin: { requestId, address }, onBehalfOf: onBehalfOf(account) }]);
}
