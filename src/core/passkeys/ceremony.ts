import type { Session } from '../../platform/postgres/index.ts';
import { systemContext } from '../gate/index.ts';
import type { Tenancy, TenantWriter } from '../tenancy/index.ts';
import { challengeConsume, type ChallengePurpose, type PasskeyAccount } from './challenge-store.ts';
import { checkPasskeyAnswer, checkRegistration, type PasskeySite, readClientData } from './check-answer.ts';
import { userHandleOf } from './offers.ts';
import {
  counterWentOn,
  passkeyBlock,
  type PasskeyCredential,
  passkeyFind,
  type PasskeyFound,
  type PasskeyUse,
} from './store.ts';
import type { PasskeyAnswer, RegistrationAnswer } from './wire.ts';

export type { PasskeyAccount, PasskeySite };

/** A passkey and whose it is. */
export interface PasskeyOwner extends PasskeyAccount {
  readonly passkeyId: string;
}

export interface PasskeyRefused {
  readonly kind: 'refused';
  readonly reason: 'unknown_challenge' | 'unknown_passkey' | 'not_verified' | 'counter_went_back' | 'blocked';
  /** The passkey that was named, for the trail. Only the last two reasons say that it was really there. */
  readonly passkey?: PasskeyOwner;
}

const refused = (reason: PasskeyRefused['reason'], passkey?: PasskeyFound): PasskeyRefused => ({
  kind: 'refused',
  reason,
  ...(passkey ? { passkey: ownerOf(passkey) } : {}),
});

const ownerOf = ({ tenantId, userId, passkeyId }: PasskeyFound): PasskeyOwner => ({ tenantId, userId, passkeyId });

export interface PasskeyDeps {
  /** The identity role's pool. */
  readonly identity: Session;
  readonly identityTenancy: Tenancy;
  readonly site: PasskeySite;
}

export type RegistrationVerdict =
  PasskeyRefused | { readonly kind: 'verified'; readonly credential: PasskeyCredential };

/**
 * Judges the answer to an offer of registration, which is used up by it. `passkeyInsert` then keeps the credential. To
 * be called outside of any transaction.
 */
export async function verifyPasskeyRegistration(
  { identity, site }: Pick<PasskeyDeps, 'identity' | 'site'>,
  answer: RegistrationAnswer,
  account: PasskeyAccount,
  now: Date,
): Promise<RegistrationVerdict> {
  const challenge = await takeChallenge(identity, answer, { purpose: 'register', account }, now);
  if (!challenge) return refused('unknown_challenge');
  const credential = await checkRegistration(answer, { site, challenge, requireUserVerification: true });
  return credential ? { kind: 'verified', credential } : refused('not_verified');
}

/** Which offer an answer must be to: of which purpose, and to whom; `sign_in` is to nobody in particular. */
export type ExpectedAnswer =
  { readonly purpose: 'sign_in' } | { readonly purpose: 'second_factor' | 'step_up'; readonly account: PasskeyAccount };

export type PasskeyVerdict =
  PasskeyRefused | { readonly kind: 'verified'; readonly passkey: PasskeyOwner; readonly use: PasskeyUse };

/**
 * Judges the answer to an offer of a sign-in, a second factor or a step up; the offer is used up by it. What was
 * verified counts once `passkeyUse` has noted it in the transaction of what it opens. A passkey whose counter went back
 * is blocked here, in a transaction of its own, in which `onBlocked` writes what the trail must say of it. To be called
 * outside of any transaction.
 */
export async function verifyPasskey(
  deps: PasskeyDeps & { readonly onBlocked: (tx: TenantWriter, passkey: PasskeyOwner) => Promise<void> },
  answer: PasskeyAnswer,
  expected: ExpectedAnswer,
  now: Date,
): Promise<PasskeyVerdict> {
  const { identity, site } = deps;
  const account = 'account' in expected ? expected.account : undefined;
  const challenge = await takeChallenge(identity, answer, { purpose: expected.purpose, account }, now);
  if (!challenge) return refused('unknown_challenge');
  const passkey = await passkeyFind(identity, Buffer.from(answer.id, 'base64url'));
  if (!passkey || (account && !isSame(account, passkey))) return refused('unknown_passkey');
  const checked = isOfOwner(answer, passkey, account !== undefined)
    ? await checkPasskeyAnswer(answer, passkey, { site, challenge, requireUserVerification: true })
    : undefined;
  if (!checked) return refused('not_verified', passkey);
  if (passkey.blockedAt) return refused('blocked', passkey);
  const owner = ownerOf(passkey);
  if (!counterWentOn(passkey.signCount, checked.signCount)) {
    await deps.identityTenancy.withTenant(systemContext(owner.tenantId), async (tx) => {
      if (await passkeyBlock(tx, owner.passkeyId, now)) await deps.onBlocked(tx, owner);
    });
    return refused('counter_went_back', passkey);
  }
  return { kind: 'verified', passkey: owner, use: { passkeyId: owner.passkeyId, ...checked } };
}

const isSame = (one: PasskeyAccount, other: PasskeyAccount): boolean =>
  one.tenantId === other.tenantId && one.userId === other.userId;

/** WebAuthn Level 3, 7.2, step 6: who was not known before must be named by the authenticator; a name must be right. */
function isOfOwner(answer: PasskeyAnswer, { userId }: PasskeyFound, isKnown: boolean): boolean {
  const handle = answer.response.userHandle ?? undefined;
  return handle === undefined ? isKnown : handle === userHandleOf(userId);
}

/** Uses up the challenge that an answer names, before anything else of it is looked at. */
async function takeChallenge(
  identity: Session,
  answer: { readonly response: { readonly clientDataJSON: string } },
  offer: { readonly purpose: ChallengePurpose; readonly account: PasskeyAccount | undefined },
  now: Date,
): Promise<Buffer | undefined> {
  const challenge = readClientData(answer.response.clientDataJSON)?.challenge;
  if (!challenge || !(await challengeConsume(identity, { challenge, ...offer, now }))) return undefined;
  return challenge;
}
