import type { Caller } from '../access/index.ts';
import { emailKey } from './domain/email-address.ts';
import type { IdentityDeps } from './identity-deps.ts';

/**
 * Before a change of the own account that is told by mail: nobody buries the mail that matters under others. Setting up
 * the first factor does not count. Throws RATE_LIMITED.
 */
export async function paceChanges({ attempts }: Pick<IdentityDeps, 'attempts'>, caller: Caller): Promise<void> {
  if (caller.session?.stage === 'full') await attempts.pace(`${caller.tenantId} ${caller.actorId}`);
}

type Pacing = Pick<IdentityDeps, 'attempts'>;

/** Before the invitation of a new account goes out, by the address in its body. Throws RATE_LIMITED. */
export function paceAddress({ attempts }: Pacing, { tenantId }: Caller, body: unknown): Promise<void> {
  const { email } = body as { readonly email: string };
  return attempts.paceInvitation(`${tenantId} ${emailKey(email) ?? email.toLowerCase()}`);
}

/** Before another invitation goes to the person in the path, whatever the address is by now. Throws RATE_LIMITED. */
export function pacePerson({ attempts }: Pacing, { tenantId }: Caller, params: unknown): Promise<void> {
  const { userId } = params as { readonly userId: string };
  return attempts.paceInvitation(`${tenantId} ${userId.toLowerCase()}`);
}
