import { AppError, type Fault } from '../../kernel/app-error.ts';
import { fromFramework } from './framework-errors.ts';
import { fromStorage } from './storage-errors.ts';

/** The one shape of every error answer. */
export interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details: { readonly fields?: readonly Fault[] } & Readonly<Record<string, unknown>>;
    readonly requestId: string;
  };
}

/**
 * The public error behind anything thrown: an AppError as it is, a known failure of the database or of the
 * framework by name, everything else an INTERNAL_ERROR that tells nothing (its cause stays inside, for the log).
 */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return (
    fromStorage(thrown) ??
    fromFramework(thrown) ??
    new AppError('INTERNAL_ERROR', 'Something failed on our side. Try again; if it stays, quote the request id.', {
      cause: thrown,
    })
  );
}

/** The envelope of an error, as it goes over the wire. */
export function errorBody(error: AppError, requestId: string): ErrorBody {
  const { code, message, faults, details } = error;
  return {
    error: { code, message, details: { ...details, ...(faults.length > 0 ? { fields: faults } : {}) }, requestId },
  };
}

/** Headers that belong to the error itself: when to come back. */
export const errorHeaders = (error: AppError): Readonly<Record<string, string>> =>
  error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(Math.ceil(error.retryAfterSeconds)) };
