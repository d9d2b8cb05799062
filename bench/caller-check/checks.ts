import type { FastifyRequest } from 'fastify';
import { apiKeysValid, type Authenticator } from '../../src/core/access/index.ts';
import { admit, authorise } from '../../src/core/gate/admit.ts';
import { createRequestLimits, type RequestRates, type Route, systemContext } from '../../src/core/gate/index.ts';
import type { Runtime } from '../../src/entry/compose/runtime.ts';

/** Nobody meets a limit; that each request is counted stays as it is. */
export const BOUNDLESS: RequestRates = {
  posting: 1_000_000,
  buyer: 1_000_000,
  partner: 1_000_000,
  admin: 1_000_000,
  session: 1_000_000,
  refused: 1_000_000,
  open: 1_000_000,
};

/** What is checked, so many times. */
export interface ChecksWanted {
  readonly times: number;
  /** The route that is called, by its id. */
  readonly routeId: string;
  /** What the caller shows. */
  readonly headers: Readonly<Record<string, string>>;
  /** `known`: as found a moment ago; `anew`: looked up in the database each time. */
  readonly lookUp: 'known' | 'anew';
}

/** Does what the gate does before a handler begins: who calls, within which limits, and whether he may. */
export async function checkCallers(runtime: Runtime, routes: readonly Route[], wanted: ChecksWanted): Promise<void> {
  const route = routes.find(({ id }) => id === wanted.routeId);
  if (!route) throw new Error(`there is no route ${wanted.routeId}`);
  const limits = createRequestLimits(runtime.limiter, BOUNDLESS);
  const authenticator = wanted.lookUp === 'known' ? runtime.authenticator : forgetful(runtime);
  const deps = { authenticator, limits, publicOrigin: 'https://localhost' };
  for (let index = 0; index < wanted.times; index += 1) {
    const request = { method: route.method, headers: wanted.headers, clientAddress: '127.0.0.1' } as FastifyRequest;
    authorise(route, await admit(route, request, deps), runtime.clock.now());
  }
}

/** Remembers nothing of a caller from one request to the next. */
function forgetful({ authenticator, keys, sessions }: Runtime): Authenticator {
  return {
    ...authenticator,
    authenticate(presented, address) {
      keys.forget();
      sessions.forget();
      return authenticator.authenticate(presented, address);
    },
  };
}

/** What a group of leads asks about its keys before it writes, so many times in one transaction. */
export async function lookAgain(runtime: Runtime, tenantId: string, key: string, times: number): Promise<void> {
  const caller = await runtime.authenticator.authenticate({ key, sessionToken: undefined }, '127.0.0.1');
  await runtime.tenancy.readTenant(systemContext(tenantId), async (tx) => {
    for (let index = 0; index < times; index += 1) {
      const valid = await apiKeysValid(tx, [caller.actorId], runtime.clock.now());
      if (valid.size !== 1) throw new Error('the key of the bench does not hold');
    }
  });
}
