import { invalid, notFound } from '../../kernel/app-error.ts';
import { type Caller, permitted } from '../access/index.ts';
import { defineRoute, listAnswer, type Route } from '../gate/index.ts';
import { changePassword } from './change-password.ts';
import { sessionLimits } from './domain/role-limits.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { organisationFind, type OrganisationSeen } from './organisation-store.ts';
import { sessionsEnd, sessionsOpen } from './session-store.ts';
import { signInOriginOf } from './sign-in-routes.ts';
import { userFind, type UserRow } from './user-store.ts';
import { done, meAnswer, passwordBody, pingAnswer, sessionListAnswer, sessionParams } from './wire.ts';

const own = { tag: 'auth', permission: 'account:own', peopleOnly: true, realm: 'account' } as const;

/** Who the caller is, and what a person does about the own account. */
export const accountRoutes = (deps: IdentityDeps): Route[] => [
  meRoute(),
  pingRoute(),
  sessionsRoute(),
  endSessionRoute(deps),
  endOthersRoute(deps),
  passwordRoute(deps),
];

const meRoute = (): Route =>
  defineRoute({
    id: 'get_current_user',
    method: 'GET',
    path: '/api/v1/auth',
    tag: 'auth',
    summary: 'Who is calling: a person or a key, and what it may do.',
    permission: 'caller:read',
    realm: 'account',
    audit: { action: 'caller.read', entity: 'user' },
    response: meAnswer,
    async handle({ tx, caller }) {
      const user = caller.session ? await userFind(tx, caller.actorId) : undefined;
      const organization = await organisationFind(tx, caller.tenantId);
      return { answer: { data: showCaller(caller, user, organization) }, touched: [caller.actorId] };
    },
  });

const showCaller = (caller: Caller, user: UserRow | undefined, organization: OrganisationSeen | undefined) => ({
  id: caller.actorId,
  email: user?.email ?? null,
  role: caller.role,
  tenantId: caller.tenantId,
  isOwner: caller.role === 'owner' || caller.role === 'practice_owner',
  readOnly: caller.readOnly,
  piiAccess: caller.piiAccess,
  buyerId: caller.buyerId ?? null,
  partnerId: caller.partnerId ?? null,
  firstName: user?.firstName ?? null,
  lastName: user?.lastName ?? null,
  contactId: user && (caller.buyerId ?? caller.partnerId) ? user.id : null,
  authType: caller.session ? ('session' as const) : ('api_key' as const),
  permissions: permitted(caller.role).filter((name) => caller.narrowedTo?.has(name) ?? true),
  guest: caller.guest
    ? { grantId: caller.guest.grantId, until: caller.guest.until.toISOString(), leadId: caller.guest.leadId ?? null }
    : null,
  organization: organization ?? null,
  idleSeconds: caller.session ? sessionLimits(user?.role ?? caller.role).idleSeconds : null,
});

const pingRoute = (): Route =>
  defineRoute({
    id: 'health_check',
    method: 'GET',
    path: '/api/v1/ping',
    tag: 'auth',
    summary: 'Whether the key or the session works, and for which tenant.',
    permission: 'caller:read',
    audit: { action: 'caller.ping', entity: 'tenant' },
    response: pingAnswer,
    async handle({ caller: { tenantId } }) {
      return { answer: { data: { ok: true, tenant: tenantId } }, touched: [tenantId] };
    },
  });

const sessionsRoute = (): Route =>
  defineRoute({
    ...own,
    id: 'list_sessions',
    method: 'GET',
    path: '/api/v1/auth/sessions',
    summary: 'Where you are signed in, newest first.',
    audit: { action: 'session.list', entity: 'session' },
    response: sessionListAnswer,
    async handle({ tx, caller, now }) {
      const rows = await sessionsOpen(tx, caller.actorId, now);
      const shown = rows.map((row) => ({
        id: row.id,
        method: row.method,
        device: row.device,
        ipAddress: row.address,
        isCurrent: row.id === caller.session?.sessionId,
        createdAt: row.createdAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      }));
      const page = { limit: Math.max(shown.length, 1), offset: 0 };
      return { answer: listAnswer(shown, shown.length, page), touched: rows.map((row) => row.id) };
    },
  });

const success = (deps: IdentityDeps) => async () => {
  deps.forgetSessions();
  return { data: { success: true } };
};

const endSessionRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...own,
    id: 'end_session',
    method: 'DELETE',
    path: '/api/v1/auth/sessions/:sessionId',
    summary: 'End one of your sessions, on a lost device for instance.',
    audit: { action: 'session.end', entity: 'session' },
    params: sessionParams,
    response: done,
    async handle({ tx, caller, params, now }) {
      const which = { userId: caller.actorId, only: params.sessionId };
      const touched = await sessionsEnd(tx, which, 'ended_by_person', now);
      if (touched.length === 0) throw notFound();
      return { later: success(deps), touched };
    },
  });

const endOthersRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...own,
    id: 'end_other_sessions',
    method: 'DELETE',
    path: '/api/v1/auth/sessions',
    summary: 'End all of your sessions but this one.',
    audit: { action: 'session.end', entity: 'session' },
    response: done,
    async handle({ tx, caller, now }) {
      const except = caller.session?.sessionId ?? '';
      const ended = await sessionsEnd(tx, { userId: caller.actorId, except }, 'ended_by_person', now);
      return { later: success(deps), touched: [caller.actorId, ...ended] };
    },
  });

const passwordRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    ...own,
    id: 'change_password',
    method: 'POST',
    path: '/api/v1/auth/password',
    summary: 'Change your password; ends all of your other sessions.',
    audit: { action: 'password.change', entity: 'user' },
    body: passwordBody,
    response: done,
    async handleAlone(request) {
      const outcome = await changePassword(deps, request.caller, request.body, signInOriginOf(request));
      if (outcome.kind === 'refused') throw invalid(outcome.faults);
      return { answer: { data: { success: true } }, audited: true };
    },
  });
