import { hkdfSync } from 'node:crypto';

/** All that follows from the root secret. Losing it loses every sealed value: there is no way back. */
export interface DerivedSecrets {
  /** Password of a database role. */
  rolePassword(role: string): string;
  /** Salt of whatever password that role has. */
  roleSalt(role: string): Buffer;
  /** Signs tenant contexts. */
  readonly contextKey: Buffer;
  /** Pepper of API keys. */
  readonly keyPepper: Buffer;
  /** Pepper of passwords. */
  readonly passwordPepper: Buffer;
  /** Pepper of links, recovery codes, and of the names under which tries and limits are counted. */
  readonly identityPepper: Buffer;
  /** Tells databases of another root key apart; says nothing of the key. */
  readonly installationMark: string;
  /** Root of the keyfile provider. */
  readonly keyfileRoot: Buffer;
}

/** Derives them by HKDF-SHA-256 with a label each, so that one never gives away another. */
export function deriveSecrets(root: Buffer): DerivedSecrets {
  const derive = (label: string): Buffer =>
    Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `careroute.${label}.v1`, 32));
  return {
    rolePassword: (role) => derive(`role.${role}`).toString('base64url'),
    roleSalt: (role) => derive(`role-salt.${role}`).subarray(0, 16),
    contextKey: derive('context'),
    keyPepper: derive('api-key-pepper'),
    passwordPepper: derive('password-pepper'),
    identityPepper: derive('identity-pepper'),
    installationMark: `careroute ${derive('installation-mark').toString('hex').slice(0, 32)}`,
    keyfileRoot: derive('keyfile'),
  };
}
