import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { reportExposedKey } from '../../core/access/index.ts';
import { deliveryJobs } from '../../leads/delivery/jobs.ts';
import { systemClock } from '../../kernel/time.ts';
import type { Settings } from '../../platform/config/index.ts';
import {
  createPlaintextServer,
  ensureLocalCertificate,
  type LocalCertificate,
  readPair,
  watchCertificate,
} from '../../platform/http/index.ts';
import type { Log } from '../../platform/log/index.ts';
import { createMail } from '../../platform/mail/index.ts';
import { createOutbound } from '../../platform/outbound/index.ts';
import { startQueue } from '../../platform/queue/index.ts';
import { migrateAll } from './databases.ts';
import { type DiskSpace, watchDiskSpace } from './disk-space.ts';
import { createEngine, type Engine } from './engine.ts';
import { openDatabases, type OpenedDatabases } from './open-databases.ts';
import { keyProviderOf } from './key-provider.ts';
import { lockDataDir } from './instance-lock.ts';
import { startRecovery } from './recovery.ts';
import { tellKeyOwner } from './tell-key-owner.ts';
import { rootSecretOf } from './root-secret.ts';
import { openRuntime, type Runtime } from './runtime.ts';
import { deriveSecrets } from './secrets.ts';
import { buildServer, VERSION } from './server.ts';

/** Careroute, running. */
export interface Careroute {
  readonly settings: Settings;
  readonly runtime: Runtime;
  readonly engine: Engine;
  readonly databases: OpenedDatabases;
  readonly baseUrl: string;
  readonly httpUrl: string;
  readonly certificate: LocalCertificate | undefined;
  /** Where the root key was just written, at the first start. */
  readonly rootKeyMadeIn: string | undefined;
  /** Stops taking requests, finishes what is under way, stops the databases that it started. */
  stop(): Promise<void>;
}

export interface StartParts {
  readonly settings: Settings;
  readonly log: Log;
  /** Told of each step, for people. */
  readonly onStep: (step: string) => void;
}

const MIN_FREE_BYTES = 64 * 1024 * 1024;

/** Starts everything in order; whatever was started is stopped again if a later step fails. */
export async function startCareroute(parts: StartParts): Promise<Careroute> {
  const { settings, log, onStep } = parts;
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const next of stops.splice(0).toReversed()) await next();
  };
  try {
    const root = await rootSecretOf(settings);
    const lock = await lockDataDir(settings.dataDir);
    if (!lock)
      throw new Error(
        `Careroute is running already on ${settings.dataDir}. Stop it first, or choose another CAREROUTE_DATA_DIR.`,
      );
    stops.push(() => lock.release());
    const secrets = deriveSecrets(root.bytes);
    onStep(settings.database.kind === 'embedded' ? 'Starting the embedded databases' : 'Connecting to the databases');
    const databases = await openDatabases(settings, secrets, (cluster, outcome) =>
      log.warn('database_restart', { cluster, outcome }),
    );
    stops.push(() => databases.stop());
    await migrateAll(databases.urls, secrets, (name) => onStep(`Applied ${name}`));

    const provider = await keyProviderOf(settings, secrets);
    const runtime = openRuntime({
      urls: databases.urls,
      secrets,
      provider,
      clock: systemClock,
      onIdleError: (error) => log.warn('database_connection_lost', { error }),
    });
    stops.push(() => runtime.close());
    const certificate = settings.tls.files
      ? undefined
      : await ensureLocalCertificate({ dir: `${settings.dataDir}/tls`, hosts: hostsOf(settings), now: new Date() });
    const outbound = createOutbound({
      allowCidrs: settings.outbound.allow,
      ...(await trustedBy(settings, certificate)),
    });
    stops.push(() => outbound.close());
    const engine = createEngine(runtime, outbound, (error, leadId) => log.error('delivery_failed', { error, leadId }));
    const disk = await watchDiskSpace([settings.dataDir, ...databases.dataDirectories], MIN_FREE_BYTES, (hasRoom) =>
      log.warn(hasRoom ? 'disk_has_room' : 'disk_full'),
    );
    stops.push(async () => disk.stop());

    stops.push(await startWorker(parts, runtime, engine, databases));
    const ports = await listen(parts, { runtime, engine, disk, certificate }, stops);
    log.info('started', { version: VERSION, port: ports.https });
    return {
      settings,
      runtime,
      engine,
      databases,
      certificate,
      rootKeyMadeIn: root.madeIn,
      stop,
      baseUrl: settings.publicUrl,
      httpUrl: `http://${new URL(settings.publicUrl).hostname}:${ports.http}`,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startWorker(
  { settings, log }: StartParts,
  runtime: Runtime,
  engine: Engine,
  databases: OpenedDatabases,
): Promise<() => Promise<void>> {
  if (settings.workerConcurrency === 0) return async () => {};
  const queue = await startQueue({
    url: databases.urls.queue,
    concurrency: settings.workerConcurrency,
    jobs: deliveryJobs({ delivery: engine.delivery, clock: systemClock }),
    events: {
      onFailed: ({ name, attempt, final }, error) =>
        log.error('job_failed', { job: name, attempt, error, code: final ? 'final' : 'will_retry' }),
      onProblem: (error) => log.error('queue_problem', { error }),
    },
  });
  const recovery = startRecovery(runtime, engine.delivery, (error) => log.error('recovery_failed', { error }));
  return async () => {
    await recovery.stop();
    await queue.stop();
  };
}

interface Surface {
  readonly runtime: Runtime;
  readonly engine: Engine;
  readonly disk: DiskSpace;
  readonly certificate: LocalCertificate | undefined;
}

async function listen(
  { settings, log }: StartParts,
  surface: Surface,
  stops: (() => Promise<void>)[],
): Promise<{ https: number; http: number }> {
  const { runtime, engine, disk, certificate } = surface;
  const { files } = settings.tls;
  const pair = files ? await readPair(files) : certificate;
  if (!pair) throw new Error('there is no certificate to serve');
  const server = await buildServer({
    runtime,
    engine,
    clock: systemClock,
    publicUrl: settings.publicUrl,
    tls: { certPem: pair.certPem, keyPem: pair.keyPem, minVersion13Only: settings.tls.minVersion === 'TLSv1.3' },
    trustedProxies: settings.trustedProxies,
    metricsToken: settings.metricsToken?.reveal(),
    hasRoom: () => disk.hasRoom(),
    onRequestError: (failure) => {
      const { requestId, route, method, status, code, error } = failure;
      if (status >= 500) log.error('request_failed', { requestId, route, method, status, errorCode: code, error });
      else log.debug('request_refused', { requestId, route, method, status, errorCode: code });
    },
    onAuditFailure: (error, requestId) => log.error('audit_failed', { error, requestId }),
  });
  const https = await server.listen({ host: settings.host, port: settings.httpsPort });
  stops.push(() => server.close());
  if (files) {
    const watch = watchCertificate({
      ...files,
      inUse: pair,
      apply: (next) => server.applyCertificate(next),
      onProblem: () => log.error('certificate_not_reloaded'),
    });
    stops.push(async () => watch.stop());
  }
  const { smtpUrl, from } = settings.mail;
  const mail = createMail({ ...(smtpUrl ? { smtpUrl } : {}), from, outboxDir: path.join(settings.dataDir, 'outbox') });
  const plaintext = createPlaintextServer({
    publicUrl: settings.publicUrl,
    onKeySeen: async (key, address) => {
      const seen = await reportExposedKey(runtime, key, address);
      if (!seen) return;
      const { keyId, tenantId } = seen.caller;
      const told = await tellKeyOwner(runtime, mail, { ...seen, publicUrl: settings.publicUrl });
      log.warn('key_seen_in_plaintext', {
        keyId,
        tenantId,
        outcome: seen.outcome,
        reason: told ? 'owner_told' : 'no_address',
      });
    },
    onProblem: (error) => log.error('plaintext_problem', { error }),
  });
  const http = await plaintext.listen({ host: settings.host, port: settings.httpPort });
  stops.push(() => plaintext.close());
  return { https, http };
}

/** Names that the local certificate must cover. */
function hostsOf(settings: Settings): string[] {
  return [...new Set(['localhost', '127.0.0.1', '::1', new URL(settings.publicUrl).hostname])];
}

async function trustedBy(settings: Settings, certificate: LocalCertificate | undefined): Promise<{ caPem?: string }> {
  const own = settings.outbound.caFile ? await readFile(settings.outbound.caFile, 'utf8') : '';
  const demo = settings.demo && certificate ? certificate.caPem : '';
  return own || demo ? { caPem: `${own}\n${demo}` } : {};
}
