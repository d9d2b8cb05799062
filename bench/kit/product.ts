import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DemoFile } from '../../src/entry/demo/demo.ts';
import { type Ports, readDemoFile, runProduct } from '../../test/kit/product.ts';

/** The product as users run it, in a process and a data directory of its own. */
export interface Product {
  readonly demo: DemoFile;
  readonly httpsPort: number;
  readonly pid: number;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** Starts `careroute start --demo` on its own ports and waits until it is ready. */
export async function startProduct(ports: Ports, env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'careroute-bench-'));
  await chmod(dataDir, 0o755);
  const product = runProduct(['start', '--demo'], { dataDir, ports, env, showsErrors: true });
  const stop = async (): Promise<void> => {
    await product.end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await product.ready();
    return { demo: await readDemoFile(dataDir), httpsPort: ports.https, pid: product.pid, dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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
