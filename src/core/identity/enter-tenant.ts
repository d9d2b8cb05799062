import { AppError, invalid, notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import type { Caller } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type SessionCookie, systemContext } from '../gate/index.ts';
import type { SignInOrigin } from './complete-sign-in.ts';
import { accountOf } from './finish-sign-in.ts';
import { grantEnd, grantInsert, rulersOf, tenantFind } from './grant-store.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { notifyOfEntry } from './notify.ts';
import { hashToken, newToken } from './secret-token.ts';
import { sessionVisit } from './session-store.ts';

export interface EntryWish {
  readonly tenantId: string;
  readonly reason: string;
  readonly ticket?: string | undefined;
  readonly minutes: number;
  /** Either id of the one lead that is to be open. */
  readonly leadId?: string | undefined;
}

const NOBODY =
  'There is nobody in this tenant who could be told of it. It can be entered once its owner has an account.';

const NO_LEAD = {
  field: 'leadId',
  rule: 'unknown',
  message: 'This organization has no such lead. Send its UUID, or its short id such as L-1001.',
};

/** Where the reason of a pass is sealed. */
export const reasonPlace = (tenantId: string, grantId: string) => ({
  tenantId,
  table: 'access_grants',
  recordId: grantId,
  part: 'reason',
});

/**
 * Lets a superadmin into a tenant, for a reason and a while: break-glass (45 CFR 164.312(a)(2)(ii)). The pass and its
 * event stand in the tenant's own trail first, then the session is turned; if the process dies in between, nobody has
 * used the pass. The tenant's owners are told by mail, durably. Throws NOT_FOUND, CONFLICT for a tenant that is not
 * active, and VALIDATION_ERROR for a lead that it does not have.
 */
export async function enterTenant(deps: IdentityDeps, caller: Caller, wish: EntryWish, origin: SignInOrigin) {
  const account = await accountOf(deps, caller);
  const tenant = await tenantFind(deps.identity, wish.tenantId);
  if (!tenant) throw notFound();
  if (tenant.status !== 'active') throw new AppError('CONFLICT', 'This tenant is not active. Nobody can enter it.');
  const leadId = wish.leadId === undefined ? undefined : await deps.leadIdOf(tenant.id, wish.leadId);
  if (wish.leadId !== undefined && leadId === undefined) throw invalid([NO_LEAD]);
  const now = deps.clock.now();
  const grantId = newId(now.getTime());
  const expiresAt = new Date(now.getTime() + wish.minutes * 60_000);
  const { ticket } = wish;
  const { requestId, address } = origin;
  await deps.vault.prepareSecrets(tenant.id);
  const sealedReason = await deps.vault.sealSecret(reasonPlace(tenant.id, grantId), Buffer.from(wish.reason));
  await deps.identityTenancy.withTenant(systemContext(tenant.id), async (tx) => {
    const guest = { guestId: account.userId, guestEmail: account.email };
    await grantInsert(tx, { grantId, ...guest, sealedReason, ticket, leadId, now, expiresAt });
    const event = { action: 'tenant.enter', entity: 'access_grant', outcome: 'done' } as const;
    const detail = { minutes: wish.minutes, breakGlass: leadId !== undefined };
    const entityIds = [grantId, ...(leadId ? [leadId] : [])];
    const onBehalfOf = { kind: 'guest', id: account.userId };
    await recordAudit(tx, now, [
      { event: { ...event, entityIds, detail }, origin: { requestId, address }, onBehalfOf },
    ]);
    const rulers = await rulersOf(tx, now);
    if (rulers.length === 0) throw new AppError('CONFLICT', NOBODY);
    await notifyOfEntry(tx, grantId, rulers, now);
  });
  const grant = { tenantId: tenant.id, grantId };
  const cookie = await turnSession(deps, caller, grant, { action: 'tenant.enter', origin });
  const { slug, name } = tenant;
  return { data: { id: tenant.id, name, slug, grantId, expiresAt: expiresAt.toISOString() }, cookie };
}

/** Turns a session to a tenant, or back home, under another token; the home trail has it too. */
async function turnSession(
  deps: IdentityDeps,
  caller: Caller,
  grant: { readonly tenantId: string; readonly grantId: string } | undefined,
  { action, origin }: { readonly action: string; readonly origin: SignInOrigin },
): Promise<SessionCookie> {
  const { tenantId, actorId, session } = caller;
  if (!session) throw new TypeError('a route for people was called by a key');
  const now = deps.clock.now();
  const token = newToken();
  const { requestId, address } = origin;
  const until = await deps.identityTenancy.withTenant(systemContext(tenantId), async (tx) => {
    const entityIds = [session.sessionId, actorId, ...(grant ? [grant.tenantId] : [])];
    const event = { action, entity: 'session', entityIds, outcome: 'done' } as const;
    await recordAudit(tx, now, [
      { event, origin: { requestId, address }, onBehalfOf: { kind: 'person', id: actorId } },
    ]);
    return sessionVisit(tx, session.sessionId, { tokenHash: hashToken(token), grant });
  });
  if (!until) throw new AppError('UNAUTHORIZED', 'This session has ended. Sign in again.');
  deps.forgetSessions();
  return { token, maxAgeSeconds: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000)) };
}

/** Leaves the tenant before the time is over. `caller` is the person at home. */
export async function leaveTenant(
  deps: IdentityDeps,
  caller: Caller,
  visit: { readonly tenantId: string; readonly grantId: string },
  origin: SignInOrigin,
): Promise<SessionCookie> {
  const now = deps.clock.now();
  const { requestId, address } = origin;
  await deps.identityTenancy.withTenant(systemContext(visit.tenantId), async (tx) => {
    if (!(await grantEnd(tx, visit.grantId, now))) return;
    const entityIds = [visit.grantId];
    const event = { action: 'tenant.leave', entity: 'access_grant', entityIds, outcome: 'done' } as const;
    const onBehalfOf = { kind: 'guest', id: caller.actorId };
    await recordAudit(tx, now, [{ event, origin: { requestId, address }, onBehalfOf }]);
  });
  return turnSession(deps, caller, undefined, { action: 'tenant.leave', origin });
}
