import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../../kernel/time.ts';
import type { Settings } from '../../platform/config/index.ts';
import { ensureLocalCertificate, type LocalCertificate } from '../../platform/http/index.ts';
import type { Log } from '../../platform/log/index.ts';
import { createMail, type Mail } from '../../platform/mail/index.ts';
import { createOutbound } from '../../platform/outbound/index.ts';
import { pagesDirectory } from '../pages/pages-directory.ts';
import { startWorker } from '../worker.ts';
import { migrateAll } from './databases.ts';
import { watchDiskSpace } from './disk-space.ts';
import { createEngine, type Engine } from './engine.ts';
import { lockDataDir } from './instance-lock.ts';
import { keyProviderOf } from './key-provider.ts';
import { listen } from './listen.ts';
import { openDatabases, type OpenedDatabases } from './open-databases.ts';
import { rootSecretOf } from './root-secret.ts';
import { openRuntime, type Runtime } from './runtime.ts';
import { type DerivedSecrets, deriveSecrets } from './secrets.ts';
import { VERSION } from './server.ts';

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
  const stops: (() => Promise<void>)[] = [];
  const stop = (): Promise<void> => stopAll(stops.splice(0).toReversed());
  try {
    return { ...(await startParts(parts, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Takes every step, whatever another one meets: nothing is left running. Then throws what the first one met. */
async function stopAll(steps: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => failures.push(error));
  for (const failure of failures) throw failure;
}

async function startParts(parts: StartParts, stops: (() => Promise<void>)[]): Promise<Omit<Careroute, 'stop'>> {
  const { settings, log, onStep } = parts;
  await takeLock(settings, stops);
  const root = await rootSecretOf(settings);
  const secrets = deriveSecrets(root.bytes);
  const databases = await startDatabases(parts, secrets, stops);
  const runtime = openRuntime({
    urls: databases.urls,
    secrets,
    provider: await keyProviderOf(settings, secrets),
    clock: systemClock,
    onIdleError: (error) => log.warn('database_connection_lost', { error }),
    onBackgroundFailure: (error, reason) => log.error('background_failure', { error, reason }),
  });
  stops.push(() => runtime.close());
  const certificate = await localCertificate(settings);
  const trusted = await trustedBy(settings, certificate);
  const outbound = createOutbound({ allowCidrs: settings.outbound.allow, ...trusted });
  const engine = createEngine(runtime, outbound, (error, about) => log.error('delivery_failed', { error, ...about }));
  stops.push(() => engine.settled());
  stops.push(() => outbound.close());
  const directories = [settings.dataDir, ...databases.dataDirectories];
  const disk = await watchDiskSpace(directories, MIN_FREE_BYTES, (hasRoom) =>
    log.warn(hasRoom ? 'disk_has_room' : 'disk_full'),
  );
  stops.push(async () => disk.stop());
  const { publicUrl, workerConcurrency: concurrency } = settings;
  const mail = mailOf(settings, trusted);
  const hasRoom = (): boolean => disk.hasRoom();
  const queueUrl = databases.urls.queue;
  stops.push(await startWorker({ runtime, engine, queueUrl, concurrency, mail, publicUrl, hasRoom, log }));
  const renewed = (): Promise<LocalCertificate | undefined> => localCertificate(settings);
  const pages = await pagesDirectory(settings.dataDir, () => onStep('Building the pages'));
  const surface = { settings, log, runtime, engine, disk, certificate, mail, renewed, pagesDirectory: pages };
  const ports = await listen(surface, stops);
  log.info('started', { version: VERSION, port: ports.https });
  const httpUrl = `http://${new URL(settings.publicUrl).hostname}:${ports.http}`;
  const addresses = { baseUrl: settings.publicUrl, httpUrl };
  return { settings, runtime, engine, databases, certificate, rootKeyMadeIn: root.madeIn, ...addresses };
}

/** Before anything is made in the data directory, so that of two starts at once only one makes it. */
async function takeLock(settings: Settings, stops: (() => Promise<void>)[]): Promise<void> {
  const lock = await lockDataDir(settings.dataDir);
  if (!lock) {
    const remedy = 'Stop it first, or choose another CAREROUTE_DATA_DIR.';
    throw new Error(`Careroute is running already on ${settings.dataDir}. ${remedy}`);
  }
  stops.push(() => lock.release());
}

/** Opens the databases and brings them to the newest schema. */
async function startDatabases(
  { settings, log, onStep }: StartParts,
  secrets: DerivedSecrets,
  stops: (() => Promise<void>)[],
) {
  onStep(settings.database.kind === 'embedded' ? 'Starting the embedded databases' : 'Connecting to the databases');
  const databases = await openDatabases(settings, secrets, (cluster, outcome) =>
    log.warn('database_restart', { cluster, outcome }),
  );
  stops.push(() => databases.stop());
  await migrateAll(databases.urls, secrets, (name) => onStep(`Applied ${name}`));
  return databases;
}

async function localCertificate(settings: Settings): Promise<LocalCertificate | undefined> {
  if (settings.tls.files) return undefined;
  return ensureLocalCertificate({ dir: `${settings.dataDir}/tls`, hosts: hostsOf(settings), now: new Date() });
}

function mailOf({ mail: { smtpUrl, from }, dataDir }: Settings, trusted: { readonly caPem?: string }): Mail {
  return createMail({ ...(smtpUrl ? { smtpUrl } : {}), ...trusted, from, outboxDir: path.join(dataDir, 'outbox') });
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
