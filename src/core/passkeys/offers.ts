import { randomBytes } from 'node:crypto';
import type { Session } from '../../platform/postgres/index.ts';
import type { TenantWriter } from '../tenancy/index.ts';
import { CHALLENGE_MS, challengeInsert } from './challenge-store.ts';
import { PASSKEY_ALGORITHMS, type PasskeySite } from './check-answer.ts';
import { passkeyList, type PasskeyListed } from './store.ts';
import type { PasskeyOffer, RegistrationOffer } from './wire.ts';

/** The moment of an offer, and its 32 random bytes, where a test brings them. */
export interface OfferMoment {
  readonly now: Date;
  readonly challenge?: Buffer;
}

/** Who registers a passkey, and how authenticators list the account. */
export interface PasskeyPerson {
  readonly userId: string;
  /** What tells the person's accounts apart: the e-mail address. */
  readonly name: string;
  readonly displayName: string;
}

const challengeOf = ({ challenge = randomBytes(32) }: OfferMoment): Buffer => challenge;

/** By what authenticators know the account (WebAuthn Level 3, 14.6.1): the 16 bytes of its id, and nothing personal. */
export const userHandleOf = (userId: string): string =>
  Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url');

const describe = ({ credentialId, transports }: PasskeyListed) => ({
  id: credentialId.toString('base64url'),
  type: 'public-key',
  transports: [...transports],
});

/** Options for `navigator.credentials.create()`, and their challenge kept for five minutes. */
export async function offerPasskeyRegistration(
  tx: TenantWriter,
  site: PasskeySite,
  person: PasskeyPerson,
  moment: OfferMoment,
): Promise<RegistrationOffer> {
  const { userId, name, displayName } = person;
  const challenge = challengeOf(moment);
  const account = { tenantId: tx.context.tenantId, userId };
  const passkeys = await passkeyList(tx, userId);
  await challengeInsert(tx, { challenge, purpose: 'register', account, now: moment.now });
  return {
    challenge: challenge.toString('base64url'),
    rp: { id: site.rpId, name: site.rpName },
    user: { id: userHandleOf(userId), name, displayName },
    pubKeyCredParams: PASSKEY_ALGORITHMS.map((alg) => ({ alg, type: 'public-key' })),
    timeout: CHALLENGE_MS,
    attestation: 'none',
    excludeCredentials: passkeys.map(describe),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  };
}

const askFor = (site: PasskeySite, challenge: Buffer): PasskeyOffer => ({
  challenge: challenge.toString('base64url'),
  rpId: site.rpId,
  timeout: CHALLENGE_MS,
  userVerification: 'required',
});

/** Options for `navigator.credentials.get()` where the passkey itself says who signs in. */
export async function offerPasskeySignIn(
  identity: Session,
  site: PasskeySite,
  moment: OfferMoment,
): Promise<PasskeyOffer> {
  const challenge = challengeOf(moment);
  await challengeInsert(identity, { challenge, purpose: 'sign_in', account: undefined, now: moment.now });
  return askFor(site, challenge);
}

/** What a known person is asked to show a passkey for. */
export interface PasskeyWish {
  readonly userId: string;
  readonly purpose: 'second_factor' | 'step_up';
}

/** Options for `navigator.credentials.get()` for a known person; undefined if there is no passkey to show. */
export async function offerPasskeyFactor(
  tx: TenantWriter,
  site: PasskeySite,
  { userId, purpose }: PasskeyWish,
  moment: OfferMoment,
): Promise<PasskeyOffer | undefined> {
  const passkeys = (await passkeyList(tx, userId)).filter(({ blockedAt }) => blockedAt === null);
  if (passkeys.length === 0) return undefined;
  const challenge = challengeOf(moment);
  const account = { tenantId: tx.context.tenantId, userId };
  await challengeInsert(tx, { challenge, purpose, account, now: moment.now });
  return { ...askFor(site, challenge), allowCredentials: passkeys.map(describe) };
}
