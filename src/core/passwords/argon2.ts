import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Options } from '@node-rs/argon2';
import type { Argon2Job, Argon2Result } from './argon2-thread.ts';

/** Argon2 in a thread of its own that steps back for whatever else the machine has to do. One job at a time. */
export interface Argon2 {
  hash(password: string, options: Options): Promise<string>;
  verify(stored: string, password: string, options: Options): Promise<boolean>;
}

const THREAD = new URL('./argon2-thread.ts', import.meta.url);

/** The thread begins with the first job. It keeps the process alive while it has one, and no longer. */
export function createArgon2(): Argon2 {
  let thread: Worker | undefined;

  const begin = (): Worker => {
    const begun = new Worker(THREAD, { name: 'argon2' });
    // Whoever waits for a job is told by `once`; the next job begins a new thread.
    begun.on('error', () => {});
    begun.on('exit', () => {
      if (thread === begun) thread = undefined;
    });
    return begun;
  };
  const perform = async (job: Argon2Job): Promise<Argon2Result> => {
    thread ??= begin();
    const worker = thread;
    worker.ref();
    try {
      const answer = once(worker, 'message') as Promise<[Argon2Result]>;
      worker.postMessage(job, []);
      const [result] = await answer;
      return result;
    } finally {
      worker.unref();
    }
  };
  return {
    async hash(password, options) {
      const result = await perform({ password, options, stored: undefined });
      if (result.kind !== 'hashed') throw failureOf(result);
      return result.stored;
    },
    async verify(stored, password, options) {
      const result = await perform({ password, options, stored });
      if (result.kind !== 'verified') throw failureOf(result);
      return result.holds;
    },
  };
}

const failureOf = (result: Argon2Result): Error =>
  new Error('argon2 could not be computed', { cause: result.kind === 'failed' ? result.error : undefined });
