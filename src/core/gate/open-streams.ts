import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.ts';
import type { Clock } from '../../kernel/time.ts';
import { beginEventStream, type EventStream } from '../../platform/http/index.ts';
import type { Authenticator, Caller } from '../access/index.ts';
import { presentedBy } from './admit.ts';
import type { Route, StreamBegin } from './define-route.ts';
import { isOpenTo } from './is-open-to.ts';

/** How many streams may be open in this process: of a person, in whichever sessions, or of a key. */
const OPEN_AT_MOST = 10;
/** And of a buyer or a partner, by all its people and keys: it makes as many of them as it likes. */
const OPEN_OF_PARTY = 50;
/** How long a stream may outlive the right to it. */
const LOOK_AGAIN_MS = 5000;

interface Streaming {
  readonly route: Route;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly caller: Caller;
}

export interface OpenStreams {
  /** Counts one more stream of a caller, or throws RATE_LIMITED. Gives what takes it back. */
  enter(caller: Caller): () => void;
  /** Answers by a stream that ends with the right to it, with the server, or when its reader goes. */
  run(streaming: Streaming, begin: StreamBegin, leave: () => void): void;
}

/** The streams of a server: they are not finished by waiting, so the server ends them before it closes. */
export function createOpenStreams(
  server: FastifyInstance,
  deps: { readonly authenticator: Authenticator; readonly clock: Clock },
): OpenStreams {
  const counts = createCounts();
  const open = new Set<EventStream>();
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
    for (const stream of open) stream.end('closing');
  });
  return {
    enter(caller) {
      const { tenantId, actorId, buyerId, partnerId } = caller;
      const party = buyerId ?? partnerId;
      const limits: [string, number][] = [[`${tenantId} ${actorId}`, OPEN_AT_MOST]];
      if (party !== undefined) limits.push([`${tenantId} ${party}`, OPEN_OF_PARTY]);
      const full = limits.find(([name, most]) => counts.of(name) >= most);
      if (full) throw tooMany(full[1]);
      for (const [name] of limits) counts.add(name, 1);
      return () => {
        for (const [name] of limits) counts.add(name, -1);
      };
    },
    run(streaming, begin, leave) {
      const { reply } = streaming;
      reply.hijack();
      const stops: (() => void)[] = [leave];
      const stream = beginEventStream(reply.raw, headersOf(reply), () => {
        for (const stop of stops) stop();
      });
      open.add(stream);
      const again = setInterval(() => {
        lookAgain(streaming, deps).then(
          (isRight) => (isRight ? undefined : stream.end('not_allowed')),
          () => stream.end('not_known'),
        );
      }, LOOK_AGAIN_MS);
      stops.push(
        () => open.delete(stream),
        () => clearInterval(again),
        begin(stream),
      );
      if (isClosing) stream.end('closing');
    },
  };
}

/** Counts by name; what is at nought is forgotten. */
function createCounts() {
  const counts = new Map<string, number>();
  const of = (name: string): number => counts.get(name) ?? 0;
  const add = (name: string, more: number): void => {
    const next = of(name) + more;
    if (next === 0) counts.delete(name);
    else counts.set(name, next);
  };
  return { of, add };
}

const tooMany = (most: number): AppError =>
  new AppError('RATE_LIMITED', `At most ${most} streams may be open at once. Close one of them.`, {
    retryAfterSeconds: 5,
  });

const headersOf = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));

/** Whether the caller is the same as before, and may still use the route. Looking is no use of the session. */
async function lookAgain(
  { route, request, caller }: Streaming,
  { authenticator, clock }: { readonly authenticator: Authenticator; readonly clock: Clock },
): Promise<boolean> {
  const seen = await authenticator.look(presentedBy(request, route), request.clientAddress);
  return seen !== undefined && mayOf(seen) === mayOf(caller) && isOpenTo(route, seen, clock.now());
}

/** All that rows and fields are chosen by: where it changes, a stream begins anew. */
const mayOf = ({ tenantId, actorId, role, buyerId, partnerId, piiAccess, customRoleId, guest }: Caller): string =>
  JSON.stringify([tenantId, actorId, role, buyerId, partnerId, piiAccess, customRoleId, guest?.grantId]);
