import { AppError } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Session } from '../../platform/postgres/index.ts';
import { addressSubject } from '../limits/index.ts';
import { attemptCount, attemptsForget, attemptsSweep, attemptTakeBack } from './attempt-store.ts';
import {
  ACCOUNT_PATIENCE,
  CHANGE_PATIENCE,
  delayAfter,
  INVITATION_PATIENCE,
  NETWORK_PATIENCE,
  type Patience,
} from './domain/attempt-delay.ts';
import { keyedHash } from './secret-token.ts';

/** A try that was counted as a failure before it is judged. */
export interface Attempt {
  /** It was good: the account's failures are forgotten, and this one try of the network. */
  good(): Promise<void>;
}

/** Slows down whoever tries secrets: by the account they are tried on, and by the network they come from. */
export interface AttemptGuard {
  /**
   * Throws RATE_LIMITED with the time to wait. `account` need not exist: strangers cannot tell. Who is known at an
   * address waits for own mistakes there and for nobody else's: strangers neither lock a person out nor hold an office
   * up. Where several accounts share a name, a good try on one of them forgets nothing of the others.
   */
  begin(
    account: string,
    address: string,
    at?: { readonly isKnown?: boolean; readonly isShared?: boolean },
  ): Promise<Attempt>;
  /** The same for somebody who has shown a password already: only the account waits, wherever the tries come from. */
  beginWithin(account: string): Promise<Attempt>;
  /** Counts a change that a person makes to the own account. Throws RATE_LIMITED where there were too many lately. */
  pace(account: string): Promise<void>;
  /** Counts an invitation that goes to somebody. Throws RATE_LIMITED where too many went there lately. */
  paceInvitation(person: string): Promise<void>;
}

const STEPS = 40;
const waitsOf = (patience: Patience): number[] =>
  Array.from({ length: STEPS }, (_, index) => delayAfter(index + 1, patience));
const ACCOUNT_WAITS = waitsOf(ACCOUNT_PATIENCE);
const NETWORK_WAITS = waitsOf(NETWORK_PATIENCE);
const CHANGE_WAITS = waitsOf(CHANGE_PATIENCE);
const INVITATION_WAITS = waitsOf(INVITATION_PATIENCE);
const FAILED = 'Too many tries failed.';
const CHANGED = 'This account was changed too often.';
const INVITED = 'Too many invitations went to this person.';
/** One try of so many cleans up. */
const SWEEP_EVERY = 200;

export function createAttemptGuard(identity: Session, pepper: Buffer, clock: Clock): AttemptGuard {
  let tries = 0;
  const count = async (subject: Buffer, waits: readonly number[], patience: Patience, what = FAILED): Promise<void> => {
    const now = clock.now();
    const at = { tryId: newId(now.getTime()), now, forgetMs: patience.forgetMs };
    const until = await attemptCount(identity, subject, waits, at);
    if (until) throw tooMany(what, until, now);
  };
  return {
    async begin(account, address, { isKnown = false, isShared = false } = {}) {
      tries += 1;
      if (tries % SWEEP_EVERY === 0)
        await attemptsSweep(identity, new Date(clock.now().getTime() - ACCOUNT_PATIENCE.forgetMs));
      const place = addressSubject(address);
      const network = keyedHash(pepper, 'attempts-network', place);
      const name = keyedHash(pepper, 'attempts-account', isKnown ? `${account} at ${place}` : account);
      if (!isKnown) await count(network, NETWORK_WAITS, NETWORK_PATIENCE);
      await count(name, ACCOUNT_WAITS, ACCOUNT_PATIENCE);
      return {
        async good() {
          await (isShared ? attemptTakeBack(identity, name) : attemptsForget(identity, [name]));
          if (!isKnown) await attemptTakeBack(identity, network);
        },
      };
    },
    async beginWithin(account) {
      const name = keyedHash(pepper, 'attempts-account', account);
      await count(name, ACCOUNT_WAITS, ACCOUNT_PATIENCE);
      return { good: () => attemptsForget(identity, [name]) };
    },
    pace: (account) => count(keyedHash(pepper, 'changes-account', account), CHANGE_WAITS, CHANGE_PATIENCE, CHANGED),
    paceInvitation: (person) =>
      count(keyedHash(pepper, 'invitations', person), INVITATION_WAITS, INVITATION_PATIENCE, INVITED),
  };
}

function tooMany(what: string, until: Date, now: Date): AppError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  const message = `${what} Wait ${seconds} seconds, then try again.`;
  return new AppError('RATE_LIMITED', message, { retryAfterSeconds: seconds });
}
