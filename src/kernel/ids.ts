const pool = Buffer.alloc(4096);
let poolAt = pool.length;

function randomBytes10(): Buffer {
  if (poolAt + 10 > pool.length) {
    crypto.getRandomValues(pool);
    poolAt = 0;
  }
  poolAt += 10;
  return pool.subarray(poolAt - 10, poolAt);
}

/**
 * A new UUID version 7 (RFC 9562, 5.7): time-ordered, so indexes stay compact; 74 random bits.
 * It identifies; it is never a secret.
 */
export function newId(nowMs: number = Date.now(), random: Uint8Array = randomBytes10()): string {
  const time = nowMs.toString(16).padStart(12, '0');
  const tail = Buffer.from(random).toString('hex');
  const variant = (0x8 | (Number.parseInt(tail.charAt(3), 16) & 0x3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(4, 7)}-${tail.slice(7, 19)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID of any version, in the usual spelling. */
export const isId = (text: string): boolean => UUID.test(text);
