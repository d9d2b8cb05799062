import { type Clock, systemClock } from '../../kernel/time.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type CertificateFiles, checkPair, readPair } from './certificate-pair.ts';
import type { CertificatePair } from './tls-options.ts';

export interface CertificateWatch extends CertificateFiles {
  /** What is served now. */
  readonly inUse: CertificatePair;
  /** Puts a checked pair to use. */
  apply(pair: CertificatePair): void;
  /** Hears, once for each state of the files, why a new pair is not used; the old one stays. */
  onProblem(problem: string): void;
  readonly intervalMs?: number;
  readonly clock?: Clock;
}

/**
 * Follows a certificate's own files, so that a renewal needs no restart. Reads them every few seconds rather than
 * trust file notices, which symbolic links, mounts and editors each defeat in their way. A change counts once it has
 * stayed the same for one round, as two files are never replaced in one moment.
 */
export function watchCertificate(watch: CertificateWatch): { stop(): void } {
  let judged = markOf(ok(watch.inUse));
  let seen = judged;
  let isStopped = false;

  async function round(): Promise<void> {
    const found = await look(watch);
    const mark = markOf(found);
    const isSettled = mark === seen;
    seen = mark;
    if (isStopped || !isSettled || mark === judged) return;
    judged = mark;
    const outcome = found.ok ? use(watch, found.value) : found;
    if (!outcome.ok) watch.onProblem(`${outcome.error} (${watch.certFile}, ${watch.keyFile}); the one in use stays`);
  }

  const wait = (): NodeJS.Timeout => setTimeout(() => void round().finally(again), watch.intervalMs ?? 5_000).unref();
  let timer = wait();
  const again = (): void => {
    if (!isStopped) timer = wait();
  };
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

const markOf = (found: Result<CertificatePair, string>): string =>
  found.ok ? `${found.value.certPem}\n${found.value.keyPem}` : found.error;

async function look(files: CertificateFiles): Promise<Result<CertificatePair, string>> {
  try {
    return ok(await readPair(files));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return fail(`a file of the certificate cannot be read: ${String(error.code)}`);
  }
}

function use(watch: CertificateWatch, pair: CertificatePair): Result<null, string> {
  const checked = checkPair(pair, (watch.clock ?? systemClock).now());
  if (!checked.ok) return checked;
  try {
    watch.apply(pair);
    return ok(null);
  } catch (error) {
    if (error instanceof Error) return fail('TLS does not accept the new certificate');
    throw error;
  }
}
