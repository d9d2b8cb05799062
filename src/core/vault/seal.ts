import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { isId } from '../../kernel/ids.ts';

/** Where a sealed value belongs. It opens in this place only: swapping any two cells fails. */
export interface Place {
  readonly tenantId: string;
  readonly table: string;
  readonly recordId: string;
  /** PHI class, or another name of the part of the record that is sealed. */
  readonly part: string;
}

/** A key ready for use: derived once per subject, not per value. */
export interface SealingKey {
  readonly keyId: string;
  readonly encryption: Buffer;
  /**
   * Commits to the key, which AES-GCM alone does not: checked first, so that no second key can open a value. 32 bytes,
   * because whoever may choose both keys finds a collision of n bits in 2^(n/2) steps.
   */
  readonly commitment: Buffer;
}

const VERSION = 1;
const KEY = 32;
const NONCE = 12;
const TAG = 16;
const COMMITMENT = 32;
const NONCE_AT = 1 + 16 + COMMITMENT;
const HEADER = NONCE_AT + NONCE;

/**
 * Derives the key for values and its commitment from a data key of 32 bytes (HKDF-SHA-256, RFC 5869).
 * The key id is a UUID in lower case, the one spelling that a sealed value gives back.
 */
export function deriveSealingKey(keyId: string, dataKey: Buffer): SealingKey {
  if (!isId(keyId) || keyId !== keyId.toLowerCase()) throw new RangeError('a key id is a UUID in lower case');
  if (dataKey.length !== 32) throw new RangeError('a data key has 32 bytes');
  const info = `careroute.seal.v1.${keyId}`;
  const bytes = Buffer.from(hkdfSync('sha256', createSecretKey(dataKey), Buffer.alloc(0), info, KEY + COMMITMENT));
  return { keyId, encryption: bytes.subarray(0, KEY), commitment: bytes.subarray(KEY) };
}

/**
 * Seals with AES-256-GCM: `version ‖ key id ‖ commitment ‖ nonce ‖ ciphertext ‖ tag`. About key objects see
 * `hmacSha256`.
 */
export function seal(key: SealingKey, place: Place, plaintext: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key.encryption), nonce, { authTagLength: TAG });
  cipher.setAAD(additionalData(place, key.keyId));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), idBytes(key.keyId), key.commitment, nonce, body, cipher.getAuthTag()]);
}

/** Opens what `seal` made. Throws the same error whatever is wrong, and releases nothing before the tag is checked. */
export function open(key: SealingKey, place: Place, sealed: Buffer): Buffer {
  if (sealed.length < HEADER + TAG || sealed[0] !== VERSION) throw new UnsealError();
  const matches = timingSafeEqual(sealed.subarray(17, NONCE_AT), key.commitment);
  if (!matches || !sealed.subarray(1, 17).equals(idBytes(key.keyId))) throw new UnsealError();
  const nonce = sealed.subarray(NONCE_AT, HEADER);
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key.encryption), nonce, { authTagLength: TAG });
  decipher.setAAD(additionalData(place, key.keyId));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEADER, sealed.length - TAG)), decipher.final()]);
  } catch (error) {
    throw new UnsealError({ cause: error });
  }
}

/** A sealed value that does not open with this key in this place. */
export class UnsealError extends Error {
  constructor(options?: ErrorOptions) {
    super('a sealed value does not open with this key in this place', options);
    this.name = 'UnsealError';
  }
}

/** The id of the key that a value was sealed with. */
export function keyIdOf(sealed: Buffer): string {
  if (sealed.length < HEADER + TAG) throw new UnsealError();
  const hex = sealed.toString('hex', 1, 17);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/** Each part with its length before it, so that no two tuples give the same bytes. */
export function additionalData(place: Place, keyId: string): Buffer {
  return lengthPrefixed(['careroute.v1', place.tenantId, place.table, place.recordId, place.part, keyId]);
}

/**
 * A tuple as bytes: 32-bit length and UTF-8 of each part in turn. Refuses halves of surrogate pairs with a RangeError:
 * UTF-8 writes them all alike, and two tuples would give the same bytes.
 */
export function lengthPrefixed(parts: readonly string[]): Buffer {
  const chunks = parts.flatMap((part) => {
    if (!part.isWellFormed()) throw new RangeError('a part holds half of a surrogate pair');
    const bytes = Buffer.from(part, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  return Buffer.concat(chunks);
}
