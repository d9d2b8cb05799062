import { invalid } from '../../kernel/app-error.ts';
import { defineOpenRoute, type OpenRoute } from '../gate/index.ts';
import { acceptInvitation } from './accept-invitation.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { linkFind } from './link-store.ts';
import { linkGone, requestReset, resetPassword } from './reset-password.ts';
import { hashToken } from './secret-token.ts';
import { signInOriginOf } from './sign-in-routes.ts';
import { done, resetBody, resetRequestBody, setupAnswer, setupBody, setupParams, signInAnswer } from './wire.ts';

/** What links do that were mailed or printed: invitations, and new passwords. */
export const linkRoutes = (deps: IdentityDeps): OpenRoute[] => [
  requestRoute(deps),
  resetRoute(deps),
  showInvitation(deps),
  takeInvitation(deps),
];

const requestRoute = (deps: IdentityDeps): OpenRoute =>
  defineOpenRoute({
    id: 'request_password_reset',
    method: 'POST',
    path: '/api/v1/auth/password-reset',
    tag: 'auth',
    summary: 'Mail a link for a new password. The answer does not tell whether there is such an account.',
    audit: { action: 'password.request_reset', entity: 'user' },
    body: resetRequestBody,
    response: done,
    async handleOpen(request) {
      await requestReset(deps, { ...request.body, origin: signInOriginOf(request) });
      return { answer: { data: { success: true } } };
    },
  });

const resetRoute = (deps: IdentityDeps): OpenRoute =>
  defineOpenRoute({
    id: 'reset_password',
    method: 'POST',
    path: '/api/v1/auth/password-reset/complete',
    tag: 'auth',
    summary: 'Choose a new password by a mailed link. Sign in afterwards, with your second factor.',
    audit: { action: 'password.reset', entity: 'user' },
    body: resetBody,
    response: done,
    async handleOpen(request) {
      const outcome = await resetPassword(deps, { ...request.body, origin: signInOriginOf(request) });
      if (outcome.kind === 'refused') throw invalid(outcome.faults);
      return { answer: { data: { success: true } }, cookie: 'clear' };
    },
  });

const showInvitation = (deps: IdentityDeps): OpenRoute =>
  defineOpenRoute({
    id: 'get_setup_token',
    method: 'GET',
    path: '/api/v1/setup/:token',
    tag: 'auth',
    summary: 'What an invitation is for. Looking does not use it up.',
    audit: { action: 'user.show_invitation', entity: 'user' },
    params: setupParams,
    response: setupAnswer,
    async handleOpen({ params, now }) {
      const found = await linkFind(deps.identity, hashToken(params.token), 'invitation', now);
      if (!found) throw linkGone();
      const { email, role, tenantName: organization, status } = found;
      return { answer: { data: { email, role, organization, status } } };
    },
  });

const takeInvitation = (deps: IdentityDeps): OpenRoute =>
  defineOpenRoute({
    id: 'complete_setup',
    method: 'POST',
    path: '/api/v1/setup/:token',
    tag: 'auth',
    summary: 'Take an invitation up: choose a password, then set up a second factor where your role needs one.',
    audit: { action: 'user.accept_invitation', entity: 'user' },
    params: setupParams,
    body: setupBody,
    response: signInAnswer,
    async handleOpen(request) {
      const { password, firstName, lastName } = request.body;
      const { token } = request.params;
      const origin = signInOriginOf(request);
      const outcome = await acceptInvitation(deps, { token, password, firstName, lastName, origin });
      if (outcome.kind === 'refused') throw invalid(outcome.faults);
      const { cookie, ...data } = outcome.step;
      return { answer: { data: { ...data, methods: [...data.methods] } }, cookie };
    },
  });
