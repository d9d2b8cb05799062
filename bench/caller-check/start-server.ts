import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DemoFile } from '../../src/entry/demo/demo.ts';
import { freePorts, readDemoFile } from '../../test/kit/product.ts';
import type { Asked, Told } from './server.ts';

/** The product in a process of its own, which can be told to do parts of its work alone. */
export interface AskedProduct {
  readonly demo: DemoFile;
  readonly port: number;
  /** Has something done and says what the process and its databases (these where there is /proc) have used so far. */
  ask(asked: Asked): Promise<Used>;
  stop(): Promise<void>;
}

/** Since the process began. */
interface Used {
  /** Of the server process and of its databases. */
  readonly cpuSeconds: number;
  readonly secondLooks: number;
}

export async function startAskedProduct(): Promise<AskedProduct> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'careroute-bench-'));
  await chmod(dataDir, 0o755);
  const ports = await freePorts();
  const child = fork(path.join(import.meta.dirname, 'server.ts'), {
    execArgv: ['--max-semi-space-size=16', '--heap-growing-percent=40'],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      CAREROUTE_DATA_DIR: dataDir,
      CAREROUTE_HTTPS_PORT: String(ports.https),
      CAREROUTE_HTTP_PORT: String(ports.http),
      CAREROUTE_WORKER_CONCURRENCY: '0',
    },
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect();
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const told = await Promise.race([nextTold(child), ended.then(() => undefined)]);
    if (!told) throw new Error('the server of the bench ended before it listened');
    return {
      demo: await readDemoFile(dataDir),
      port: told.port,
      async ask(asked) {
        const answer = nextTold(child);
        child.send(asked);
        const { cpuSeconds, secondLooks } = await answer;
        return { cpuSeconds: cpuSeconds + (await databaseCpuSeconds(dataDir)), secondLooks };
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function nextTold(child: ChildProcess): Promise<Told> {
  const [told] = (await once(child, 'message')) as [Told];
  return told;
}

const TICKS_PER_SECOND = 100;

/** CPU seconds of the clusters under a directory: their processes that run, and those that have ended. */
async function databaseCpuSeconds(dataDir: string): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const entries = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const processes = (await Promise.all(entries.map(readProcess))).filter((one) => one !== undefined);
  const roots = processes.filter(({ command }) => command.includes(`\0-D\0${dataDir}/`));
  const children = processes.filter(({ parent }) => roots.some(({ pid }) => pid === parent));
  const ended = roots.reduce((sum, root) => sum + root.endedTicks / TICKS_PER_SECOND, 0);
  return [...roots, ...children].reduce((sum, one) => sum + one.seconds, ended);
}

/** What /proc says of a process; undefined if it has ended. */
async function readProcess(pid: string) {
  const read = (name: string): Promise<string> => readFile(`/proc/${pid}/${name}`, 'utf8');
  try {
    const [command, stat, schedule] = await Promise.all([read('cmdline'), read('stat'), read('schedstat')]);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const endedTicks = Number(fields[13]) + Number(fields[14]);
    return { pid, command, parent: fields[1], endedTicks, seconds: Number(schedule.split(' ')[0]) / 1e9 };
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH');
    if (isGone) return undefined;
    throw error;
  }
}
