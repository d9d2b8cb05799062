import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { CertificatePair } from './tls-options.ts';

export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** Reads both files; throws the file system's error, which names the file. */
export async function readPair(files: CertificateFiles): Promise<CertificatePair> {
  const [certPem, keyPem] = await Promise.all([readFile(files.certFile, 'utf8'), readFile(files.keyFile, 'utf8')]);
  return { certPem, keyPem };
}

/** Whether a server may use the pair at `now`; if not, why, in words that hold nothing of the key. */
export function checkPair(pair: CertificatePair, now: Date): Result<X509Certificate, string> {
  const certificate = attempt(() => new X509Certificate(pair.certPem));
  if (certificate === undefined) return fail('the certificate cannot be read: it must be PEM');
  const key = attempt(() => createPrivateKey(pair.keyPem));
  if (key === undefined) return fail('the private key cannot be read: it must be PEM without a passphrase');
  if (!certificate.checkPrivateKey(key)) return fail('the private key does not belong to the certificate');
  if (certificate.validToDate <= now) return fail('the certificate has expired');
  const context = attempt(() => createSecureContext({ cert: pair.certPem, key: pair.keyPem }));
  if (context === undefined) return fail('the certificate or its chain is not accepted by TLS');
  return ok(certificate);
}

/** OpenSSL's errors come in many codes and say little; what matters is which step failed. */
function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
