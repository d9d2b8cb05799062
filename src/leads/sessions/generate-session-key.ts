import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'ls_';
const WHOLE = /^ls_[A-Za-z0-9_-]{64}$/;
const TENANT_BYTES = 16;
const SECRET_BYTES = 32;

/**
 * A new key of a session: `ls_`, and in base64url the tenant, which says where to look, with 256 random bits. Whoever
 * holds it may go on with that one session. It is shown once, and only its hash is kept.
 */
export function newSessionKey(tenantId: string, random: Buffer = randomBytes(SECRET_BYTES)): string {
  const tenant = Buffer.from(tenantId.replaceAll('-', ''), 'hex');
  return `${PREFIX}${Buffer.concat([tenant, random]).toString('base64url')}`;
}

export const isSessionKey = (text: string): boolean => WHOLE.test(text);

/** The tenant that a key names; whether there is such a session, only a look tells. */
export function tenantOfKey(key: string): string {
  const hex = Buffer.from(key.slice(PREFIX.length), 'base64url').subarray(0, TENANT_BYTES).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** SHA-256: the secret is random enough to need no pepper. */
export const hashSessionKey = (key: string): Buffer => createHash('sha256').update(key).digest();
