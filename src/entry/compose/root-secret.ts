import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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
      `CAREROUTE_ROOT_KEY: ${file} is gone, but databases made with it are here. ` +
        'Put the key back, or set CAREROUTE_ROOT_KEY; without it nothing sealed can be read.',
    );
  }
  const isOurs = await makeRootKey(file);
  return { bytes: await readRootKey(file), madeIn: isOurs ? file : undefined };
}

/** Makes the file whole or not at all, whatever happens in between; false where another process was first. */
async function makeRootKey(file: string): Promise<boolean> {
  const fresh = `${file}.${process.pid}.new`;
  try {
    await writeFile(fresh, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
    await link(fresh, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(fresh, { force: true });
  }
}

async function readRootKey(file: string): Promise<Buffer> {
  const bytes = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  if (bytes.length !== 32)
    throw new Error(`CAREROUTE_ROOT_KEY: ${file} does not hold 32 bytes in base64. Restore it from its copy.`);
  return bytes;
}
