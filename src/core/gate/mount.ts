import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { AppError } from '../../kernel/app-error.ts';
import type { Clock } from '../../kernel/time.ts';
import { toAppError } from '../../platform/http/index.ts';
import { actorOf, type Authenticator, type Caller, permits, presentedKey, requireValidKey } from '../access/index.ts';
import { type AuditEvent, type Origin, recordAudit } from '../audit/index.ts';
import type { Tenancy } from '../tenancy/index.ts';
import type { Route, RouteRequest } from './define-route.ts';

export interface GateDeps {
  readonly authenticator: Authenticator;
  readonly tenancy: Tenancy;
  readonly clock: Clock;
  /** Refused strangers have no trail to stand in: they are counted. */
  readonly onStranger: (route: string, code: string) => void;
  /** A refusal that could not be written to the trail. */
  readonly onAuditFailure: (error: unknown, requestId: string) => void;
}

const callers = new WeakMap<FastifyRequest, Caller>();

/** Mounts routes on the server: authenticate, authorise, validate, open the transaction, audit, answer. */
export function mountRoutes(server: FastifyInstance, routes: readonly Route[], deps: GateDeps): void {
  for (const route of routes) {
    server.route({
      method: route.method,
      url: route.path,
      attachValidation: true,
      schema: {
        operationId: route.id,
        tags: [route.tag],
        summary: route.summary,
        security: [{ apiKey: [] }],
        ...given('params', route.params),
        ...given('querystring', route.query),
        ...given('body', route.body),
        response: { [route.status ?? 200]: route.response },
      },
      onRequest: (request) => admit(request, deps),
      onError: (request, reply, error) => refuse(route, { request, reply, error }, deps),
      handler: (request, reply) => answer(route, request, reply, deps),
    });
  }
}

const given = (name: string, schema: TSchema | undefined): Record<string, TSchema> =>
  schema ? { [name]: schema } : {};

async function admit(request: FastifyRequest, deps: GateDeps): Promise<void> {
  callers.set(request, await deps.authenticator.authenticate(presentedKey(request.headers), request.clientAddress));
}

async function answer(route: Route, request: FastifyRequest, reply: FastifyReply, deps: GateDeps): Promise<unknown> {
  const caller = callers.get(request);
  if (!caller) throw new Error('a request came to its handler without a caller');
  authorise(route, caller);
  if (request.validationError) throw request.validationError;
  const seen: RouteRequest<unknown, unknown, unknown> = {
    caller,
    origin: originOf(request),
    now: deps.clock.now(),
    params: request.params,
    query: request.query,
    body: request.body,
    headers: request.headers,
  };
  const body = await perform(route, seen, deps);
  return reply.status(route.status ?? 200).send(body);
}

const originOf = (request: FastifyRequest): Origin => ({ requestId: request.id, address: request.clientAddress });

function authorise(route: Route, caller: Caller): void {
  if (!permits(caller.kind, route.permission)) {
    throw new AppError(
      'FORBIDDEN',
      `A key of kind ${caller.kind} may not do this. Use a key that has the permission ${route.permission}.`,
    );
  }
  if (caller.readOnly && route.method !== 'GET') {
    throw new AppError('READ_ONLY', 'This key may only read. Use a key that may write.');
  }
}

async function perform(
  route: Route,
  request: RouteRequest<unknown, unknown, unknown>,
  deps: GateDeps,
): Promise<unknown> {
  if ('handleAlone' in route) return (await route.handleAlone(request)).answer;
  await route.prepare?.(request.caller);
  const context = { tenantId: request.caller.tenantId, actor: actorOf(request.caller) };
  const answered = await deps.tenancy.withTenant(context, async (tx) => {
    if (route.method !== 'GET') await requireValidKey(tx, request.caller, request.now);
    const result = await route.handle({ ...request, tx });
    const event: AuditEvent = {
      ...route.audit,
      entityIds: result.touched,
      outcome: 'done',
      ...(result.phiClasses ? { phiClasses: result.phiClasses } : {}),
      ...(result.detail ? { detail: result.detail } : {}),
    };
    await recordAudit(tx, request.now, [{ event, origin: request.origin }]);
    return result;
  });
  return 'later' in answered ? answered.later() : answered.answer;
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
  try {
    const caller = callers.get(request) ?? (await knownCaller(request, deps));
    if (!caller) return deps.onStranger(route.id, refused.code);
    const origin = originOf(request);
    const event: AuditEvent = {
      ...route.audit,
      entityIds: [],
      outcome: refused === error || refused.status < 500 ? 'refused' : 'failed',
      detail: { code: refused.code },
    };
    const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
    await deps.tenancy.withTenant(context, (tx) => recordAudit(tx, deps.clock.now(), [{ event, origin }]));
    await route.onRefused?.({ caller, origin, error: refused, durationMs: Math.round(reply.elapsedTime) });
  } catch (failure) {
    deps.onAuditFailure(failure, request.id);
  }
}

async function knownCaller(request: FastifyRequest, deps: GateDeps): Promise<Caller | undefined> {
  const key = presentedKey(request.headers);
  return key === undefined ? undefined : deps.authenticator.identify(key);
}
