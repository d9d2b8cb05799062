import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import path from 'node:path';
import type { Settings } from '../../../platform/config/index.ts';
import { checkPair, readPair } from '../../../platform/http/index.ts';
import { fine, type Finding, problem, warning } from './finding.ts';
import { HAS_MODES, lookAt, modeText } from './look-at-file.ts';

const DAY_MS = 86_400_000;
const WARN_DAYS = 30;

export interface CertificateFilesInUse {
  readonly certFile: string;
  readonly keyFile: string;
  /** Whether Careroute made them and will renew them by itself. */
  readonly local: boolean;
}

/** The files that a start would serve: those of the settings, or those of the local authority. */
export function certificateFiles(settings: Pick<Settings, 'tls' | 'dataDir'>): CertificateFilesInUse {
  const { files } = settings.tls;
  if (files) return { ...files, local: false };
  const directory = path.join(settings.dataDir, 'tls');
  return { certFile: path.join(directory, 'server.crt'), keyFile: path.join(directory, 'server.key'), local: true };
}

/** Whether certificate and key belong together, who may read the key, when it ends, and what names it covers. */
export async function checkCertificate(
  settings: Pick<Settings, 'tls' | 'dataDir' | 'publicUrl'>,
  now: Date,
): Promise<Finding[]> {
  const files = certificateFiles(settings);
  const keyFile = await lookAt(files.keyFile);
  if (files.local && !keyFile)
    return [fine('There is none yet; the first start makes one, with an authority of its own.')];
  const findings: Finding[] = [];
  if (keyFile && HAS_MODES && (keyFile.mode & 0o007) !== 0) {
    findings.push(
      problem(
        `${files.keyFile} has mode ${modeText(keyFile)}: everybody on this machine may use the key.`,
        `chmod 600 ${files.keyFile}, and have the certificate issued again for a new key.`,
      ),
    );
  }
  const checked = checkPair(await readPair(files), now);
  if (!checked.ok) return [...findings, problem(`${files.certFile}: ${checked.error}.`, renewal(files))];
  return [...findings, ...judgeCertificate(checked.value, new URL(settings.publicUrl).hostname, now, files)];
}

/** Dates and names of a certificate that is otherwise good. `host` may be a name or an address. */
function judgeCertificate(
  certificate: X509Certificate,
  host: string,
  now: Date,
  files: CertificateFilesInUse,
): Finding[] {
  const findings: Finding[] = [];
  const daysLeft = Math.floor((certificate.validToDate.getTime() - now.getTime()) / DAY_MS);
  const end = certificate.validToDate.toISOString().slice(0, 10);
  if (certificate.validFromDate > now) {
    findings.push(
      problem('The certificate is not valid yet.', 'Set the clock of this machine, or wait until it is valid.'),
    );
  }
  if (daysLeft < WARN_DAYS) {
    findings.push(warning(`The certificate ends on ${end}, in ${daysLeft} days.`, renewal(files)));
  }
  if (!covers(certificate, host)) {
    const message = `The certificate does not cover the host of the public URL, ${host}.`;
    const remedy = 'Have it issued for that name too, or set CAREROUTE_PUBLIC_URL to a name it covers.';
    findings.push(
      files.local ? warning(message, 'Start Careroute again: it makes one that does.') : problem(message, remedy),
    );
  }
  if (findings.length > 0) return findings;
  const maker = files.local ? 'made by the local authority' : 'from your files';
  return [fine(`It covers ${host}, belongs to its key and ends on ${end}, in ${daysLeft} days; ${maker}.`)];
}

const renewal = ({ local }: CertificateFilesInUse): string =>
  local
    ? 'Start Careroute again: it makes a new one, under the same authority.'
    : 'Put the renewed certificate and key into the files; Careroute reads them again by itself.';

function covers(certificate: X509Certificate, urlHost: string): boolean {
  const host = urlHost.replace(/^\[(.+)\]$/, '$1');
  const found = isIP(host) === 0 ? certificate.checkHost(host, { subject: 'never' }) : certificate.checkIP(host);
  return found !== undefined;
}
