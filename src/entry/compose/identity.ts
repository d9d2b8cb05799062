import { systemContext } from '../../core/gate/index.ts';
import { createAttemptGuard, type IdentityDeps } from '../../core/identity/index.ts';
import { createPasswords, takeTurns } from '../../core/passwords/index.ts';
import { leadByRef } from '../../leads/intake/index.ts';
import type { Mail } from '../../platform/mail/index.ts';
import type { Runtime } from './runtime.ts';

export interface IdentitySurface {
  readonly mail: Mail;
  /** Where the pages are: passkeys are bound to its host, and links lead there. */
  readonly publicUrl: string;
  readonly onProblem: (error: unknown) => void;
}

/** While one password is judged, what comes before and after that is done for another one. */
const SIGN_INS_AT_ONCE = 2;
const LOOK_UPS_AT_ONCE = 2;

/** What the use cases about people stand on. */
export function identityDeps(runtime: Runtime, surface: IdentitySurface): IdentityDeps {
  const { identity, identityTenancy, vault, clock, secrets, keys, sessions } = runtime;
  const { origin, hostname } = new URL(surface.publicUrl);
  return {
    ...surface,
    identity,
    identityTenancy,
    vault,
    clock,
    passwords: createPasswords(secrets.passwordPepper),
    turns: { lookUp: takeTurns(LOOK_UPS_AT_ONCE), judge: takeTurns(SIGN_INS_AT_ONCE) },
    attempts: createAttemptGuard(identity, secrets.identityPepper, clock),
    pepper: secrets.identityPepper,
    site: { rpId: hostname, rpName: 'Careroute', origin },
    leadIdOf: (tenantId, ref) =>
      runtime.tenancy.readTenant(systemContext(tenantId), async (tx) => (await leadByRef(tx, ref))?.leadId),
    forgetSessions: () => sessions.forget(),
    forgetKeys: () => keys.forget(),
  };
}
