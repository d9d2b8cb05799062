import { readFile } from 'node:fs/promises';
import path from 'node:path';
import tls from 'node:tls';
import type { Settings } from '../../../platform/config/index.ts';
import { fine, type Finding, problem, warning } from './finding.ts';
import { CBC_CLIENT, type Handshake, OLD_CLIENT, shakeHands, type Target } from './handshake.ts';
import { lookAt } from './look-at-file.ts';
import { localTarget, publicTarget, type Surface } from './targets.ts';

export type TlsSettings = Surface & Pick<Settings, 'tls' | 'dataDir'>;

/** What a server that answers now really agrees to, on this machine and, where it differs, at the public address. */
export async function checkTls(settings: TlsSettings): Promise<Finding[]> {
  const ca = await authorities(settings);
  const local = await examine(localTarget(settings), ca);
  const findings = local ?? [fine('No server answers on this machine, so there is nothing to shake hands with.')];
  const target = publicTarget(settings);
  if (!target) return findings;
  const elsewhere = await examine(target, ca);
  return [
    ...findings,
    ...(elsewhere ?? [
      warning(
        `Nothing answers at the public URL, ${settings.publicUrl}, from here.`,
        'If it should: check the name, the proxy in front and the firewall. ' +
          'Some networks cannot reach their own public address.',
      ),
    ]),
  ];
}

/** Three handshakes with a server; undefined when there is none. */
async function examine(target: Target, ca: readonly string[]): Promise<Finding[] | undefined> {
  const modern = await shakeHands(target, { ca: [...ca] });
  if (modern.kind === 'unreachable') return undefined;
  const [old, cbc] = await Promise.all([shakeHands(target, OLD_CLIENT), shakeHands(target, CBC_CLIENT)]);
  return judgeHandshakes(placeOf(target), { modern, old, cbc });
}

/** What the answers to a usual client, to one of TLS 1.1 and to one with CBC suites only say of a server. */
export function judgeHandshakes(
  at: string,
  { modern, old, cbc }: { readonly modern: Handshake; readonly old: Handshake; readonly cbc: Handshake },
): Finding[] {
  if (modern.kind !== 'agreed') {
    return [
      problem(
        `What answers at ${at} does not speak TLS 1.2 or newer (${modern.code}).`,
        'See whether it is Careroute that answers there.',
      ),
    ];
  }
  const findings: Finding[] = [];
  const inFront = 'Switch it off in the proxy that answers there; Careroute itself never agrees to it.';
  if (old.kind === 'agreed') findings.push(problem(`${at} agrees to ${old.protocol}.`, inFront));
  if (cbc.kind === 'agreed') findings.push(problem(`${at} agrees to ${cbc.cipher}, a suite in CBC mode.`, inFront));
  if (modern.distrust !== undefined) {
    findings.push(
      warning(
        `The certificate at ${at} is not trusted from here (${modern.distrust}).`,
        'Callers need its authority. Check that the server sends its whole chain.',
      ),
    );
  }
  if (findings.length > 0) return findings;
  return [fine(`${at} agrees to ${modern.protocol} with ${modern.cipher}, and refuses TLS 1.1 and CBC suites.`)];
}

const placeOf = ({ host, port }: Target): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** What callers trust: the public authorities, and the one that this installation made. */
async function authorities(settings: Pick<Settings, 'tls' | 'dataDir'>): Promise<string[]> {
  const own = path.join(settings.dataDir, 'tls', 'ca.crt');
  const trusted = tls.getCACertificates('default');
  return settings.tls.files || !(await lookAt(own)) ? trusted : [...trusted, await readFile(own, 'utf8')];
}
