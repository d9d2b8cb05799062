import { createPrivateKey, X509Certificate } from 'node:crypto';
import { ok, type Result } from '../../kernel/result.ts';
import { readableFile } from './read-plain.ts';
import { type Problem, type ReadContext, type Reader, refuse } from './setting.ts';

/** The path of a PEM file that begins with a certificate. */
export const certificateFile: Reader<string> = (text, context) => {
  const file = readableFile(text, context);
  if (!file.ok) return file;
  return parsed(() => new X509Certificate(context.readFile(file.value) ?? ''))
    ? file
    : refuse('wrong_form', 'The file holds no certificate. Give a PEM file, the server certificate first.');
};

/** The path of a PEM file with a private key that has no passphrase. */
export const privateKeyFile: Reader<string> = (text, context) => {
  const file = readableFile(text, context);
  if (!file.ok) return file;
  return parsed(() => createPrivateKey(context.readFile(file.value) ?? ''))
    ? file
    : refuse('wrong_form', 'The file holds no private key that can be used. Give a PEM file without a passphrase.');
};

/** Whether a certificate and a key, both checked already, belong together. */
export function keyMatches(files: { certFile: string; keyFile: string }, context: ReadContext): Result<true, Problem> {
  const certificate = parsed(() => new X509Certificate(context.readFile(files.certFile) ?? ''));
  const key = parsed(() => createPrivateKey(context.readFile(files.keyFile) ?? ''));
  return certificate && key && certificate.checkPrivateKey(key)
    ? ok(true)
    : refuse('conflict', 'The key does not belong to the certificate. Give the pair that was made together.');
}

/** What OpenSSL makes of a file, or undefined when it refuses it. Anything but a refusal is thrown on. */
function parsed<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_')) return undefined;
    throw error;
  }
}
