import { AppError } from '../../kernel/app-error.ts';

/** Throws STORAGE_FULL where there is no room on disk for another lead. */
export function requireRoom(hasRoom: boolean): void {
  if (hasRoom) return;
  const message = 'There is no room to keep the lead. Send it again later.';
  throw new AppError('STORAGE_FULL', message, { retryAfterSeconds: 30 });
}

/** The Idempotency-Key of a post, if it has one. Throws VALIDATION_ERROR for one that cannot be. */
export function idempotencyKeyOf(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): string | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined) return undefined;
  if (typeof given === 'string' && /^[\x20-\x7e]{1,255}$/.test(given)) return given;
  throw new AppError('VALIDATION_ERROR', 'Idempotency-Key: send 1 to 255 visible ASCII characters, once.', {
    faults: [{ field: 'Idempotency-Key', rule: 'format', message: 'Send 1 to 255 visible ASCII characters, once.' }],
  });
}
