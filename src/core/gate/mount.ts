import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { AppError } from '../../kernel/app-error.ts';
import type { Clock } from '../../kernel/time.ts';
import { actorOf, type Authenticator, type Caller, permits, presentedKey } from '../access/index.ts';
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
      onRequest: (request) => admit(route, request, deps),
      handler: (request, reply) => answer(route, request, reply, deps),
    });
  }
}

const given = (name: string, schema: TSchema | undefined): Record<string, TSchema> =>
  schema ? { [name]: schema } : {};

async function admit(route: Route, request: FastifyRequest, deps: GateDeps): Promise<void> {
  try {
    callers.set(request, await deps.authenticator.authenticate(presentedKey(request.headers), request.clientAddress));
  } catch (error) {
    if (error instanceof AppError) deps.onStranger(route.id, error.code);
    throw error;
  }
}

async function answer(route: Route, request: FastifyRequest, reply: FastifyReply, deps: GateDeps): Promise<unknown> {
  const caller = callers.get(request);
  if (!caller) throw new Error('a request came to its handler without a caller');
  const origin: Origin = { requestId: request.id, address: request.clientAddress };
  try {
    authorise(route, caller);
    if (request.validationError) throw request.validationError;
    const seen: RouteRequest<unknown, unknown, unknown> = {
      caller,
      origin,
      now: deps.clock.now(),
      params: request.params,
      query: request.query,
      body: request.body,
      headers: request.headers,
    };
    const body = await perform(route, seen, deps);
    return await reply.status(route.status ?? 200).send(body);
  } catch (error) {
    await recordRefusal({ route, caller, origin }, error, deps);
    throw error;
  }
}

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
  const context = { tenantId: request.caller.tenantId, actor: actorOf(request.caller) };
  const answered = await deps.tenancy.withTenant(context, async (tx) => {
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

/** A refusal stands in the trail by itself, since the transaction of what was refused is gone. */
async function recordRefusal(
  refused: { readonly route: Route; readonly caller: Caller; readonly origin: Origin },
  cause: unknown,
  deps: GateDeps,
): Promise<void> {
  const { route, caller, origin } = refused;
  const expected = cause instanceof AppError || (cause instanceof Error && 'validation' in cause);
  const code = cause instanceof AppError ? cause.code : expected ? 'VALIDATION_ERROR' : 'INTERNAL_ERROR';
  const event: AuditEvent = {
    ...route.audit,
    entityIds: [],
    outcome: expected ? 'refused' : 'failed',
    detail: { code },
  };
  try {
    const context = { tenantId: caller.tenantId, actor: actorOf(caller) };
    await deps.tenancy.withTenant(context, (tx) => recordAudit(tx, deps.clock.now(), [{ event, origin }]));
  } catch (error) {
    deps.onAuditFailure(error, origin.requestId ?? '');
  }
}
