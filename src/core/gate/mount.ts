import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Clock } from '../../kernel/time.ts';
import { toAppError } from '../../platform/http/index.ts';
import { actorOf, type Authenticator, type Caller, requireValidCaller } from '../access/index.ts';
import { type AuditEvent, type Origin, recordAudit } from '../audit/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import { admit, authorise, presentedBy, requireOwnPage } from './admit.ts';
import { mountPreflights, welcomeOrigin } from './cross-origin.ts';
import type { OpenRequest, OpenRoute, Route, RouteRequest, StreamRoute } from './define-route.ts';
import { createOpenStreams, type OpenStreams } from './open-streams.ts';
import { isTurnedAway, type RequestLimits } from './request-limits.ts';
import { type SessionCookie, setCookieOf } from './session-cookie.ts';

export interface GateDeps {
  readonly authenticator: Authenticator;
  readonly tenancy: Tenancy;
  /** The same door for the role that reaches the tables of people. */
  readonly identityTenancy: Tenancy;
  readonly clock: Clock;
  readonly limits: RequestLimits;
  /** Where our own pages come from, such as `https://leads.example.com`. */
  readonly publicOrigin: string;
  /** Refused strangers have no trail to stand in: they are counted. */
  readonly onStranger: (route: string, code: string) => void;
  /** A refusal that could not be written to the trail. */
  readonly onAuditFailure: (error: unknown, requestId: string) => void;
}

/** Says on every answer that a guest of the installation is looking, and until when. */
const GUEST_HEADER = 'x-careroute-guest';

const callers = new WeakMap<FastifyRequest, Caller>();

/** Mounts routes on the server: authenticate, authorise, validate, open the transaction, audit, answer. */
export function mountRoutes(server: FastifyInstance, routes: readonly (Route | OpenRoute)[], deps: GateDeps): void {
  const streams = createOpenStreams(server, deps);
  mountPreflights(server, routes, deps.limits);
  for (const route of routes) {
    if ('handleOpen' in route) mountOpen(server, route, deps);
    else mountClosed(server, route, { ...deps, streams });
  }
}

interface ClosedDeps extends GateDeps {
  readonly streams: OpenStreams;
}

function mountClosed(server: FastifyInstance, route: Route, deps: ClosedDeps): void {
  server.route({
    ...placeOf(route),
    schema: { ...schemaOf(route), security: [{ apiKey: [] }, { session: [] }] },
    onRequest: async (request, reply) => {
      const caller = await admit(route, request, deps);
      callers.set(request, caller);
      if (route.crossOrigin) await welcomeOrigin(route.crossOrigin, { request, reply, caller }, deps.publicOrigin);
    },
    onError: (request, reply, error) => refuse(route, { request, reply, error }, deps),
    handler: (request, reply) => answer(route, request, reply, deps),
  });
}

function mountOpen(server: FastifyInstance, route: OpenRoute, deps: GateDeps): void {
  server.route({
    ...placeOf(route),
    schema: { ...schemaOf(route), security: [] },
    onRequest: async (request) => {
      await deps.limits.enterOpen(route.id, request);
      if (request.method !== 'GET' && request.method !== 'HEAD') requireOwnPage(request, deps.publicOrigin, 'if any');
    },
    onError: async (_request, _reply, error) => deps.onStranger(route.id, toAppError(error).code),
    handler: async (request, reply) => {
      if (request.validationError) throw request.validationError;
      const { answer: body, cookie } = await route.handleOpen(seenOf(request, deps));
      if (cookie) reply.header('set-cookie', setCookieOf(cookie));
      return reply.status(route.status ?? 200).send(body);
    },
  });
}

const placeOf = ({ method, path: url }: Route | OpenRoute) => ({ method, url, attachValidation: true });

const schemaOf = (route: Route | OpenRoute) => ({
  operationId: route.id,
  tags: [route.tag],
  summary: route.summary,
  ...given('params', route.params),
  ...given('querystring', route.query),
  ...given('body', route.body),
  response: {
    [route.status ?? 200]:
      'handleStream' in route
        ? { description: 'Server-sent events.', content: { 'text/event-stream': { schema: route.response } } }
        : route.response,
  },
});

const given = (name: string, schema: TSchema | undefined): Record<string, TSchema> =>
  schema ? { [name]: schema } : {};

const seenOf = (request: FastifyRequest, deps: GateDeps): OpenRequest<unknown, unknown, unknown> => ({
  origin: originOf(request),
  now: deps.clock.now(),
  params: request.params,
  query: request.query,
  body: request.body,
  headers: request.headers,
});

async function answer(route: Route, request: FastifyRequest, reply: FastifyReply, deps: ClosedDeps): Promise<unknown> {
  const caller = callers.get(request);
  if (!caller) throw new Error('a request came to its handler without a caller');
  const acting = actingOf(route, caller);
  authorise(route, acting, deps.clock.now());
  if (request.validationError) throw request.validationError;
  if ('handleStream' in route) {
    await stream(route, { request, reply, caller: acting }, deps);
    return reply;
  }
  const { body, cookie } = await perform(route, { ...seenOf(request, deps), caller: acting }, deps);
  if (caller.guest) reply.header(GUEST_HEADER, `${caller.guest.grantId}; until=${caller.guest.until.toISOString()}`);
  if (cookie) reply.header('set-cookie', setCookieOf(cookie));
  return reply.status(route.status ?? 200).send(body);
}

/** Opens a stream once its opening stands in the trail. Who asks for the head alone gets that. */
async function stream(
  route: StreamRoute,
  { request, reply, caller }: { request: FastifyRequest; reply: FastifyReply; caller: Caller },
  deps: ClosedDeps,
): Promise<void> {
  const leave = deps.streams.enter(caller);
  let isBegun = false;
  try {
    const begin = await route.handleStream({ ...seenOf(request, deps), caller });
    const event: AuditEvent = { ...route.audit, entityIds: [], outcome: 'done' };
    const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
    await deps.tenancy.withTenant(context, (tx) =>
      recordAudit(tx, deps.clock.now(), [{ event, origin: originOf(request) }]),
    );
    if (request.method === 'HEAD') {
      reply.type('text/event-stream').send();
      return;
    }
    isBegun = true;
    deps.streams.run({ route, request, reply, caller }, begin, leave);
  } finally {
    if (!isBegun) leave();
  }
}

/** What is about the own account is done at home, wherever somebody is a guest. */
const actingOf = (route: Route, caller: Caller): Caller =>
  route.permission === 'account:own' ? (caller.guest?.home ?? caller) : caller;

const originOf = (request: FastifyRequest): Required<Origin> => ({
  requestId: request.id,
  address: request.clientAddress,
});

interface Performed {
  readonly body: unknown;
  readonly cookie?: SessionCookie | undefined;
}

async function perform(
  route: Exclude<Route, StreamRoute>,
  request: RouteRequest<unknown, unknown, unknown>,
  deps: GateDeps,
): Promise<Performed> {
  if ('handleAlone' in route) {
    const { answer: body, cookie } = await route.handleAlone(request);
    return { body, cookie };
  }
  const prepared = await route.prepare?.(request.caller, request.body, request.params);
  const { tenantId, actorId } = request.caller;
  const isOwn = route.realm === 'account';
  const actor = isOwn ? ({ kind: 'system', id: actorId } as const) : actorOf(request.caller);
  const context = { tenantId, actor };
  const tenancy = route.realm === undefined ? deps.tenancy : deps.identityTenancy;
  const answered = await tenancy.withTenant(context, async (tx) => {
    if (route.method !== 'GET') await requireValidCaller(tx, request.caller, request.now);
    const result = await route.handle({ ...request, tx, prepared });
    const event: AuditEvent = {
      ...route.audit,
      entityIds: result.touched,
      outcome: 'done',
      ...(result.phiClasses ? { phiClasses: result.phiClasses } : {}),
      ...(result.detail ? { detail: result.detail } : {}),
    };
    const kind = request.caller.session ? 'person' : actorOf(request.caller).kind;
    const onBehalfOf = isOwn ? { onBehalfOf: { kind, id: actorId } } : {};
    await recordAudit(tx, request.now, [{ event, origin: request.origin, ...onBehalfOf }]);
    return result;
  });
  return { body: 'later' in answered ? await answered.later() : answered.answer, cookie: answered.cookie };
}

interface Refused {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly error: Error;
}

/**
 * A refusal stands in the trail by itself, since the transaction of what was refused is gone. That goes for a body that
 * nobody could read, and for a key that was revoked, has expired or comes from elsewhere: its tenant is known.
 */
async function refuse(route: Route, { request, reply, error }: Refused, deps: GateDeps): Promise<void> {
  const refused = toAppError(error);
  if (isTurnedAway(request)) return deps.onStranger(route.id, refused.code);
  try {
    const admitted = callers.get(request);
    const known = admitted ?? (await deps.authenticator.identify(presentedBy(request, route)));
    if (!known || (!admitted && !(await deps.limits.standsInTrail(known))))
      return deps.onStranger(route.id, refused.code);
    const caller = actingOf(route, known);
    const origin = originOf(request);
    const event: AuditEvent = {
      ...route.audit,
      entityIds: [],
      outcome: refused === error || refused.status < 500 ? 'refused' : 'failed',
      detail: { code: refused.code },
    };
    const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
    await deps.tenancy.withTenant(context, (tx) => recordAudit(tx, deps.clock.now(), [{ event, origin }]));
    const userAgent = request.headers['user-agent'];
    await route.onRefused?.({ caller, origin, error: refused, userAgent, durationMs: Math.round(reply.elapsedTime) });
  } catch (failure) {
    deps.onAuditFailure(failure, request.id);
  }
}
