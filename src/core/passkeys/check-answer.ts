import { SimpleWebAuthnError, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject, decodeCredentialPublicKey, isoBase64URL } from '@simplewebauthn/server/helpers';
import type { PasskeyCredential, PasskeyFound } from './store.ts';
import type { PasskeyAnswer, RegistrationAnswer } from './wire.ts';

/** Where passkeys belong to, and where they may be used. */
export interface PasskeySite {
  /** The host of the pages, such as `leads.example.com`. */
  readonly rpId: string;
  /** What authenticators call it. */
  readonly rpName: string;
  /** The only origin whose answers count, such as `https://leads.example.com`. */
  readonly origin: string;
}

/** ES256, EdDSA and RS256, by their numbers at IANA, the preferred first. */
export const PASSKEY_ALGORITHMS = [-7, -8, -257];

export interface AnswerRules {
  readonly site: Pick<PasskeySite, 'rpId' | 'origin'>;
  readonly challenge: Buffer;
  /** Whether the authenticator must have made sure who is there. Ceremonies of the product always ask for it. */
  readonly requireUserVerification: boolean;
}

export interface ClientData {
  readonly challenge: Buffer;
  /** Whether the page stood in a frame of another site. Ours never do. */
  readonly isFramed: boolean;
}

/** What the browser says that it asked for; undefined if that cannot be read. */
export function readClientData(clientDataJSON: string): ClientData | undefined {
  const text = Buffer.from(clientDataJSON, 'base64url').toString();
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null || !('challenge' in data)) return undefined;
    if (typeof data.challenge !== 'string') return undefined;
    const isFramed = ('crossOrigin' in data && data.crossOrigin !== false) || 'topOrigin' in data;
    return { challenge: Buffer.from(data.challenge, 'base64url'), isFramed };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The credential of a registration's answer; undefined if anything of it is not as it must be. */
export async function checkRegistration(
  answer: RegistrationAnswer,
  rules: AnswerRules,
): Promise<PasskeyCredential | undefined> {
  const { clientDataJSON, attestationObject, transports = [] } = answer.response;
  if (readClientData(clientDataJSON)?.isFramed !== false) return undefined;
  return unlessRefused(async () => {
    if (!isUnattested(attestationObject)) return undefined;
    const { verified, registrationInfo: info } = await verifyRegistrationResponse({
      response: { ...identified(answer), response: { clientDataJSON, attestationObject } },
      ...expectedBy(rules),
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    });
    if (!verified || info.credential.id !== answer.id) return undefined;
    const { publicKey, counter } = info.credential;
    return {
      credentialId: Buffer.from(answer.id, 'base64url'),
      publicKey: Buffer.from(publicKey),
      signCount: counter,
      transports,
      isBackedUp: info.credentialBackedUp,
    };
  });
}

export interface CheckedAnswer {
  readonly signCount: number;
  readonly isBackedUp: boolean;
}

/**
 * Whether the passkey made this answer; undefined if not, or if anything else of it is not as it must be. Counters are
 * left to the caller: the library judges them before the signature, so anybody who knows a credential's id could make
 * its counter seem to go back.
 */
export async function checkPasskeyAnswer(
  answer: PasskeyAnswer,
  passkey: Pick<PasskeyFound, 'publicKey'>,
  rules: AnswerRules,
): Promise<CheckedAnswer | undefined> {
  const { clientDataJSON, authenticatorData, signature } = answer.response;
  if (readClientData(clientDataJSON)?.isFramed !== false) return undefined;
  const publicKey = Uint8Array.from(passkey.publicKey);
  // A key of ours that cannot be read is no fault of the answer, and must not look like one.
  decodeCredentialPublicKey(publicKey);
  return unlessRefused(async () => {
    const { verified, authenticationInfo: info } = await verifyAuthenticationResponse({
      response: { ...identified(answer), response: { clientDataJSON, authenticatorData, signature } },
      ...expectedBy(rules),
      credential: { id: answer.id, publicKey, counter: 0 },
    });
    return verified ? { signCount: info.newCounter, isBackedUp: info.credentialBackedUp } : undefined;
  });
}

const identified = ({ id, rawId, type }: Pick<PasskeyAnswer, 'id' | 'rawId' | 'type'>) => ({
  id,
  rawId,
  type,
  clientExtensionResults: {},
});

const expectedBy = ({ site, challenge, requireUserVerification }: AnswerRules) => ({
  expectedChallenge: challenge.toString('base64url'),
  expectedOrigin: site.origin,
  expectedRPID: site.rpId,
  requireUserVerification,
});

/**
 * We ask for no attestation, and then browsers send none, or the key's own signature. A chain of certificates is not
 * for us to judge: the library would ask the addresses that stand in it for lists of revoked ones.
 */
function isUnattested(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get('fmt');
  return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined);
}

/**
 * The library throws at every answer that is not as it must be, by errors of many kinds: its own, of its decoders, of
 * WebCrypto. It touches nothing but the answer, so these are all about that, except the ones that say what this runtime
 * lacks.
 */
async function unlessRefused<T>(check: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await check();
  } catch (error) {
    const isOfRuntime = error instanceof SimpleWebAuthnError || !(error instanceof Error);
    if (!isOfRuntime && error.name !== 'MissingWebCrypto') return undefined;
    throw error;
  }
}
