import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface InstanceLock {
  release(): Promise<void>;
}

/**
 * Makes sure that one process at a time runs the embedded databases of a data directory. The lock is a listening
 * socket, so it ends with the process, however that ends, and leaves nothing stale. Undefined when another process
 * holds it.
 */
export async function lockDataDir(dataDir: string): Promise<InstanceLock | undefined> {
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const tag = createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 24);
  const address = addressOf(tag);
  if (process.platform === 'darwin' && !(await answers(address))) await rm(address, { force: true });
  const server = net.createServer((socket) => socket.destroy());
  server.unref();
  const isOurs = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(address, () => resolve(true));
  });
  if (!isOurs) return undefined;
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Linux has names without files, Windows has pipes; both vanish with their process. */
function addressOf(tag: string): string {
  if (process.platform === 'linux') return `\0careroute-${tag}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\careroute-${tag}` : path.join(tmpdir(), `careroute-${tag}.lock`);
}

async function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
