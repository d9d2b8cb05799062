import { unreachable } from '../../../kernel/result.ts';
import type { ApiClient } from '../../demo/api-client.ts';
import { type Outcome, readAnswer, type Reading } from './outcome.ts';

export interface PostDeps {
  readonly api: Pick<ApiClient, 'send'>;
  readonly now: () => Date;
  /** Waits; rejects when the run is stopped meanwhile. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** A lead as JSON, with the idempotency key of its row. */
export interface KeyedBody {
  readonly body: string;
  readonly key: string;
}

/** Why the whole run ends: every further row would fare the same. */
export class HopelessError extends Error {
  override readonly name = 'HopelessError';
}

const SUBMIT_PATH = '/api/v1/leads/submit';
const MOST_TRIES = 5;
const FIRST_WAIT_MS = 500;
const BUSY_WAIT_MS = 5000;
/** A server that is full or overloaded for longer than this needs a person. */
const MOST_BUSY_MS = 10 * 60_000;
const PATIENCE_MS = 120_000;

/**
 * Posts one row until it has an answer. A server that is busy is asked again when it says so; a connection that fails
 * is tried five times. Every try carries the same idempotency key, so that a row whose answer was lost is not sold
 * twice. Throws a HopelessError where no row can succeed.
 */
export async function postRow(deps: PostDeps, row: KeyedBody): Promise<Outcome> {
  let busyMs = 0;
  for (let tries = 1; ;) {
    const reading = await tryOnce(deps, row);
    switch (reading.kind) {
      case 'final':
        return reading.outcome;
      case 'hopeless':
        throw new HopelessError(reading.message);
      case 'busy': {
        const wait = Math.max(250, reading.afterMs ?? BUSY_WAIT_MS);
        if (busyMs + wait > MOST_BUSY_MS) return { kind: 'unanswered', code: reading.code, message: reading.message };
        busyMs += wait;
        await deps.sleep(wait);
        break;
      }
      case 'failed':
        if (tries === MOST_TRIES) return { kind: 'unanswered', code: reading.code, message: reading.message };
        await deps.sleep(FIRST_WAIT_MS * 2 ** (tries - 1));
        tries += 1;
        break;
      default:
        return unreachable(reading);
    }
  }
}

async function tryOnce({ api, now }: PostDeps, { body, key }: KeyedBody): Promise<Reading> {
  try {
    const headers = { 'idempotency-key': key };
    const answer = await api.send({ method: 'POST', path: SUBMIT_PATH, body, headers, timeoutMs: PATIENCE_MS });
    return readAnswer(answer, now().getTime());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : 'NO_ANSWER';
    if (isDistrust(code)) {
      const message = `The server's certificate is not trusted (${code}). Name its authority with --ca.`;
      return { kind: 'hopeless', message };
    }
    return { kind: 'failed', code, message: error.message };
  }
}

/** Codes of OpenSSL's verification and of Node's host check; trying again changes nothing. */
export const isDistrust = (code: string): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/.test(code) && !code.startsWith('ERR_SSL');
