import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.ts';
import {
  type Authenticator,
  type Caller,
  KEY_KINDS,
  KEY_REQUESTS_PER_MINUTE,
  type KeyKind,
  type Presented,
} from '../access/index.ts';
import { addressSubject, type RateLimit, type RateLimiter } from '../limits/index.ts';

/**
 * Requests a minute: of a key without a limit of its own, by its kind; of a person; of an address whose requests are
 * refused since nobody is recognised; and of an address on each of the routes that are open to strangers.
 */
export type RequestRates = Readonly<Record<KeyKind | 'session' | 'refused' | 'open', number>>;

const REQUEST_RATES: RequestRates = { ...KEY_REQUESTS_PER_MINUTE, session: 600, refused: 300, open: 60 };

export interface RequestLimits {
  /**
   * The caller of a request, within its limit. Throws UNAUTHORIZED for a stranger, at the cost of its address, and
   * RATE_LIMITED once a budget is used up: that of an address before anything is looked up.
   */
  recognise(request: FastifyRequest, presented: Presented, authenticator: Authenticator): Promise<Caller>;
  /**
   * Whether one more refusal of somebody who was not let in stands in their trail: a key that leaked and was revoked
   * may be tried from any number of addresses, and must not fill it.
   */
  standsInTrail(caller: Pick<Caller, 'actorId'>): Promise<boolean>;
  /** Lets a stranger in by an open route, or throws RATE_LIMITED; UNAVAILABLE while nobody can count. */
  enterOpen(routeId: string, request: FastifyRequest): Promise<void>;
}

/** How many more unknown callers of an address are looked up than may be refused. */
const LOOKED_UP = 10;

/** Requests that were turned away for their number: they are counted, and stand neither in the trail nor in a log. */
const turnedAway = new WeakSet<FastifyRequest>();
export const isTurnedAway = (request: FastifyRequest): boolean => turnedAway.has(request);

export function createRequestLimits(limiter: RateLimiter, rates: RequestRates = REQUEST_RATES): RequestLimits {
  const known = recentlyKnown();
  const refused: RateLimit = { name: 'refused', perMinute: rates.refused };
  const cold: RateLimit = { name: 'cold', perMinute: rates.refused * LOOKED_UP };
  /** A good caller whom this process has not met yet is looked up all the same, as long as that is bounded too. */
  const lookOnce = async (request: FastifyRequest, network: string, wait: number): Promise<void> => {
    if ((await limiter.take(network, cold)).kind === 'limited') throw turnAway(request, wait);
  };
  return {
    async recognise(request, presented, authenticator) {
      const network = addressSubject(request.clientAddress);
      const wait = limiter.waitOf(network, refused);
      // Behind one address may stand many, and before it a proxy that nobody declared: who was just known is heard.
      if (wait !== undefined && !known.has(presented)) await lookOnce(request, network, wait);
      const caller = await authenticator
        .authenticate(presented, request.clientAddress)
        .catch(async (error: unknown) => {
          if (!(error instanceof AppError && error.code === 'UNAUTHORIZED')) throw error;
          known.forget(presented);
          const taken = await limiter.take(network, refused);
          throw taken.kind === 'ok' ? error : turnAway(request, taken.retryAfterSeconds);
        });
      known.remember(presented);
      const taken = await limiter.take(caller.countedAs ?? caller.actorId, {
        name: 'caller',
        perMinute: rateOf(caller, rates),
      });
      if (taken.kind === 'ok') return caller;
      // The first one of a minute stands in the trail of whom it belongs to; the rest would only fill it.
      throw taken.isFirst ? tooMany(taken.retryAfterSeconds) : turnAway(request, taken.retryAfterSeconds);
    },
    async standsInTrail({ actorId }) {
      return (await limiter.take(actorId, refused)).kind === 'ok';
    },
    async enterOpen(routeId, request) {
      // By route, so that whoever uses up one of them behind a shared address leaves the others open.
      const limit: RateLimit = { name: `open ${routeId}`, perMinute: rates.open, whenUnknown: 'closed' };
      const taken = await limiter.take(addressSubject(request.clientAddress), limit);
      if (taken.kind === 'limited') throw turnAway(request, taken.retryAfterSeconds);
    },
  };
}

function rateOf(caller: Caller, rates: RequestRates): number {
  const kind = caller.session ? undefined : KEY_KINDS.find((one) => one === caller.role);
  return caller.requestsPerMinute ?? rates[kind ?? 'session'];
}

const tooMany = (retryAfterSeconds: number): AppError => {
  const message = `There were too many requests this minute. Wait ${retryAfterSeconds} s, then go on.`;
  return new AppError('RATE_LIMITED', message, { retryAfterSeconds });
};

function turnAway(request: FastifyRequest, retryAfterSeconds: number): AppError {
  turnedAway.add(request);
  return tooMany(retryAfterSeconds);
}

const REMEMBERED = 20_000;

/** Remembers what callers showed that were recognised, by hash; the longest known is forgotten first. */
function recentlyKnown() {
  const hashes = new Set<string>();
  const hashOf = ({ key, sessionToken }: Presented): string =>
    createHash('sha256')
      .update(key ?? sessionToken ?? '')
      .digest('base64');
  return {
    has: (presented: Presented): boolean => hashes.has(hashOf(presented)),
    forget: (presented: Presented): boolean => hashes.delete(hashOf(presented)),
    remember(presented: Presented): void {
      const hash = hashOf(presented);
      if (hashes.has(hash)) return;
      const [oldest] = hashes.size >= REMEMBERED ? hashes : [];
      if (oldest !== undefined) hashes.delete(oldest);
      hashes.add(hash);
    },
  };
}
