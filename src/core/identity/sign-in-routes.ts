import { defineOpenRoute, defineRoute, type OpenRoute, type Refusal, type Route } from '../gate/index.ts';
import { accountContext, noteFailure, type SignInOrigin } from './complete-sign-in.ts';
import { deviceName } from './domain/device-name.ts';
import { finishSignIn, stepUp } from './finish-sign-in.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { sessionsEnd } from './session-store.ts';
import { signInByPassword } from './sign-in.ts';
import { done, factorBody, signInAnswer, signInBody, stepUpBody } from './wire.ts';

interface Sent {
  readonly origin: { readonly requestId?: string; readonly address?: string };
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Where a request comes from, with its device as people would name it. */
export function signInOriginOf({ origin, headers }: Sent): SignInOrigin {
  const agent = headers['user-agent'];
  const device = deviceName(typeof agent === 'string' ? agent : undefined);
  return { requestId: origin.requestId ?? '', address: origin.address ?? '0.0.0.0', device };
}

/** A line of login activity for a second factor that was refused; the gate has written the event. */
export const onRefusedFactor =
  ({ identityTenancy, clock }: IdentityDeps, method: string) =>
  async ({ caller, origin, error, userAgent }: Refusal): Promise<void> => {
    if (!caller.session) return;
    const { tenantId, actorId } = caller;
    const from = { address: origin.address ?? '0.0.0.0', device: deviceName(userAgent) };
    await identityTenancy.withTenant(accountContext({ tenantId }), (tx) =>
      noteFailure(tx, actorId, { method, reason: error.code.toLowerCase(), origin: from, now: clock.now() }),
    );
  };

/** The way in, the second factor, its repetition before what is dangerous, and the way out. */
export const signInRoutes = (deps: IdentityDeps): (Route | OpenRoute)[] => [
  passwordRoute(deps),
  factorRoute(deps),
  stepUpRoute(deps),
  signOutRoute(deps),
];

const passwordRoute = (deps: IdentityDeps): OpenRoute =>
  defineOpenRoute({
    id: 'sign_in',
    method: 'POST',
    path: '/api/v1/auth/sign-in',
    tag: 'auth',
    summary: 'Sign in by e-mail address and password; says what is needed next. Sets the session cookie.',
    audit: { action: 'session.sign_in', entity: 'session' },
    body: signInBody,
    response: signInAnswer,
    async handleOpen(request) {
      const { cookie, ...data } = await signInByPassword(deps, { ...request.body, origin: signInOriginOf(request) });
      return { answer: { data: { ...data, methods: [...data.methods] } }, cookie };
    },
  });

const factorRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    id: 'show_second_factor',
    method: 'POST',
    path: '/api/v1/auth/second-factor',
    tag: 'auth',
    summary: 'The second step of a sign-in: a code of an app, a recovery code, or a passkey.',
    permission: 'account:own',
    peopleOnly: true,
    stages: ['second_factor'],
    audit: { action: 'session.sign_in', entity: 'session' },
    body: factorBody,
    response: signInAnswer,
    onRefused: onRefusedFactor(deps, 'second_factor'),
    async handleAlone(request) {
      const cookie = await finishSignIn(deps, request.caller, request.body, signInOriginOf(request));
      return { answer: { data: { status: 'signed_in' as const, methods: [] } }, audited: true, cookie };
    },
  });

const stepUpRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    id: 'step_up',
    method: 'POST',
    path: '/api/v1/auth/step-up',
    tag: 'auth',
    summary: 'Show a second factor again; for five minutes the session may then do what is dangerous.',
    permission: 'account:own',
    peopleOnly: true,
    audit: { action: 'session.step_up', entity: 'session' },
    body: stepUpBody,
    response: done,
    onRefused: onRefusedFactor(deps, 'step_up'),
    async handleAlone(request) {
      const cookie = await stepUp(deps, request.caller, request.body, signInOriginOf(request));
      return { answer: { data: { success: true } }, audited: true, cookie };
    },
  });

const signOutRoute = (deps: IdentityDeps): Route =>
  defineRoute({
    id: 'sign_out',
    method: 'POST',
    path: '/api/v1/auth/sign-out',
    tag: 'auth',
    summary: 'End this session.',
    permission: 'account:own',
    peopleOnly: true,
    stages: ['full', 'second_factor', 'enrolment'],
    realm: 'account',
    audit: { action: 'session.end', entity: 'session' },
    response: done,
    async handle({ tx, caller, now }) {
      const only = caller.session?.sessionId ?? '';
      const touched = await sessionsEnd(tx, { userId: caller.actorId, only }, 'signed_out', now);
      const later = async () => {
        deps.forgetSessions();
        return { data: { success: true } };
      };
      return { later, touched, cookie: 'clear' };
    },
  });
