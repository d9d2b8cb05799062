import { createHmac, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * A new API key, `lr_live_` and 43 letters and digits (256 bits): shown once. Secret scanners may look for
 * `lr_live_[0-9A-Za-z]{43}`.
 */
export function newApiKey(random: Buffer = randomBytes(33)): string {
  let value = BigInt(`0x${random.toString('hex')}`);
  let text = '';
  for (let index = 0; index < 43; index += 1) {
    text += ALPHABET.charAt(Number(value % 62n));
    value /= 62n;
  }
  return `lr_live_${text}`;
}

/** What people may see of a key afterwards. */
export const keyPrefix = (key: string): string => key.slice(0, 12);

/** What is stored of a key: HMAC-SHA-256 under the installation's pepper. */
export const hashApiKey = (pepper: Buffer, key: string): Buffer => createHmac('sha256', pepper).update(key).digest();

/** The key of a request: `Authorization: Bearer …` or `X-API-Key`. */
export function presentedKey(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): string | undefined {
  const header = headers['authorization'];
  const bearer = typeof header === 'string' ? /^Bearer +([\x21-\x7e]{8,256})$/i.exec(header)?.[1] : undefined;
  const other = headers['x-api-key'];
  return bearer ?? (typeof other === 'string' && /^[\x21-\x7e]{8,256}$/.test(other) ? other : undefined);
}
