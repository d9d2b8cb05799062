import type { TenantWriter } from '../tenancy/index.ts';
import { accountContext, type SignInOrigin } from './complete-sign-in.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { stepOfCode } from './one-time-code.ts';
import { type PasskeyAnswer, passkeyUse, verifyPasskey } from '../passkeys/index.ts';
import { hashRecoveryCode } from './recovery-code.ts';
import { recoveryCodeClaim, secretsFind, totpClaim } from './secret-store.ts';
import { onBlockedPasskey } from './sign-in-by-passkey.ts';

/** What a person shows as a second factor: one of these. */
export interface FactorProof {
  readonly code?: string | undefined;
  readonly recoveryCode?: string | undefined;
  readonly passkey?: PasskeyAnswer | undefined;
}

/** A factor that was read outside of any transaction, ready to be used up inside one. */
export interface FactorClaim {
  readonly method: 'totp' | 'passkey' | 'recovery_code';
  readonly passkeyId?: string;
  /** Uses the proof up; false if it is wrong or was used before. */
  claim(tx: TenantWriter, now: Date): Promise<boolean>;
}

interface Person {
  readonly tenantId: string;
  readonly userId: string;
}

/** Where the secret of a person's codes is sealed. */
export const totpPlace = ({ tenantId, userId }: Person) => ({
  tenantId,
  table: 'user_secrets',
  recordId: userId,
  part: 'totp',
});

/** Reads a proof; undefined if nothing was shown, or nothing that the person has set up. */
export async function readFactor(
  deps: IdentityDeps,
  person: Person,
  proof: FactorProof,
  at: { readonly purpose: 'second_factor' | 'step_up'; readonly origin: SignInOrigin },
): Promise<FactorClaim | undefined> {
  const { userId } = person;
  const { code, recoveryCode, passkey } = proof;
  if (passkey !== undefined) return readPasskey(deps, person, passkey, at);
  if (recoveryCode !== undefined) {
    const hash = hashRecoveryCode(deps.pepper, userId, recoveryCode);
    return { method: 'recovery_code', claim: (tx, now) => recoveryCodeClaim(tx, userId, hash, now) };
  }
  if (code === undefined) return undefined;
  const secrets = await deps.identityTenancy.readTenant(accountContext(person), (tx) => secretsFind(tx, userId));
  if (!secrets?.totpSecret || !secrets.totpConfirmedAt) return undefined;
  const secret = await deps.vault.openSecret(totpPlace(person), secrets.totpSecret);
  const step = stepOfCode(secret, code, deps.clock.now());
  return { method: 'totp', claim: async (tx) => step !== undefined && totpClaim(tx, userId, step) };
}

async function readPasskey(
  deps: IdentityDeps,
  account: Person,
  answer: PasskeyAnswer,
  { purpose, origin }: { readonly purpose: 'second_factor' | 'step_up'; readonly origin: SignInOrigin },
): Promise<FactorClaim | undefined> {
  const onBlocked = onBlockedPasskey(deps, origin);
  const { tenantId, userId } = account;
  const expected = { purpose, account: { tenantId, userId } };
  const verdict = await verifyPasskey({ ...deps, onBlocked }, answer, expected, deps.clock.now());
  if (verdict.kind === 'refused') return undefined;
  const { passkeyId } = verdict.use;
  return { method: 'passkey', passkeyId, claim: (tx, now) => passkeyUse(tx, verdict.use, now) };
}
