import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { PasskeyAnswer, RegistrationAnswer } from './wire.ts';

/** What a browser and an authenticator may be made to say. */
export interface Saying {
  readonly challenge: Buffer;
  readonly origin: string;
  readonly rpId: string;
  /** Bits of the authenticator data: 1 somebody is there, 4 it was made sure who, 8 and 16 about backups. */
  readonly flags?: number;
  readonly signCount?: number;
  readonly userHandle?: string;
  readonly type?: string;
  readonly crossOrigin?: boolean;
}

/** A passkey in software that signs whatever it is told to, as a thief's would. */
export interface SoftwarePasskey {
  register(saying: Saying): RegistrationAnswer;
  answer(saying: Saying): PasskeyAnswer;
}

type Algorithm = 'ES256' | 'EdDSA' | 'RS256' | 'ES384';

const PRESENT_AND_VERIFIED = 0x05;
const WITH_CREDENTIAL = 0x40;

export function softwarePasskey(algorithm: Algorithm): SoftwarePasskey {
  const { privateKey, publicKey } = newPair(algorithm);
  const credentialId = randomBytes(32);
  const head = {
    id: credentialId.toString('base64url'),
    rawId: credentialId.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  } as const;
  return {
    register(saying) {
      const size = Buffer.alloc(2);
      size.writeUInt16BE(credentialId.length);
      const credential = Buffer.concat([Buffer.alloc(16), size, credentialId, coseOf(algorithm, publicKey)]);
      const authData = Buffer.concat([authenticatorData(saying, WITH_CREDENTIAL), credential]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', Uint8Array.from(authData)],
      ]);
      const clientDataJSON = clientData('webauthn.create', saying).toString('base64url');
      const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url');
      return { ...head, response: { clientDataJSON, attestationObject, transports: ['internal'] } };
    },
    answer(saying) {
      const client = clientData('webauthn.get', saying);
      const data = authenticatorData(saying, 0);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      const digest = { ES256: 'sha256', ES384: 'sha384', RS256: 'sha256', EdDSA: null }[algorithm];
      return {
        ...head,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign(digest, signed, privateKey).toString('base64url'),
          ...(saying.userHandle === undefined ? {} : { userHandle: saying.userHandle }),
        },
      };
    },
  };
}

function newPair(algorithm: Algorithm): { privateKey: KeyObject; publicKey: KeyObject } {
  if (algorithm === 'EdDSA') return generateKeyPairSync('ed25519');
  if (algorithm === 'RS256') return generateKeyPairSync('rsa', { modulusLength: 2048 });
  return generateKeyPairSync('ec', { namedCurve: algorithm === 'ES256' ? 'P-256' : 'P-384' });
}

/** A public key as RFC 9053 writes it. */
function coseOf(algorithm: Algorithm, key: KeyObject): Buffer {
  const { x = '', y = '', n = '', e = '' } = key.export({ format: 'jwk' });
  const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64url'));
  const rows = {
    ES256: [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ],
    ES384: [
      [1, 2],
      [3, -35],
      [-1, 2],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ],
    EdDSA: [
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, bytes(x)],
    ],
    RS256: [
      [1, 3],
      [3, -257],
      [-1, bytes(n)],
      [-2, bytes(e)],
    ],
  }[algorithm];
  return Buffer.from(isoCBOR.encode(new Map(rows as [number, number][]) as never));
}

function authenticatorData({ rpId, flags = PRESENT_AND_VERIFIED, signCount = 0 }: Saying, more: number): Buffer {
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(signCount);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags | more]), counter]);
}

function clientData(usual: string, { type = usual, challenge, origin, crossOrigin = false }: Saying): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge: challenge.toString('base64url'), origin, crossOrigin }));
}
