import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoFile } from '../../src/entry/demo/demo.ts';

/** The product as users run it, in a process and a data directory of its own. */
export interface Product {
  readonly demo: DemoFile;
  readonly httpsPort: number;
  readonly pid: number;
  readonly dataDir: string;
  stop(): Promise<void>;
}

const MAIN = path.join(import.meta.dirname, '..', '..', 'src', 'entry', 'cli', 'main.ts');

/** Starts `careroute start --demo` on its own ports and waits until it is ready. */
export async function startProduct(
  ports: { readonly https: number; readonly http: number },
  env: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'careroute-bench-'));
  await chmod(dataDir, 0o755);
  const child = spawn(process.execPath, [MAIN, 'start', '--demo'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      CAREROUTE_DATA_DIR: dataDir,
      CAREROUTE_HTTPS_PORT: String(ports.https),
      CAREROUTE_HTTP_PORT: String(ports.http),
      CAREROUTE_LOG_LEVEL: 'error',
      ...env,
    },
  });
  const stop = async (): Promise<void> => {
    await ended(child);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(child);
    const demo = JSON.parse(await readFile(path.join(dataDir, 'demo.json'), 'utf8')) as DemoFile;
    return { demo, httpsPort: ports.https, pid: child.pid ?? 0, dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(child: ChildProcess): Promise<void> {
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  while (!output.includes('Stop it with Ctrl-C')) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}:\n${output}`);
    await sleep(50);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

/** CPU seconds that a process has used, from /proc; NaN where there is none. */
export async function cpuSeconds(pid: number): Promise<number> {
  if (!existsSync(`/proc/${pid}/stat`)) return Number.NaN;
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Resident memory of a process in MB. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
