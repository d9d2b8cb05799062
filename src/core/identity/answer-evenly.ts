import { setTimeout as sleep } from 'node:timers/promises';

const STEP_MS = 300;

/**
 * Does something, and lets its answer out at a full step of time since it began, whatever it found: how long an answer
 * took then tells nobody whether there is such an account (OWASP ASVS 5.0, 6.3.8).
 */
export async function answerEvenly<T>(work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await work();
  } finally {
    await sleep(STEP_MS - ((performance.now() - started) % STEP_MS));
  }
}
