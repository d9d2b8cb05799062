import { CK, codeOf, type Handle, type Library, type LibraryLease, useLibrary } from './pkcs11-module.ts';

/** Where the root key is. `module` is the path of the PKCS#11 library, `token` and `keyLabel` are labels. */
export interface Pkcs11Options {
  readonly module: string;
  readonly token: string;
  readonly pin: string;
  readonly keyLabel: string;
}

/** A session that is logged in, with its handle of the root key. */
export interface KeySession {
  readonly library: Library;
  readonly session: Handle;
  readonly key: Handle;
}

export interface KeySessions {
  /** Runs work in a session of its own; waits while all are busy; repeats it once if the token dropped the session. */
  use<T>(work: (session: KeySession) => Promise<T>): Promise<T>;
  /** Waits for running work, then closes the sessions and releases the library. */
  close(): Promise<void>;
}

const LIMIT = 4;
/** The token was restarted or reconnected, or the key was replaced: a new session finds out which. */
const LOST = new Set([
  'CKR_SESSION_HANDLE_INVALID',
  'CKR_SESSION_CLOSED',
  'CKR_USER_NOT_LOGGED_IN',
  'CKR_KEY_HANDLE_INVALID',
  'CKR_OBJECT_HANDLE_INVALID',
  'CKR_DEVICE_REMOVED',
  'CKR_TOKEN_NOT_PRESENT',
  'CKR_DEVICE_ERROR',
]);
const PIN_REFUSED = new Set([
  'CKR_PIN_INCORRECT',
  'CKR_PIN_LOCKED',
  'CKR_PIN_INVALID',
  'CKR_PIN_LEN_RANGE',
  'CKR_PIN_EXPIRED',
]);

/** A few sessions with one token, opened when needed and used again. */
export function createKeySessions(options: Pkcs11Options): KeySessions {
  const token = createToken(options);
  const idle: KeySession[] = [];
  const seats = createSeats(LIMIT);
  let closing: Promise<void> | undefined;

  const closeIdle = (): void => {
    for (const session of idle.splice(0)) closeSession(session.library, session.session);
  };
  const attempt = async <T>(work: (session: KeySession) => Promise<T>): Promise<T> => {
    const session = idle.pop() ?? token.open();
    try {
      const value = await work(session);
      idle.push(session);
      return value;
    } catch (error) {
      closeSession(session.library, session.session);
      throw error;
    }
  };
  return {
    async use(work) {
      if (closing) throw new Error('the key provider is closed');
      await seats.take();
      try {
        return await attempt(work);
      } catch (error) {
        if (!LOST.has(codeOf(error) ?? '')) throw error;
        closeIdle();
        return await attempt(work);
      } finally {
        seats.leave();
      }
    },
    close() {
      closing ??= seats.empty().then(() => {
        closeIdle();
        token.release();
      });
      return closing;
    },
  };
}

/** Opens sessions; loads the library at the first; never repeats a PIN that was refused, which would lock the token. */
function createToken(options: Pkcs11Options) {
  let lease: LibraryLease | undefined;
  let refusal: Error | undefined;
  return {
    open(): KeySession {
      if (refusal) throw refusal;
      lease ??= useLibrary(options.module);
      try {
        return openKeySession(lease.library, options);
      } catch (error) {
        if (error instanceof Error && PIN_REFUSED.has(codeOf(error) ?? '')) refusal = error;
        throw error;
      }
    },
    release: () => lease?.release(),
  };
}

/** At most `limit` at a time; the others wait in the order in which they came. */
function createSeats(limit: number) {
  const waiting: (() => void)[] = [];
  const emptied: (() => void)[] = [];
  let taken = 0;
  return {
    async take(): Promise<void> {
      if (taken < limit) taken += 1;
      else
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
    },
    leave(): void {
      const next = waiting.shift();
      if (next) return next();
      taken -= 1;
      if (taken === 0) for (const resolve of emptied.splice(0)) resolve();
    },
    async empty(): Promise<void> {
      if (taken > 0)
        await new Promise<void>((resolve) => {
          emptied.push(resolve);
        });
    },
  };
}

/** Opens a session that is logged in, and finds the root key in it. */
function openKeySession(library: Library, options: Pkcs11Options): KeySession {
  const session = openSession(library, options, 0);
  try {
    const [key, another] = findKeys(library, session, options.keyLabel);
    if (!key) throw new Error('keyLabel: the token has no AES key of this label. Make it once with createRootKey.');
    if (another) throw new Error('keyLabel: the token has several AES keys of this label. Give each its own.');
    assertKept(library, session, key);
    return { library, session, key };
  } catch (error) {
    closeSession(library, session);
    throw error;
  }
}

/** Opens a session with the token of this label and logs in as its user. */
export function openSession(library: Library, options: Pkcs11Options, flags: number): Handle {
  const isWanted = (slot: Handle): boolean => library.C_GetTokenInfo(slot).label.trimEnd() === options.token;
  const [slot, another] = library.C_GetSlotList(true).filter(isWanted);
  if (!slot) throw new Error('token: the library has none of this label. Check the label, and that it is connected.');
  if (another) throw new Error('token: several have this label. Give the one with the root key a label of its own.');
  const session = library.C_OpenSession(slot, CK.SERIAL_SESSION | flags);
  try {
    library.C_Login(session, CK.USER, options.pin);
  } catch (error) {
    // A login counts for all sessions of the process.
    if (codeOf(error) !== 'CKR_USER_ALREADY_LOGGED_IN') {
      closeSession(library, session);
      throw error;
    }
  }
  return session;
}

/** Closes a session. One that cannot be closed is gone already, or ends with the library. */
export function closeSession(library: Library, session: Handle): void {
  try {
    library.C_CloseSession(session);
  } catch (error) {
    if (!codeOf(error)) throw error;
  }
}

/** At most two keys of this label: a second one is an error of the caller's. */
export function findKeys(library: Library, session: Handle, label: string): Handle[] {
  library.C_FindObjectsInit(session, [
    { type: CK.CLASS, value: CK.SECRET_KEY },
    { type: CK.KEY_TYPE, value: CK.AES },
    { type: CK.TOKEN, value: true },
    { type: CK.LABEL, value: label },
  ]);
  const keys = library.C_FindObjects(session, 2);
  library.C_FindObjectsFinal(session);
  return keys;
}

/** Refuses a root key that its token would give out, or that is not AES-256. */
function assertKept(library: Library, session: Handle, key: Handle): void {
  const read = (type: number): Buffer => {
    const [attribute] = library.C_GetAttributeValue(session, key, [{ type }]);
    if (!attribute) throw new Error('keyLabel: the token does not describe this key. Make one with createRootKey.');
    return attribute.value;
  };
  if (read(CK.SENSITIVE)[0] !== 1 || read(CK.EXTRACTABLE)[0] !== 0) {
    throw new Error('keyLabel: the token would give this key out. Make one with createRootKey, which it keeps.');
  }
  if (read(CK.VALUE_LEN)[0] !== 32) throw new Error('keyLabel: this key is too short. Make one with createRootKey.');
}
