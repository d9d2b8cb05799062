import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** After this long a server that does not stop in good order is told to stop at once. */
export const STOP_LIMIT_MS = 15_000;

/** The lines of `postmaster.pid`; none where no server runs or was killed. */
export async function pidFile(dataDirectory: string): Promise<string[]> {
  try {
    return (await readFile(path.join(dataDirectory, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** A server that an earlier process left behind (it was killed) is stopped in good order before ours starts. */
export async function stopOrphan(dataDirectory: string): Promise<void> {
  const pid = Number((await pidFile(dataDirectory))[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !(await isPostgresOf(pid, dataDirectory))) return;
  send(pid, 'SIGINT');
  const limit = Date.now() + STOP_LIMIT_MS;
  while (await isPostgresOf(pid, dataDirectory)) {
    if (Date.now() > 2 * STOP_LIMIT_MS + limit)
      throw new Error(`a PostgreSQL of an earlier start (process ${pid}) does not stop: end it, then start again`);
    if (Date.now() > limit) send(pid, 'SIGQUIT');
    await sleep(25);
  }
}

/** By its program and command line: the number may be another process's by now, or its shell may linger. */
async function isPostgresOf(pid: number, dataDirectory: string): Promise<boolean> {
  if (!send(pid, 0)) return false;
  if (process.platform === 'win32') return true;
  try {
    const [program = '', rest = ''] = (await commandOf(pid)).split(' -D ');
    return path.basename(program) === 'postgres' && rest.startsWith(dataDirectory);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return false;
    throw error;
  }
}

/** The command line of a running process; empty where it has gone. */
async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

/** Sends a signal; whether the process was there. One of somebody else is there, and hears nothing. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
    if (codeOf(error) === 'EPERM') return true;
    throw error;
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
