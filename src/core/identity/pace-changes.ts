import type { Caller } from '../access/index.ts';
import type { IdentityDeps } from './identity-deps.ts';

/**
 * Before a change of the own account that is told by mail: nobody buries the mail that matters under others. Setting up
 * the first factor does not count. Throws RATE_LIMITED.
 */
export async function paceChanges({ attempts }: Pick<IdentityDeps, 'attempts'>, caller: Caller): Promise<void> {
  if (caller.session?.stage === 'full') await attempts.pace(`${caller.tenantId} ${caller.actorId}`);
}
