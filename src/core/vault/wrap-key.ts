import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { lengthPrefixed, UnsealError } from './seal.ts';

/** Wraps a subject's data key under a tenant key: `nonce ‖ ciphertext ‖ tag`, bound to its context. */
export function wrapDataKey(tenantKey: Buffer, dataKey: Buffer, bound: WrapContext): Buffer {
  if (dataKey.length !== 32) throw new RangeError('a data key has 32 bytes');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(tenantKey), nonce, { authTagLength: 16 });
  cipher.setAAD(wrapContext(bound));
  return Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
}

/** The data key again; throws UnsealError for another subject, version or tenant. */
export function unwrapDataKey(tenantKey: Buffer, wrapped: Buffer, bound: WrapContext): Buffer {
  if (wrapped.length !== 12 + 32 + 16) throw new UnsealError();
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(tenantKey), wrapped.subarray(0, 12), {
    authTagLength: 16,
  });
  decipher.setAAD(wrapContext(bound));
  decipher.setAuthTag(wrapped.subarray(44));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(12, 44)), decipher.final()]);
  } catch (error) {
    throw new UnsealError({ cause: error });
  }
}

export interface WrapContext {
  readonly tenantId: string;
  readonly subjectId: string;
  readonly keyId: string;
  readonly version: number;
}

const wrapContext = (bound: WrapContext): Buffer =>
  lengthPrefixed(['careroute.wrap.v1', bound.tenantId, bound.subjectId, bound.keyId, String(bound.version)]);
