import { createHash, pbkdf2Sync } from 'node:crypto';
import pg from 'pg';
import { hmacSha256 } from '../mac/index.ts';

const ITERATIONS = 4096;

/**
 * What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5803), made here, so that no statement, and so no log and no
 * statistics of the server, ever holds the password. The same salt gives the same verifier: to set it again changes
 * nothing, and a pooler that knows it goes on knowing it. `password` is printable ASCII; `salt` has 16 bytes.
 */
export function scramVerifier(password: string, salt: Buffer): string {
  // Other text would have to pass SASLprep (RFC 4013) first.
  if (!/^[\x20-\x7e]+$/.test(password)) throw new RangeError('a password of a database role is printable ASCII');
  if (salt.length !== 16) throw new RangeError('a SCRAM salt has 16 bytes');
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const keyOf = (label: string): Buffer => hmacSha256(salted, label);
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyOf('Server Key').toString('base64')}`;
}

/** Who logs in by this address, as the driver reads it. */
export function loginOf(url: string): { readonly user: string; readonly password: string | undefined } {
  const { user, password } = new pg.Client({ connectionString: url });
  return { user: user ?? '', password: typeof password === 'string' && password !== '' ? password : undefined };
}
