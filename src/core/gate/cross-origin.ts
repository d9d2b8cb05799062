import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.ts';
import type { Caller } from '../access/index.ts';
import type { CrossOrigin, OpenRoute, Route } from './define-route.ts';
import type { RequestLimits } from './request-limits.ts';

const HEADERS_TAKEN = 'authorization, content-type, idempotency-key, x-api-key';
const BELIEVED_SECONDS = 600;

/** Lets the page that sent a request read its answer, or refuses. Our own pages need no leave. */
export async function welcomeOrigin(
  rule: CrossOrigin,
  { request, reply, caller }: { request: FastifyRequest; reply: FastifyReply; caller: Caller },
  publicOrigin: string,
): Promise<void> {
  reply.header('vary', 'origin');
  const { origin } = request.headers;
  if (origin === undefined || origin === publicOrigin || caller.session) return;
  if (!(await rule.isAllowed(caller, origin))) throw notAllowed();
  reply.header('access-control-allow-origin', origin);
}

/** Answers browsers that ask before they call one of these routes from a page of somebody else. */
export function mountPreflights(
  server: FastifyInstance,
  routes: readonly (Route | OpenRoute)[],
  limits: RequestLimits,
): void {
  const crossing = routes.flatMap((route) =>
    'crossOrigin' in route && route.crossOrigin
      ? [{ path: route.path, method: route.method, rule: route.crossOrigin }]
      : [],
  );
  for (const [path, group] of Map.groupBy(crossing, (entry) => entry.path)) {
    const methods = group.map(({ method }) => method).join(', ');
    server.route({
      method: 'OPTIONS',
      url: path,
      schema: { hide: true },
      onRequest: (request) => limits.enterOpen('preflight', request),
      handler: async (request, reply) => {
        const { origin } = request.headers;
        reply.header('vary', 'origin');
        if (origin === undefined) throw notAllowed();
        const known = await Promise.all(group.map(({ rule }) => rule.isKnown(origin)));
        if (!known.includes(true)) throw notAllowed();
        return reply
          .status(204)
          .headers({
            'access-control-allow-origin': origin,
            'access-control-allow-methods': methods,
            'access-control-allow-headers': HEADERS_TAKEN,
            'access-control-max-age': String(BELIEVED_SECONDS),
          })
          .send();
      },
    });
  }
}

function notAllowed(): AppError {
  const message =
    'Pages of this origin may not post here. Add it to allowedOrigins of the campaign, or post from a server.';
  return new AppError('ORIGIN_NOT_ALLOWED', message, {
    faults: [{ field: 'Origin', rule: 'not_allowed', message }],
  });
}
