import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../platform/config/index.ts';

export interface RootSecret {
  readonly bytes: Buffer;
  /** The file that it was just written to, at the first start. */
  readonly madeIn: string | undefined;
}

/** The root secret of the settings, or of the data directory, where the first start makes it. */
export async function rootSecretOf(settings: Settings): Promise<RootSecret> {
  if (settings.rootKey) return { bytes: Buffer.from(settings.rootKey.reveal()), madeIn: undefined };
  await mkdir(settings.dataDir, { recursive: true, mode: 0o755 });
  const file = path.join(settings.dataDir, 'root.key');
  if (existsSync(file)) return { bytes: await readRootKey(file), madeIn: undefined };
  if (existsSync(path.join(settings.dataDir, 'postgres'))) {
    throw new Error(
      `CAREROUTE_ROOT_KEY: ${file} is gone, but databases made with it are here. Put the key back, or set CAREROUTE_ROOT_KEY; without it nothing sealed can be read.`,
    );
  }
  const bytes = randomBytes(32);
  await writeFile(file, `${bytes.toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return { bytes, madeIn: file };
}

async function readRootKey(file: string): Promise<Buffer> {
  const bytes = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  if (bytes.length !== 32)
    throw new Error(`CAREROUTE_ROOT_KEY: ${file} does not hold 32 bytes in base64. Restore it from its copy.`);
  return bytes;
}
