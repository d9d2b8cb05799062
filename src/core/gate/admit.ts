import type { FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.ts';
import { type Authenticator, type Caller, permits, presentedKey, type Presented, scopesFor } from '../access/index.ts';
import type { Route } from './define-route.ts';
import type { RequestLimits } from './request-limits.ts';
import { presentedSession } from './session-cookie.ts';

/** What a request shows of who sends it. A key that was sent on purpose counts before a cookie that came along. */
export function presentedBy(request: FastifyRequest, { keyInQuery }: Pick<Route, 'keyInQuery'>): Presented {
  const key = (keyInQuery ? queriedKey(request.query) : undefined) ?? presentedKey(request.headers);
  return { key, sessionToken: key === undefined ? presentedSession(request.headers.cookie) : undefined };
}

/** The key that an address names, read as one that a header shows. */
function queriedKey(query: unknown): string | undefined {
  const { key } = query as { readonly key?: unknown };
  return typeof key === 'string' ? (presentedKey({ 'x-api-key': key }) ?? '') : undefined;
}

/** The caller of a request for a route, or the refusal: a stranger, an unfinished sign-in, another site's request. */
export async function admit(
  route: Pick<Route, 'stages' | 'onlyReads' | 'keyInQuery'>,
  request: FastifyRequest,
  deps: { readonly authenticator: Authenticator; readonly limits: RequestLimits; readonly publicOrigin: string },
): Promise<Caller> {
  const caller = await deps.limits.recognise(request, presentedBy(request, route), deps.authenticator);
  const { session } = caller;
  if (session === undefined) return caller;
  if (!(route.stages ?? ['full']).includes(session.stage)) throw unfinished(session.stage);
  if (!isSafe(request.method) || route.onlyReads === false) requireOwnPage(request, deps.publicOrigin, 'needed');
  return caller;
}

function unfinished(stage: string): AppError {
  const next = stage === 'enrolment' ? 'Set up a second factor' : 'Show your second factor';
  const message = `This sign-in is not finished. ${next} first.`;
  return new AppError('UNAUTHORIZED', message, { details: { stage } });
}

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * Refuses what a page of another site made a browser send. Browsers name the page in Origin, and most in
 * Sec-Fetch-Site; where a cookie speaks for the caller, one of them is needed.
 */
export function requireOwnPage(request: FastifyRequest, publicOrigin: string, proof: 'needed' | 'if any'): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const from = origin ?? (site === undefined ? undefined : site === 'same-origin' ? publicOrigin : 'elsewhere');
  if (from === publicOrigin || (from === undefined && proof === 'if any')) return;
  throw new AppError('FORBIDDEN', `This request did not come from a page of ${publicOrigin}. Send it from there.`);
}

/** What everybody may do about the own session and account, however little else. */
const OWN: ReadonlySet<string> = new Set(['account:own', 'caller:read', 'tenants:leave']);

const STEP_UP_MS = 5 * 60_000;

/** Refuses a caller that may not use the route, with what would help. */
export function authorise(route: Route, caller: Caller, now: Date): void {
  const { role, session } = caller;
  const isNarrowed = caller.narrowedTo !== undefined && !caller.narrowedTo.has(route.permission);
  const isOwn = OWN.has(route.permission);
  if (!permits(role, route.permission) || (isNarrowed && !isOwn)) {
    const who = session ? `Somebody with the role ${role}` : `A key of kind ${role}`;
    const ask = session ? 'Ask an admin.' : `Use a key that has the permission ${route.permission}.`;
    const remedy = route.whoMay ?? ask;
    throw new AppError('FORBIDDEN', `${who} may not do this. ${remedy}`);
  }
  if (route.peopleOnly && !session)
    throw new AppError('FORBIDDEN', 'This is for people, not for keys. Sign in, and call it with your session.');
  requireScope(route, caller);
  if (caller.readOnly && !(route.onlyReads ?? route.method === 'GET') && !isOwn) {
    const what = session
      ? 'This account may only read. Ask an admin.'
      : 'This key may only read. Use one that may write.';
    throw new AppError('READ_ONLY', what);
  }
  if (route.stepUp) requireStepUp(caller, now);
}

function requireScope({ permission }: Route, { role, scopes }: Caller): void {
  const needed = scopesFor(role, permission);
  if (scopes === undefined || needed.some((scope) => scopes.has(scope))) return;
  throw new AppError('FORBIDDEN', `This key lacks the scope ${needed.join(' or ')}. Use one that has it.`);
}

/** Refuses a person who has not shown a second factor in this session within the last five minutes. */
export function requireStepUp({ session }: Pick<Caller, 'session'>, now: Date): void {
  if (!session || (session.steppedUpAt && now.getTime() - session.steppedUpAt.getTime() <= STEP_UP_MS)) return;
  const message = 'Show your second factor again, then repeat this: POST /api/v1/auth/step-up.';
  throw new AppError('STEP_UP_REQUIRED', message);
}
