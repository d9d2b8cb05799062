import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import type { EmbeddedPlace } from './embedded-place.ts';

/**
 * Detached, so that a Ctrl-C in the terminal reaches Careroute alone, which then stops the servers in order. Messages
 * go to a file and not to a pipe, which would break the server when Careroute is killed.
 */
export function runProgram(
  place: EmbeddedPlace,
  program: 'initdb' | 'postgres',
  args: readonly string[],
): ChildProcess {
  const executable = path.join(place.binaries, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
  const account = place.uid === undefined ? {} : { uid: place.uid, gid: place.uid };
  const log = openSync(path.join(place.clusters, `${program}.log`), 'a', 0o600);
  try {
    const env = { LC_ALL: 'C', TZ: 'UTC' };
    const child = spawn(executable, args, {
      ...account,
      cwd: place.clusters,
      detached: true,
      stdio: ['ignore', log, log],
      env,
    });
    child.on('error', () => {});
    if (child.pid === undefined) throw new Error(`${executable} cannot be run: check that it is there and may be run`);
    return child;
  } finally {
    closeSync(log);
  }
}
