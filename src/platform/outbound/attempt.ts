import type { Target } from './check-request.ts';
import type { NotSentReason } from './contract.ts';

/** Why no connection came about. */
export interface Refusal {
  readonly reason: NotSentReason;
  readonly code?: string;
}

/** One request on its way to a connection. */
export interface Attempt {
  readonly target: Target;
  /** Fires when the time of the whole exchange is up. */
  readonly signal: AbortSignal;
  /** What it means when time runs out now, with nothing sent. */
  stage: NotSentReason;
  /** Set when opening a connection failed. */
  refusal: Refusal | undefined;
}

/** A refusal with the machine's code of the error, if it has one. */
export function refusalOf(reason: NotSentReason, error: unknown): Refusal {
  const code = errorCode(error);
  return code === undefined ? { reason } : { reason, code };
}

/** The stable code of an error of Node or OpenSSL. Never its message, which may quote what was sent. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
