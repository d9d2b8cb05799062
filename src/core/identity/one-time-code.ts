import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app does it: SHA-1, six digits, thirty seconds. */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** A code of the step before or after counts too: clocks differ, and people type slowly (RFC 6238, 5.2). */
const WINDOW = 1;

export const newTotpSecret = (random: (bytes: number) => Buffer): Buffer => random(SECRET_BYTES);

const totpOf = (secret: Buffer, label = ''): TOTP =>
  new TOTP({ ...SHAPE, issuer: 'Careroute', label, secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });

/** What an authenticator app reads from a picture, and the same secret for typing. */
export function totpInvitation(secret: Buffer, label: string): { readonly uri: string; readonly secret: string } {
  const totp = totpOf(secret, label);
  return { uri: totp.toString(), secret: totp.secret.base32 };
}

/** The time step whose code this is, near `now`; undefined if it is none's. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(now.getTime() / (SHAPE.period * 1000)) + delta;
}
