import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPlace, ownDirectory } from './embedded-place.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { runProgram } from './run-program.ts';
import { pidFile, STOP_LIMIT_MS, stopOrphan } from './stop-orphan.ts';

export interface ClusterOptions {
  readonly name: string;
  readonly port: number;
  readonly superuser: string;
  readonly password: string;
  readonly sharedBuffersMb: number;
  /** Server settings beyond the house's own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told when the server died by itself and was started again, or could not be. */
  readonly onRestart: (outcome: 'restarted' | 'not_yet') => void;
}

export interface EmbeddedCluster {
  /** Directory of the Unix socket, or `127.0.0.1` where the platform has none. */
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  stop(): Promise<void>;
}

/** Where a cluster of this name and port answers, whoever runs it. */
export function clusterAddress(
  place: EmbeddedPlace,
  cluster: Pick<ClusterOptions, 'name' | 'port'>,
): Pick<EmbeddedCluster, 'host' | 'port'> {
  return {
    host: process.platform === 'win32' ? '127.0.0.1' : path.join(place.sockets, cluster.name),
    port: cluster.port,
  };
}

/** Long, because after a crash a slow disk may take minutes over a gigabyte of log. */
const START_LIMIT_MS = 600_000;
/** A server that died comes back at once; one that cannot (a full disk, say) is tried again every few seconds. */
const FAST_TRIES = 20;
const FAST_RETRY_MS = 250;

/** Starts a cluster, making it at the first start, and keeps it running until `stop`. */
export async function startCluster(place: EmbeddedPlace, options: ClusterOptions): Promise<EmbeddedCluster> {
  const dataDirectory = path.join(place.clusters, options.name);
  const sockets = path.join(place.sockets, options.name);
  await ownDirectory(dataDirectory, place.uid);
  await ownDirectory(sockets, place.uid);
  if (!existsSync(path.join(dataDirectory, 'PG_VERSION'))) await initialiseCluster(place, dataDirectory, options);

  const start = (): Promise<ChildProcess> => launch(place, dataDirectory, sockets, options);
  const stopping = new AbortController();
  let child = await takeOver(start, dataDirectory, path.join(sockets, `.s.PGSQL.${options.port}`));
  let comingBack: Promise<void> | undefined;
  const bringBack = async (): Promise<void> => {
    for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
      try {
        child = await start();
        supervise();
        return options.onRestart('restarted');
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (attempt === FAST_TRIES) options.onRestart('not_yet');
        await pause(attempt < FAST_TRIES ? FAST_RETRY_MS : 5000, stopping.signal);
      }
    }
  };
  const supervise = (): void => {
    const gone = (): void => void (comingBack = bringBack());
    if (hasEnded(child)) gone();
    else child.once('exit', gone);
  };
  supervise();

  return {
    ...clusterAddress(place, options),
    dataDirectory,
    async stop() {
      stopping.abort();
      await comingBack;
      await ended(child, 'SIGINT');
    },
  };
}

/**
 * Starts a server in place of one that an earlier process left behind, running, starting or dead: its processes hold on
 * to its memory for a moment after it, and meanwhile a new one refuses.
 */
async function takeOver(
  start: () => Promise<ChildProcess>,
  dataDirectory: string,
  socket: string,
): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    await stopOrphan(dataDirectory);
    await refuseUnseen(dataDirectory, socket);
    const isLeft = await isLocked(dataDirectory);
    try {
      return await start();
    } catch (error) {
      const mayPass = isLeft || (await isLocked(dataDirectory));
      if (!(error instanceof Error) || !mayPass || attempt === FAST_TRIES) throw error;
      await sleep(FAST_RETRY_MS);
    }
  }
}

/**
 * A server that answers on the socket of this directory, though no process of it can be seen, is of another container:
 * PostgreSQL itself would not notice, and two servers on one directory destroy it.
 */
async function refuseUnseen(dataDirectory: string, socket: string): Promise<void> {
  if (process.platform === 'win32') return;
  const answers = await new Promise<boolean>((resolve) => {
    const probe = net.connect(socket, () => resolve(true));
    probe.once('error', () => resolve(false));
    probe.once('connect', () => probe.destroy());
  });
  if (answers)
    throw new Error(
      `a PostgreSQL that cannot be seen from here works on ${dataDirectory}, as in another container: stop it`,
    );
}

/** A server removes its lock when it ends in good order. */
const isLocked = async (dataDirectory: string): Promise<boolean> => (await pidFile(dataDirectory)).length > 0;

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Messages of level ERROR may quote data, so the server logs FATAL and PANIC only. */
function serverSettings(sockets: string, options: ClusterOptions): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: process.platform === 'win32' ? '127.0.0.1' : '',
    unix_socket_directories: process.platform === 'win32' ? '' : sockets,
    unix_socket_permissions: '0700',
    port: options.port,
    max_connections: 60,
    shared_buffers: `${options.sharedBuffersMb}MB`,
    password_encryption: 'scram-sha-256',
    log_min_messages: 'fatal',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    max_wal_size: '1GB',
    wal_compression: 'on',
    // Statistics of young tables are worth more than the little work of taking them.
    autovacuum_naptime: '5s',
    ...options.settings,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function launch(
  place: EmbeddedPlace,
  dataDirectory: string,
  sockets: string,
  options: ClusterOptions,
): Promise<ChildProcess> {
  const child = runProgram(place, 'postgres', ['-D', dataDirectory, ...serverSettings(sockets, options)]);
  const limit = Date.now() + START_LIMIT_MS;
  for (;;) {
    if (hasEnded(child)) {
      throw new Error(
        `the embedded ${options.name} server did not start: see ${path.join(place.clusters, 'postgres.log')}`,
      );
    }
    if (await saysReady(dataDirectory, child.pid)) return child;
    if (Date.now() > limit) {
      await ended(child, 'SIGINT');
      throw new Error(`the embedded ${options.name} server was not ready within ${START_LIMIT_MS / 1000} s`);
    }
    await sleep(15);
  }
}

/** `postmaster.pid` holds the pid in its first line and, once connections are accepted, `ready` in its eighth. */
async function saysReady(dataDirectory: string, pid: number | undefined): Promise<boolean> {
  const lines = await pidFile(dataDirectory);
  return lines[0] === String(pid) && (lines[7] ?? '').trim() === 'ready';
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_LIMIT_MS);
  await exit;
  clearTimeout(timer);
}
