import { createRequire } from 'node:module';

/** A handle of PKCS#11: a slot, a session or an object. */
export type Handle = Buffer;

interface Attribute {
  readonly type: number;
  readonly value?: number | boolean | string | Buffer;
}

interface Mechanism {
  readonly mechanism: number;
  readonly parameter?: GcmParameter;
}

interface GcmParameter {
  readonly type: number;
  readonly iv: Buffer;
  readonly ivBits: number;
  readonly aad: Buffer;
  readonly tagBits: number;
}

interface LibraryInfo {
  readonly libraryDescription: string;
  readonly libraryVersion: { readonly major: number; readonly minor: number };
}

/** What this room uses of PKCS#11 2.40, as `pkcs11js` offers it. */
export interface Library {
  load(path: string): void;
  C_Initialize(options: { readonly flags: number }): void;
  C_Finalize(): void;
  C_GetInfo(): LibraryInfo;
  C_GetSlotList(tokenPresent: boolean): Handle[];
  C_GetTokenInfo(slot: Handle): { readonly label: string };
  C_OpenSession(slot: Handle, flags: number): Handle;
  C_CloseSession(session: Handle): void;
  C_Login(session: Handle, userType: number, pin: string): void;
  C_FindObjectsInit(session: Handle, template: readonly Attribute[]): void;
  C_FindObjects(session: Handle, count: number): Handle[];
  C_FindObjectsFinal(session: Handle): void;
  C_GetAttributeValue(session: Handle, object: Handle, template: readonly Attribute[]): { readonly value: Buffer }[];
  C_GenerateKey(session: Handle, mechanism: Mechanism, template: readonly Attribute[]): Handle;
  C_EncryptInit(session: Handle, mechanism: Mechanism, key: Handle): void;
  C_EncryptAsync(session: Handle, input: Buffer, output: Buffer): Promise<Buffer>;
  C_DecryptInit(session: Handle, mechanism: Mechanism, key: Handle): void;
  C_DecryptAsync(session: Handle, input: Buffer, output: Buffer): Promise<Buffer>;
}

/**
 * Declared here, not imported: the package is optional (it is compiled where it is installed), and the house must still
 * type-check and pass its room rules where it is absent.
 */
interface Package {
  readonly PKCS11: new () => Library;
}

/** Constants of PKCS#11 2.40 (OASIS, pkcs11t.h), and of the package for the parameters of AES-GCM with `ulIvBits`. */
export const CK = {
  OS_LOCKING_OK: 0x2,
  RW_SESSION: 0x2,
  SERIAL_SESSION: 0x4,
  USER: 1,
  SECRET_KEY: 0x4,
  AES: 0x1f,
  AES_KEY_GEN: 0x1080,
  AES_GCM: 0x1087,
  GCM_PARAMETERS: 7,
  CLASS: 0x0,
  TOKEN: 0x1,
  PRIVATE: 0x2,
  LABEL: 0x3,
  KEY_TYPE: 0x100,
  SENSITIVE: 0x103,
  ENCRYPT: 0x104,
  DECRYPT: 0x105,
  WRAP: 0x106,
  UNWRAP: 0x107,
  SIGN: 0x108,
  VERIFY: 0x10a,
  DERIVE: 0x10c,
  VALUE_LEN: 0x161,
  EXTRACTABLE: 0x162,
  NEVER_EXTRACTABLE: 0x164,
  MODIFIABLE: 0x170,
} as const;

interface Loaded {
  readonly library: Library;
  users: number;
  initialisedHere: boolean;
}

/** One per path and process, because C_Initialize and C_Finalize work on the whole process. */
const loaded = new Map<string, Loaded>();

/** A library in use. It is finalised when its last user is done. */
export interface LibraryLease {
  readonly library: Library;
  release(): void;
}

/** Loads and initialises a PKCS#11 library, or shares that of this process. Errors name the setting or the package. */
export function useLibrary(path: string): LibraryLease {
  const found = loaded.get(path) ?? { library: loadLibrary(path), users: 0, initialisedHere: false };
  loaded.set(path, found);
  if (found.users === 0) found.initialisedHere = initialise(found.library);
  found.users += 1;
  let held = true;
  return {
    library: found.library,
    release() {
      if (!held) return;
      held = false;
      found.users -= 1;
      if (found.users === 0 && found.initialisedHere) found.library.C_Finalize();
    },
  };
}

/** False if other code of this process initialised the library; then it is not ours to finalise. */
function initialise(library: Library): boolean {
  try {
    library.C_Initialize({ flags: CK.OS_LOCKING_OK });
    return true;
  } catch (error) {
    if (codeOf(error) === 'CKR_CRYPTOKI_ALREADY_INITIALIZED') return false;
    throw error;
  }
}

function loadLibrary(path: string): Library {
  const library = new (loadPackage().PKCS11)();
  try {
    library.load(path);
  } catch (error) {
    if (codeOf(error)) throw error;
    const remedy = 'Give the full path of a PKCS#11 library built for this machine.';
    throw new Error(`module: it cannot be loaded. ${remedy}`, { cause: error });
  }
  return library;
}

function loadPackage(): Package {
  const load: (name: string) => Package = createRequire(import.meta.url);
  try {
    return load('pkcs11js');
  } catch (error) {
    const remedy = 'Install a C++ compiler and Python, then run npm install, or npm rebuild pkcs11js if it is there.';
    throw new Error(`The package pkcs11js is not installed or not compiled. ${remedy}`, { cause: error });
  }
}

/** The CKR_ name of an error of PKCS#11, whichever of the package's error classes it came in. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? /^CKR_[A-Z0-9_]+/.exec(error.message)?.[0] : undefined;
}

const REMEDIES: Readonly<Record<string, string>> = {
  CKR_PIN_INCORRECT: 'pin: the token refuses it. Give the user PIN of the token.',
  CKR_PIN_LEN_RANGE: 'pin: the token refuses its length. Give the user PIN of the token.',
  CKR_PIN_INVALID: 'pin: the token refuses it. Give the user PIN of the token.',
  CKR_PIN_EXPIRED: 'pin: it has expired. Set a new one with the tools of the token.',
  CKR_PIN_LOCKED: 'pin: the token has locked it. Unlock it as security officer with the tools of the token.',
  CKR_USER_PIN_NOT_INITIALIZED: 'pin: the token has none yet. Set it with the tools of the token.',
  CKR_TOKEN_NOT_PRESENT: 'token: it is no longer present. Connect it again.',
  CKR_DEVICE_REMOVED: 'token: it was removed. Connect it again.',
  CKR_MECHANISM_INVALID: 'token: it cannot do AES-GCM with a nonce from outside. Use a token that can.',
  CKR_MECHANISM_PARAM_INVALID: 'token: it cannot do AES-GCM with a nonce from outside. Use a token that can.',
  CKR_KEY_FUNCTION_NOT_PERMITTED: 'keyLabel: this key may not encrypt and decrypt. Make one with createRootKey.',
};

/** An error of PKCS#11 as a plain one: what was being done, the code, the remedy, nothing else. Other errors stay. */
export function plainError(doing: string, error: unknown): unknown {
  const code = codeOf(error);
  if (!code) return error;
  return new Error(`PKCS#11: ${doing} failed with ${code}. ${REMEDIES[code] ?? 'See the log of the token.'}`);
}
