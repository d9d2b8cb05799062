import type { IncomingMessage } from 'node:http';

const MAX_BYTES = 8 * 1024 * 1024;
const MAX_MS = 1_000;

/** Whether a body is announced that has not wholly arrived. */
export function isBodyPending(raw: IncomingMessage): boolean {
  const announced = raw.headers['transfer-encoding'] !== undefined || (raw.headers['content-length'] ?? '0') !== '0';
  return announced && !raw.complete && !raw.destroyed;
}

/**
 * Reads and forgets what is left of a refused body, up to 8 MiB and one second. Many clients read no answer before
 * they have sent all; closing on unread bytes resets the connection and the refusal is lost.
 */
export function drainBody(raw: IncomingMessage): Promise<void> {
  if (!isBodyPending(raw) || Number(raw.headers['content-length'] ?? 0) > MAX_BYTES) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const finish = (): void => {
      clearTimeout(timer);
      raw.off('data', count).off('end', finish).off('close', finish).off('error', finish);
      resolve();
    };
    const count = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) finish();
    };
    const timer = setTimeout(finish, MAX_MS);
    raw.on('data', count).on('end', finish).on('close', finish).on('error', finish);
    raw.resume();
  });
}
