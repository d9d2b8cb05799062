import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import type { Settings } from '../../../platform/config/index.ts';
import { certificateFiles } from './check-certificate.ts';
import { fine, type Finding, problem, warning } from './finding.ts';
import { shakeHands } from './handshake.ts';
import { lookAt } from './look-at-file.ts';
import { localTarget, reachable, type Surface } from './targets.ts';

export type PortSettings = Surface & Pick<Settings, 'tls' | 'dataDir' | 'httpPort'>;

/** Whether both ports are free, or in use by Careroute itself. */
export async function checkPorts(settings: PortSettings): Promise<Finding[]> {
  const { host, httpsPort, httpPort } = settings;
  return Promise.all([
    judgePort('CAREROUTE_HTTPS_PORT', httpsPort, await tryPort(host, httpsPort), () => whoseHttps(settings)),
    judgePort('CAREROUTE_HTTP_PORT', httpPort, await tryPort(host, httpPort), () => whoseHttp(settings)),
  ]);
}

/** Who answers at a port: `ours` proved it. */
type Owner = 'ours' | 'another' | 'unsure';

/** What the outcome of trying to listen means: `free`, or the code of the error. */
export async function judgePort(
  variable: string,
  port: number,
  outcome: string,
  whose: () => Promise<Owner>,
): Promise<Finding> {
  const other = `Stop that program, or set ${variable} to another port.`;
  switch (outcome) {
    case 'free':
      return fine(`${port} is free.`);
    case 'EADDRINUSE': {
      const owner = await whose();
      if (owner === 'ours') return fine(`${port} is in use by Careroute.`);
      if (owner === 'another') return problem(`${port} is in use by another program.`, other);
      return warning(
        `${port} is in use, by a server that shows another certificate than the one on disk.`,
        'If that is Careroute, the certificate was renewed and counts within seconds. ' +
          `If not: ${other.charAt(0).toLowerCase()}${other.slice(1)}`,
      );
    }
    case 'EACCES':
      return problem(
        `This user may not listen on ${port}.`,
        `Set ${variable} above 1023, or give the service CAP_NET_BIND_SERVICE.`,
      );
    case 'EADDRNOTAVAIL':
      return problem(
        'The address to listen on is none of this machine.',
        'Set CAREROUTE_HOST to one of its addresses, or to 0.0.0.0.',
      );
    default:
      return problem(
        `Nothing can listen on ${port} (${outcome}).`,
        `Set ${variable} or CAREROUTE_HOST to something else.`,
      );
  }
}

/** Listens for a moment and lets go: connecting would not show a port that this user may not have. */
function tryPort(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === undefined ? reject(error) : resolve(error.code),
    );
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

/** The handshake proves possession of the key of our certificate. */
async function whoseHttps(settings: PortSettings): Promise<Owner> {
  const { certFile } = certificateFiles(settings);
  const answer = await shakeHands(localTarget(settings), {});
  if (answer.kind !== 'agreed' || !(await lookAt(certFile))) return 'another';
  const own = new X509Certificate(await readFile(certFile));
  return own.fingerprint256 === answer.fingerprint ? 'ours' : 'unsure';
}

/** Our plaintext port refuses everything, in words of its own. */
async function whoseHttp({ host, httpPort }: PortSettings): Promise<Owner> {
  return new Promise((resolve) => {
    const request = http.get({ host: reachable(host), port: httpPort, path: '/healthz', timeout: 3000 }, (response) => {
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (chunk: string) => {
        text = `${text}${chunk}`.slice(0, 4096);
      });
      response.on('error', () => resolve('another'));
      response.on('end', () =>
        resolve(response.statusCode === 403 && text.includes('PLAINTEXT_REFUSED') ? 'ours' : 'another'),
      );
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve('another'));
  });
}
