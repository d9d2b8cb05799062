import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { hmacSha256 } from '../../platform/mac/index.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The shape of a key, as secret scanners look for it: `lr_live_`, a public id, the secret (256 bits), and a CRC-32 of
 * all before the last underscore, each in base62. Published in docs/operate/secret-scanning.md.
 */
export const KEY_PATTERN = /lr_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}/;

const WHOLE_KEY = new RegExp(`^${KEY_PATTERN.source}$`);
/** Keys made before keys had an id and a checksum. */
const OLD_KEY = /^lr_live_[0-9A-Za-z]{43}$/;

/** The lower digits of a number in base62, filled up with zeros on the left. */
function base62(bytes: Buffer, digits: number): string {
  let value = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let index = 0; index < digits; index += 1) {
    text = ALPHABET.charAt(Number(value % 62n)) + text;
    value /= 62n;
  }
  return text;
}

function checksumOf(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return base62(bytes, 6);
}

/** A new API key of the published shape: shown once. */
export function newApiKey(random: { readonly id: Buffer; readonly secret: Buffer } = fresh()): string {
  const body = `lr_live_${base62(random.id, 12)}_${base62(random.secret, 43)}`;
  return `${body}_${checksumOf(body)}`;
}

const fresh = () => ({ id: randomBytes(16), secret: randomBytes(32) });

/** Whether a text can be a key of ours at all: a typo, and what a scanner took for one, need no look-up. */
export function isKeyShaped(text: string): boolean {
  if (OLD_KEY.test(text)) return true;
  const end = text.lastIndexOf('_');
  return WHOLE_KEY.test(text) && checksumOf(text.slice(0, end)) === text.slice(end + 1);
}

/** A key that another system made, which its holder keeps using here: it may begin as ours do. */
const ADOPTED_KEY = /^(?:lr|pk)_[0-9A-Za-z_-]{20,200}$/;

/** Whether a text can open anything: a key of ours, or one made elsewhere and kept; not a typo in one of ours. */
export const couldOpen = (text: string): boolean =>
  isKeyShaped(text) || (ADOPTED_KEY.test(text) && !WHOLE_KEY.test(text));

/** What people may see of a key that was made elsewhere: little, as it may be short. */
export const adoptedPrefix = (key: string): string => (isKeyShaped(key) ? keyPrefix(key) : key.slice(0, 8));

/** What people may see of a key afterwards: `lr_live_` and its id. */
export const keyPrefix = (key: string): string => key.slice(0, 20);

/** What is stored of a key: HMAC-SHA-256 under the installation's pepper. */
export const hashApiKey = (pepper: Buffer, key: string): Buffer => hmacSha256(pepper, key);

/** The key of a request: `Authorization: Bearer …` or `X-API-Key`. */
export function presentedKey(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): string | undefined {
  const header = headers['authorization'];
  const bearer = typeof header === 'string' ? /^Bearer +([\x21-\x7e]{8,256})$/i.exec(header)?.[1] : undefined;
  const other = headers['x-api-key'];
  return bearer ?? (typeof other === 'string' && /^[\x21-\x7e]{8,256}$/.test(other) ? other : undefined);
}
