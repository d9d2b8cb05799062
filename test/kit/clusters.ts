import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type ClusterName = 'application' | 'keystore';

/** The process that runs an embedded cluster of a data directory; undefined when none does. */
export async function serverPid(dataDir: string, name: ClusterName): Promise<number | undefined> {
  const text = await textOf(path.join(dataDir, 'postgres', name, 'postmaster.pid'));
  const pid = Number(text?.split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 && (await isAlive(pid)) ? pid : undefined;
}

/** Whether a process is there and not merely waiting for its parent to take note of its end. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
    if (codeOf(error) !== 'EPERM') throw error;
  }
  return process.platform !== 'linux' || ((await textOf(`/proc/${pid}/cmdline`)) ?? '') !== '';
}

/** Sends a signal to a process that may have ended meanwhile. */
export function signalTo(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** Kills a process and waits until it is gone. */
export async function killed(pid: number | undefined): Promise<void> {
  signalTo(pid, 'SIGKILL');
  while (pid !== undefined && (await isAlive(pid))) await sleep(5);
}

/** Stops whatever a test that failed has left running in a data directory. */
export async function stopServers(dataDir: string): Promise<void> {
  const pids = await Promise.all([serverPid(dataDir, 'application'), serverPid(dataDir, 'keystore')]);
  for (const pid of pids) {
    signalTo(pid, 'SIGQUIT');
    while (pid !== undefined && (await isAlive(pid))) await sleep(25);
  }
}

/** Processes whose command line names a directory, by `/proc`; only Linux has it. */
export async function processesNaming(directory: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const lines = await Promise.all(pids.map(async (pid) => `${pid} ${(await textOf(`/proc/${pid}/cmdline`)) ?? ''}`));
  return lines.map((line) => line.replaceAll('\0', ' ').trim()).filter((line) => line.includes(directory));
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
