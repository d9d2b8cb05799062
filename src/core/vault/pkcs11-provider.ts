import { randomBytes } from 'node:crypto';
import { CK, codeOf, plainError, useLibrary } from './pkcs11-module.ts';
import {
  closeSession,
  createKeySessions,
  findKeys,
  type KeySession,
  openSession,
  type Pkcs11Options,
} from './pkcs11-sessions.ts';
import { type KeyProvider, wrongRootKey } from './provider.ts';

export type { Pkcs11Options } from './pkcs11-sessions.ts';

const NONCE = 12;
const KEY = 32;
const TAG = 16;
const WRAPPED = NONCE + KEY + TAG;
/** What tokens answer when the tag does not fit; SoftHSM says GENERAL_ERROR. */
const DOES_NOT_OPEN = new Set([
  'CKR_ENCRYPTED_DATA_INVALID',
  'CKR_ENCRYPTED_DATA_LEN_RANGE',
  'CKR_AEAD_DECRYPT_FAILED',
  'CKR_DATA_INVALID',
  'CKR_GENERAL_ERROR',
]);

/**
 * The root key in a PKCS#11 token: an AES-256 key that is sensitive and not extractable, found by its label. Keys of
 * 32 bytes are wrapped inside the token by AES-256-GCM, the context as additional data: `nonce ‖ ciphertext ‖ tag`.
 * The library is loaded on first use. A PIN that was refused is not tried again, so that the token does not lock.
 */
export function pkcs11Provider(options: Pkcs11Options): KeyProvider {
  const sessions = createKeySessions(options);

  const wrap = async (key: Buffer, context: Buffer): Promise<Buffer> => {
    if (key.length !== KEY) throw new RangeError('a key to wrap has 32 bytes');
    return plainly('wrapping a key', () => sessions.use((session) => encrypt(session, key, context)));
  };
  const unwrap = async (wrapped: Buffer, context: Buffer): Promise<Buffer> => {
    if (wrapped.length !== WRAPPED) throw new RangeError('a wrapped key has 60 bytes');
    return plainly('unwrapping a key', () => sessions.use((session) => decrypt(session, wrapped, context)));
  };
  return {
    name: 'pkcs11',
    wrap,
    unwrap,
    async describe() {
      const key = randomBytes(KEY);
      const context = Buffer.from('careroute.doctor.v1');
      const again = await unwrap(await wrap(key, context), context);
      if (!again.equals(key)) throw new Error('token: it does not give back the key that it wrapped.');
      const version = await plainly('reading the version', () => sessions.use(async (session) => versionOf(session)));
      const note = `token ${options.token}, ${version}; the root key does not leave the token`;
      return { kind: 'pkcs11', production: true, note };
    },
    close: () => plainly('closing the library', () => sessions.close()),
  };
}

/**
 * Makes the root key in the token: AES-256, sensitive, not extractable, good for nothing but encrypting and decrypting.
 * Refuses when the label is taken. Back the token up by its own means: without this key nothing opens again.
 */
export async function createRootKey(options: Pkcs11Options): Promise<void> {
  await plainly('making the root key', async () => {
    const lease = useLibrary(options.module);
    try {
      const session = openSession(lease.library, options, CK.RW_SESSION);
      try {
        if (findKeys(lease.library, session, options.keyLabel).length > 0) {
          throw new Error('keyLabel: the token has an AES key of this label. Use it, or give another label.');
        }
        lease.library.C_GenerateKey(session, { mechanism: CK.AES_KEY_GEN }, rootKeyTemplate(options.keyLabel));
      } finally {
        closeSession(lease.library, session);
      }
    } finally {
      lease.release();
    }
  });
}

const rootKeyTemplate = (label: string) => [
  { type: CK.CLASS, value: CK.SECRET_KEY },
  { type: CK.KEY_TYPE, value: CK.AES },
  { type: CK.VALUE_LEN, value: KEY },
  { type: CK.LABEL, value: label },
  ...[CK.TOKEN, CK.PRIVATE, CK.SENSITIVE, CK.ENCRYPT, CK.DECRYPT].map((type) => ({ type, value: true })),
  ...[CK.EXTRACTABLE, CK.MODIFIABLE, CK.WRAP, CK.UNWRAP, CK.SIGN, CK.VERIFY, CK.DERIVE].map((type) => ({
    type,
    value: false,
  })),
];

async function plainly<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw plainError(doing, error);
  }
}

const mechanism = (iv: Buffer, aad: Buffer) => ({
  mechanism: CK.AES_GCM,
  parameter: { type: CK.GCM_PARAMETERS, iv, ivBits: NONCE * 8, aad, tagBits: TAG * 8 },
});

async function encrypt(at: KeySession, key: Buffer, context: Buffer): Promise<Buffer> {
  const nonce = randomBytes(NONCE);
  // A copy that stays referenced until the token is done: the package holds only its address.
  const input = Buffer.from(key);
  try {
    at.library.C_EncryptInit(at.session, mechanism(nonce, context), at.key);
    const sealed = await at.library.C_EncryptAsync(at.session, input, Buffer.alloc(WRAPPED));
    if (sealed.length !== KEY + TAG) throw new Error('token: it answered AES-GCM with an unexpected length.');
    return Buffer.concat([nonce, sealed]);
  } finally {
    input.fill(0);
  }
}

async function decrypt(at: KeySession, wrapped: Buffer, context: Buffer): Promise<Buffer> {
  at.library.C_DecryptInit(at.session, mechanism(Buffer.from(wrapped.subarray(0, NONCE)), context), at.key);
  const input = Buffer.from(wrapped.subarray(NONCE));
  try {
    const key = await at.library.C_DecryptAsync(at.session, input, Buffer.alloc(WRAPPED));
    if (key.length !== KEY) throw new Error('token: it answered AES-GCM with an unexpected length.');
    return key;
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (!DOES_NOT_OPEN.has(code)) throw error;
    throw wrongRootKey();
  } finally {
    input.fill(0);
  }
}

function versionOf(at: KeySession): string {
  const { libraryDescription, libraryVersion } = at.library.C_GetInfo();
  return `${libraryDescription.trimEnd()} ${libraryVersion.major}.${libraryVersion.minor}`;
}
