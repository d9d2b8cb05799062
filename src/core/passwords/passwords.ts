import type { Options } from '@node-rs/argon2';
import { createArgon2 } from './argon2.ts';
import { takeTurns } from './take-turns.ts';

/** Makes and checks the stored form of passwords: slow on purpose, so never more than a few at once. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long without a stored form as with one. Throws UNAVAILABLE when too many wait already. */
  verify(stored: string | undefined, password: string): Promise<boolean>;
  /** Whether a stored form was made at a lower cost than is asked for today. */
  isOutdated(stored: string): boolean;
}

/** Argon2id, the minimum of the OWASP Password Storage Cheat Sheet; the stored form names them, so they may rise. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options;
const PREFIX = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;
/** One at once leaves the other cores to whatever else the server does: docs/decisions/0010-bounded-sign-in.md. */
const AT_ONCE = 1;

export function createPasswords(pepper: Buffer): Passwords {
  const alone = takeTurns(AT_ONCE);
  const argon2 = createArgon2();
  const options: Options = { ...COST, secret: pepper };
  /** The stored form of a password that nobody has. */
  let nobodys: Promise<string> | undefined;

  const formOfNobody = async (): Promise<string> => {
    nobodys ??= alone(() => argon2.hash('', options));
    try {
      return await nobodys;
    } catch (error) {
      nobodys = undefined;
      throw error;
    }
  };
  const plain = (password: string): string => password.normalize('NFKC');
  return {
    hash: (password) => alone(() => argon2.hash(plain(password), options)),
    async verify(stored, password) {
      const known = stored ?? (await formOfNobody());
      const holds = await alone(() => argon2.verify(known, plain(password), options));
      return holds && stored !== undefined;
    },
    isOutdated: (stored) => !stored.startsWith(PREFIX),
  };
}
