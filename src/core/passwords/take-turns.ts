import { AppError } from '../../kernel/app-error.ts';
import { createTurnstile } from '../../kernel/turnstile.ts';

/** Does work when its turn comes, `first` before all others. Throws UNAVAILABLE for who has waited too long. */
export type TakeTurns = <T>(work: () => Promise<T>, first?: boolean) => Promise<T>;

const PATIENCE_MS = 15_000;

/** So many at once, the rest in order of arrival. */
export function takeTurns(atOnce: number): TakeTurns {
  const turnstile = createTurnstile(atOnce);
  return async (work, first = false) => {
    if (!(await turnstile.enter('', AbortSignal.timeout(PATIENCE_MS), first))) {
      const message = 'Too many people sign in at this moment. Try again shortly.';
      throw new AppError('UNAVAILABLE', message, { retryAfterSeconds: 5 });
    }
    try {
      return await work();
    } finally {
      turnstile.leave('');
    }
  };
}
