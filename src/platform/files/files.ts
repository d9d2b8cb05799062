import { constants } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { atomicWrite, flushDirectory, TEMPORARY } from './atomic-write.ts';
import { keySegments } from './key.ts';
import { codeOf, storageError } from './system-error.ts';

/** Where objects are kept. Keys are lower-case paths without a leading slash, such as `exports/2026/report.csv`. */
export interface Files {
  /** Stores or replaces an object; when it resolves, the object outlives a power cut. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The object, or undefined where there is none. */
  get(key: string): Promise<Buffer | undefined>;
  /** Removes an object; false where there is none. */
  remove(key: string): Promise<boolean>;
  /** The keys under a folder such as `exports/2026` in order; all of them without one. */
  list(folder?: string): Promise<string[]>;
}

/** A temporary file this old was left by a crash. */
const STALE_MS = 3_600_000;

/**
 * An object store in a directory of the local disk. Objects have mode 0600; keys cannot leave the directory, and a
 * symbolic link in the place of an object is refused.
 */
export function createFiles(directory: string): Files {
  const root = resolve(directory);
  const pathOf = (key: string): string => join(root, ...keySegments(key));
  const swept = new Set<string>();
  const sweepOnce = async (folder: string): Promise<void> => {
    if (swept.has(folder)) return;
    swept.add(folder);
    await removeStale(folder);
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      try {
        await sweepOnce(dirname(path));
        await atomicWrite(path, bytes);
      } catch (error) {
        throw storageError(error);
      }
    },
    get: async (key) => readObject(pathOf(key)),
    async remove(key) {
      const path = pathOf(key);
      if (await isMissing(() => rm(path))) return false;
      await flushDirectory(dirname(path));
      return true;
    },
    async list(folder) {
      const below = folder === undefined ? [] : keySegments(folder);
      const keys = await keysIn(join(root, ...below), below);
      return keys.toSorted();
    },
  };
}

async function readObject(path: string): Promise<Buffer | undefined> {
  let content: Buffer | undefined;
  await isMissing(async () => {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      content = await file.readFile();
    } finally {
      await file.close();
    }
  });
  return content;
}

/** Whether there is nothing at the path that the work is about. A folder is not an object. */
async function isMissing(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ERR_FS_EISDIR'].includes(codeOf(error) ?? '')) return true;
    throw error;
  }
}

async function keysIn(path: string, segments: readonly string[]): Promise<string[]> {
  const keys: string[] = [];
  for (const entry of await entriesOf(path)) {
    const below = [...segments, entry.name];
    if (entry.isDirectory()) keys.push(...(await keysIn(join(path, entry.name), below)));
    else if (entry.isFile() && !entry.name.startsWith('.')) keys.push(below.join('/'));
  }
  return keys;
}

async function entriesOf(path: string) {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** Content must not outlive its object in what a crash left beside it. */
async function removeStale(directory: string): Promise<void> {
  for (const entry of await entriesOf(directory)) {
    if (!entry.name.startsWith(TEMPORARY)) continue;
    const path = join(directory, entry.name);
    await isMissing(async () => {
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > STALE_MS) await rm(path, { force: true });
    });
  }
}
