import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPlace, ownDirectory } from './embedded-place.ts';

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

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;
/** A server that died comes back at once; one that cannot (a full disk, say) is tried again every few seconds. */
const FAST_TRIES = 20;

/** Starts a cluster, making it at the first start, and keeps it running until `stop`. */
export async function startCluster(place: EmbeddedPlace, options: ClusterOptions): Promise<EmbeddedCluster> {
  const dataDirectory = path.join(place.clusters, options.name);
  const sockets = path.join(place.sockets, options.name);
  await ownDirectory(dataDirectory, place.uid);
  await ownDirectory(sockets, place.uid);
  await stopOrphan(dataDirectory);
  if (!existsSync(path.join(dataDirectory, 'PG_VERSION'))) await initialise(place, dataDirectory, options);

  let stopping = false;
  let child = await launch(place, dataDirectory, sockets, options);
  const bringBack = async (): Promise<void> => {
    for (let attempt = 1; !stopping; attempt += 1) {
      try {
        child = await launch(place, dataDirectory, sockets, options);
        supervise();
        return options.onRestart('restarted');
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (attempt === FAST_TRIES) options.onRestart('not_yet');
        await sleep(attempt < FAST_TRIES ? 250 : 5000);
      }
    }
  };
  const supervise = (): void => {
    child.once('exit', () => void bringBack());
  };
  supervise();

  return {
    ...clusterAddress(place, options),
    dataDirectory,
    async stop() {
      stopping = true;
      await ended(child, 'SIGINT');
    },
  };
}

async function initialise(place: EmbeddedPlace, dataDirectory: string, options: ClusterOptions): Promise<void> {
  const passwordFile = path.join(place.clusters, `.${options.name}.${process.pid}`);
  const handle = await open(passwordFile, 'wx', 0o600);
  await handle.writeFile(`${options.password}\n`);
  if (place.uid !== undefined) await handle.chown(place.uid, place.uid);
  await handle.close();
  try {
    const child = run(place, 'initdb', [
      '--pgdata',
      dataDirectory,
      '--username',
      options.superuser,
      '--pwfile',
      passwordFile,
      '--auth',
      'scram-sha-256',
      '--encoding',
      'UTF8',
      '--locale-provider',
      'builtin',
      '--builtin-locale',
      'C.UTF-8',
      '--locale',
      'C',
      '--data-checksums',
    ]);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0)
      throw new Error(`initdb ended with ${String(code)}: see ${path.join(place.clusters, 'initdb.log')}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

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
    autovacuum_naptime: '15s',
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
  const child = run(place, 'postgres', ['-D', dataDirectory, ...serverSettings(sockets, options)]);
  const limit = Date.now() + START_LIMIT_MS;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
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

async function pidFile(dataDirectory: string): Promise<string[]> {
  try {
    return (await readFile(path.join(dataDirectory, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** A server that an earlier process left behind (it was killed) is stopped in good order before ours starts. */
async function stopOrphan(dataDirectory: string): Promise<void> {
  const pid = Number((await pidFile(dataDirectory))[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !(await isPostgresOf(pid, dataDirectory))) return;
  process.kill(pid, 'SIGINT');
  const limit = Date.now() + STOP_LIMIT_MS;
  while (isAlive(pid)) {
    if (Date.now() > limit) process.kill(pid, 'SIGQUIT');
    await sleep(25);
  }
}

async function isPostgresOf(pid: number, dataDirectory: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  return command.includes('postgres') && command.includes(dataDirectory);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_LIMIT_MS);
  await exit;
  clearTimeout(timer);
}

/**
 * Detached, so that a Ctrl-C in the terminal reaches Careroute alone, which then stops the servers in order. Messages
 * go to a file and not to a pipe, which would break the server when Careroute is killed.
 */
function run(place: EmbeddedPlace, program: 'initdb' | 'postgres', args: readonly string[]): ChildProcess {
  const executable = path.join(place.binaries, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
  const account = place.uid === undefined ? {} : { uid: place.uid, gid: place.uid };
  const log = openSync(path.join(place.clusters, `${program}.log`), 'a', 0o600);
  try {
    const env = { LC_ALL: 'C', TZ: 'UTC' };
    return spawn(executable, args, {
      ...account,
      cwd: place.clusters,
      detached: true,
      stdio: ['ignore', log, log],
      env,
    });
  } finally {
    closeSync(log);
  }
}
