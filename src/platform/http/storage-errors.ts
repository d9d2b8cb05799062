import { AppError } from '../../kernel/app-error.ts';

/** SQLSTATE and system codes that mean "no room left" (PostgreSQL: disk_full). */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/**
 * Codes that mean "not now": too many connections, out of memory, shutdowns, a statement or lock time-out,
 * serialization failure and deadlock after the retries of the caller, and sockets that break. A Unix socket whose file
 * is gone (ENOENT at connect) is a server that is not there.
 */
const BUSY = new Set([
  '53200',
  '53300',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '40001',
  '40P01',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** node-postgres gives these no code. */
const LOST = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
]);

/** The public error of a storage failure anywhere in the chain of causes, or undefined if it is none. */
export function fromStorage(thrown: unknown): AppError | undefined {
  let error = thrown;
  for (let depth = 0; error instanceof Error && depth < 5; depth += 1, error = error.cause) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (FULL.has(code)) {
      const message = 'There is no room to store this just now; nothing was kept. Try again later.';
      return new AppError('STORAGE_FULL', message, { cause: thrown, retryAfterSeconds: 60 });
    }
    const gone = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
    if (BUSY.has(code) || gone || /^08[0-9A-Z]{3}$/.test(code) || LOST.has(error.message)) {
      const message = 'The service cannot answer just now. Try again shortly.';
      return new AppError('UNAVAILABLE', message, { cause: thrown, retryAfterSeconds: 2 });
    }
  }
  return undefined;
}
