import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { type KeyProvider, wrongRootKey } from './provider.ts';

/**
 * The root key in this process, derived from the root secret: for development and small installations. A copy of the
 * secret opens everything, so HIPAA mode will refuse this provider.
 */
export function keyfileProvider(rootSecret: Buffer): KeyProvider {
  if (rootSecret.length !== 32) throw new RangeError('the root secret has 32 bytes');
  const root = Buffer.from(hkdfSync('sha256', rootSecret, Buffer.alloc(0), 'careroute.keyfile.root.v1', 32));
  return {
    name: 'keyfile',
    async wrap(key, context) {
      if (key.length !== 32) throw new RangeError('a key to wrap has 32 bytes');
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', root, nonce, { authTagLength: 16 });
      cipher.setAAD(context);
      return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    },
    async unwrap(wrapped, context) {
      if (wrapped.length !== 12 + 32 + 16) throw new RangeError('a wrapped key has 60 bytes');
      const decipher = createDecipheriv('aes-256-gcm', root, wrapped.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(context);
      decipher.setAuthTag(wrapped.subarray(44));
      const key = decipher.update(wrapped.subarray(12, 44));
      try {
        return Buffer.concat([key, decipher.final()]);
      } catch (error) {
        throw wrongRootKey({ cause: error });
      }
    },
    describe: async () => ({
      kind: 'keyfile',
      production: false,
      note: 'the root key lives in this process and in CAREROUTE_ROOT_KEY or root.key',
    }),
    close: async () => {},
  };
}
