import { AppError } from '../../kernel/app-error.ts';
import { secondsToNext } from './domain/window.ts';
import { createLeases, type Lease, type RateLimit, type RateLimiterDeps } from './leases.ts';

export type Taken =
  | { readonly kind: 'ok' }
  /** `isFirst`: nobody was refused in this process and window before. */
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number; readonly isFirst: boolean };

export interface RateLimiter {
  /**
   * Takes a use of a subject's budget for this minute, shared by all processes over one database. Throws UNAVAILABLE
   * where the database cannot be asked and the limit is `closed` then.
   */
  take(subject: string, limit: RateLimit): Promise<Taken>;
  /** Seconds until the subject may come again, if this process knows its budget to be used up; takes nothing. */
  waitOf(subject: string, limit: RateLimit): number | undefined;
}

/**
 * Limits by fixed minutes of the process's own clock: it decides without a question to the database, and a clock that
 * is wrong by seconds only moves the minute's edge, as each row of the table is bounded for itself. A process leases a
 * batch of a window's units by one statement and spends them from memory.
 */
export function createRateLimiter(deps: RateLimiterDeps): RateLimiter {
  const { clock } = deps;
  const leases = createLeases(deps);
  return {
    async take(subject, limit) {
      const { cost = 1 } = limit;
      for (;;) {
        const now = clock.now();
        const lease = leases.of(limit, subject, now);
        if (lease.units >= cost) {
          lease.units -= cost;
          return { kind: 'ok' };
        }
        if (lease.isSpent) return refusal(lease, now);
        if (now.getTime() < lease.unknownUntil) return unknown(limit.whenUnknown ?? 'open');
        await leases.fill(lease, limit, subject);
      }
    },
    waitOf(subject, limit) {
      const now = clock.now();
      const lease = leases.found(limit, subject, now);
      return lease?.isSpent && lease.units < (limit.cost ?? 1) ? secondsToNext(now) : undefined;
    },
  };
}

function refusal(lease: Lease, now: Date): Taken {
  const isFirst = !lease.hasRefused;
  lease.hasRefused = true;
  return { kind: 'limited', retryAfterSeconds: secondsToNext(now), isFirst };
}

/**
 * A lead that is turned away is lost, so a known caller is served though nobody counts; a way in where guesses are
 * counted stays shut until they are.
 */
function unknown(whenUnknown: 'open' | 'closed'): Taken {
  if (whenUnknown === 'open') return { kind: 'ok' };
  const message = 'This cannot be answered right now. Try again in a moment.';
  throw new AppError('UNAVAILABLE', message, { retryAfterSeconds: 5 });
}
