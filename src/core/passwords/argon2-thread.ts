import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { hashSync, type Options, verifySync } from '@node-rs/argon2';

/** One job of the thread: a password to hash, or to check against a stored form. */
export interface Argon2Job {
  readonly password: string;
  readonly options: Options;
  readonly stored: string | undefined;
}

/** What a job came to: a stored form, whether the password holds, or why it could not be done. */
export type Argon2Result =
  | { readonly kind: 'hashed'; readonly stored: string }
  | { readonly kind: 'verified'; readonly holds: boolean }
  | { readonly kind: 'failed'; readonly error: unknown };

/** About a tenth of a core where others want the same one, and all of it where nobody does. */
const NICE = 10;

// On Linux a priority belongs to a thread; elsewhere this would slow down the whole server.
if (process.platform === 'linux') setPriority(NICE);

function perform({ password, options, stored }: Argon2Job): Argon2Result {
  try {
    return stored === undefined
      ? { kind: 'hashed', stored: hashSync(password, options) }
      : { kind: 'verified', holds: verifySync(stored, password, options) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

parentPort?.on('message', (job: Argon2Job) => parentPort?.postMessage(perform(job), []));
