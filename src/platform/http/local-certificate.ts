import { X509Certificate } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { checkPair, readPair } from './certificate-pair.ts';
import { createAuthority, issueCertificate } from './issue-certificate.ts';
import type { CertificatePair } from './tls-options.ts';

const DAY_MS = 86_400_000;
const SERVER_DAYS = 397;
const RENEW_BEFORE_DAYS = 30;

export interface LocalCertificate extends CertificatePair {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
  readonly caPem: string;
  /** Issues more certificates under the same authority: for the demo's buyers, for instance. */
  issue(hosts: readonly string[]): Promise<CertificatePair>;
}

export interface LocalCertificateOrder {
  /** Where authority and certificate live; made with mode 0700. Keys in it have mode 0600. */
  readonly dir: string;
  /** DNS names and addresses that the certificate must cover; at least one. */
  readonly hosts: readonly string[];
  readonly now: Date;
}

/**
 * A certificate for a start without settings: made by an authority of this installation, which people may choose to
 * trust. Both are kept and used again while more than 30 days are left and all hosts are covered.
 */
export async function ensureLocalCertificate(order: LocalCertificateOrder): Promise<LocalCertificate> {
  const { dir, hosts, now } = order;
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const caFiles = { certFile: join(dir, 'ca.crt'), keyFile: join(dir, 'ca.key') };
  const files = { certFile: join(dir, 'server.crt'), keyFile: join(dir, 'server.key') };

  const authority = await keep(
    caFiles,
    (pair) => isAuthorityGood(pair, now),
    () => createAuthority('Careroute local authority', now, 3_650),
  );
  const issue = (names: readonly string[]): Promise<CertificatePair> =>
    issueCertificate({ authority, hosts: names, now, days: SERVER_DAYS });
  const pair = await keep(
    files,
    (kept) => isServerGood(kept, authority, order),
    () => issue(hosts),
  );
  return { ...pair, ...files, caFile: caFiles.certFile, caPem: authority.certPem, issue };
}

async function keep(
  files: { certFile: string; keyFile: string },
  isGood: (pair: CertificatePair) => boolean,
  create: () => Promise<CertificatePair>,
): Promise<CertificatePair> {
  const kept = await readIfThere(files);
  if (kept !== undefined && isGood(kept)) return kept;
  const pair = await create();
  await replaceFile(files.keyFile, pair.keyPem, 0o600);
  await replaceFile(files.certFile, pair.certPem, 0o644);
  return pair;
}

async function readIfThere(files: { certFile: string; keyFile: string }): Promise<CertificatePair | undefined> {
  try {
    return await readPair(files);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whole or not at all: a crash leaves the old file; a pair torn by one is noticed and made anew. */
async function replaceFile(file: string, text: string, mode: number): Promise<void> {
  const fresh = `${file}.new`;
  await writeFile(fresh, text, { mode, flush: true });
  await rename(fresh, file);
}

const outlasts = (certificate: X509Certificate, now: Date, days: number): boolean =>
  certificate.validToDate.getTime() - now.getTime() > days * DAY_MS && certificate.validFromDate <= now;

/** An authority must outlive what it signs next. */
function isAuthorityGood(pair: CertificatePair, now: Date): boolean {
  const checked = checkPair(pair, now);
  return checked.ok && checked.value.ca && outlasts(checked.value, now, SERVER_DAYS + RENEW_BEFORE_DAYS);
}

function isServerGood(pair: CertificatePair, authority: CertificatePair, order: LocalCertificateOrder): boolean {
  const checked = checkPair(pair, order.now);
  if (!checked.ok || !outlasts(checked.value, order.now, RENEW_BEFORE_DAYS)) return false;
  const signer = new X509Certificate(authority.certPem);
  return checked.value.verify(signer.publicKey) && order.hosts.every((host) => covers(checked.value, host));
}

const covers = (certificate: X509Certificate, host: string): boolean =>
  (isIP(host) === 0 ? certificate.checkHost(host, { subject: 'never' }) : certificate.checkIP(host)) !== undefined;
