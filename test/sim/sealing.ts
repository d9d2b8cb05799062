import { randomBytes } from 'node:crypto';
import { seal } from '../../src/core/vault/seal.ts';

/** One key for everybody: what is sealed is of no account here, that sealing is called is. */
export const SEALING = {
  vault: { seal },
  tenantId: 'tenant',
  key: { keyId: 'key', encryption: randomBytes(32), commitment: randomBytes(32) },
} as const;
