import { reportExposedKey } from '../../core/access/index.ts';
import { addressSubject } from '../../core/limits/index.ts';
import { systemClock } from '../../kernel/time.ts';
import type { Settings } from '../../platform/config/index.ts';
import {
  type CertificatePair,
  createPlaintextServer,
  type HttpServer,
  type PlaintextServer,
  readPair,
  type RequestFailure,
  watchCertificate,
} from '../../platform/http/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Mail } from '../../platform/mail/index.ts';
import type { DiskSpace } from './disk-space.ts';
import type { Engine } from './engine.ts';
import type { Runtime } from './runtime.ts';
import { buildServer } from './server.ts';
import { tellKeyOwner } from './tell-key-owner.ts';

const PLAINTEXT = { name: 'plaintext', perMinute: 60 } as const;
const DAY_MS = 24 * 3600 * 1000;

export interface Surface {
  readonly settings: Settings;
  readonly log: Log;
  readonly runtime: Runtime;
  readonly engine: Engine;
  readonly disk: DiskSpace;
  /** The local certificate, where the settings name no own one. */
  readonly certificate: CertificatePair | undefined;
  /** The local certificate as it is now, made anew if it ends soon. */
  readonly renewed: () => Promise<CertificatePair | undefined>;
  readonly mail: Mail;
  readonly pagesDirectory: string;
}

/** Opens both ports. What must be stopped again is pushed to `stops`. Gives the ports. */
export async function listen(
  surface: Surface,
  stops: (() => Promise<void>)[],
): Promise<{ https: number; http: number }> {
  const { settings } = surface;
  const pair = settings.tls.files ? await readPair(settings.tls.files) : surface.certificate;
  if (!pair) throw new Error('there is no certificate to serve');
  const server = await httpsServer(surface, pair);
  const { host, httpsPort, httpPort } = settings;
  const https = await named('CAREROUTE_HTTPS_PORT', httpsPort, () => server.listen({ host, port: httpsPort }));
  stops.push(() => server.close());
  stops.push(followCertificate(surface, server, pair));
  const plaintext = plaintextServer(surface);
  const http = await named('CAREROUTE_HTTP_PORT', httpPort, () => plaintext.listen({ host, port: httpPort }));
  stops.push(() => plaintext.close());
  return { https, http };
}

/** A port that cannot be had is told by the name of its setting. */
async function named(variable: string, port: number, open: () => Promise<number>): Promise<number> {
  try {
    return await open();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new Error(`${variable}: port ${port} is in use. Free it or set another.`, { cause: error });
    if (code === 'EACCES')
      throw new Error(`${variable}: port ${port} is not ours to open. Set one above 1023.`, { cause: error });
    throw error;
  }
}

function httpsServer(
  { settings, log, runtime, engine, disk, mail, pagesDirectory }: Surface,
  pair: CertificatePair,
): Promise<HttpServer> {
  return buildServer({
    mail,
    pagesDirectory,
    onProblem: (error) => log.error('late_failure', { error }),
    runtime,
    engine,
    clock: systemClock,
    publicUrl: settings.publicUrl,
    tls: { certPem: pair.certPem, keyPem: pair.keyPem, minVersion13Only: settings.tls.minVersion === 'TLSv1.3' },
    trustedProxies: settings.trustedProxies,
    metricsToken: settings.metricsToken?.reveal(),
    localMetrics: settings.demo,
    hasRoom: () => disk.hasRoom(),
    onRequestError: (failure) => logFailure(log, failure),
    onAuditFailure: (error, requestId) => log.error('audit_failed', { error, requestId }),
  });
}

function logFailure(log: Log, { requestId, route, method, status, code, error }: RequestFailure): void {
  if (status >= 500) log.error('request_failed', { requestId, route, method, status, errorCode: code, error });
  else log.debug('request_refused', { requestId, route, method, status, errorCode: code });
}

/** Own certificate files are followed, and the local one is made anew in time, so that neither needs a restart. */
function followCertificate(
  { settings, log, renewed }: Surface,
  server: HttpServer,
  inUse: CertificatePair,
): () => Promise<void> {
  if (!settings.tls.files) {
    const renew = async (): Promise<void> => {
      const next = await renewed();
      if (next) server.applyCertificate(next);
    };
    const timer = setInterval(() => {
      renew().catch((error: unknown) => log.error('certificate_not_renewed', { error }));
    }, DAY_MS).unref();
    return async () => clearInterval(timer);
  }
  const watch = watchCertificate({
    ...settings.tls.files,
    inUse,
    apply: (next) => server.applyCertificate(next),
    onProblem: () => log.error('certificate_not_reloaded'),
  });
  return async () => watch.stop();
}

function plaintextServer({ settings, log, runtime, mail }: Surface): PlaintextServer {
  const { publicUrl } = settings;
  return createPlaintextServer({
    publicUrl,
    onKeySeen: async (key, address) => {
      // Anybody may send anything here: only so much of it is looked up.
      const taken = await runtime.limiter.take(addressSubject(address), PLAINTEXT);
      if (taken.kind === 'limited') return;
      const seen = await reportExposedKey(runtime, key, address);
      if (!seen) return;
      const { actorId: keyId, tenantId } = seen.caller;
      log.warn('key_seen_in_plaintext', { keyId, tenantId, outcome: seen.outcome });
      const isTold = await tellKeyOwner(runtime, mail, { ...seen, publicUrl });
      if (!isTold) log.warn('key_owner_not_told', { keyId, tenantId, reason: 'no_address' });
    },
    onProblem: (error) => log.error('plaintext_problem', { error }),
  });
}
