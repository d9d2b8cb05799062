import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../../kernel/ids.ts';
import { codeOf } from './system-error.ts';

/** What names of files in the making begin with; keys cannot. */
export const TEMPORARY = '.new-';

/**
 * Writes a file so that a crash leaves the old content or the new, whole: into a temporary file beside it, flushed,
 * renamed, and the directory flushed. Mode 0600; directories that are missing are made with 0700.
 */
export async function atomicWrite(path: string, bytes: Uint8Array): Promise<void> {
  const directory = dirname(path);
  const made = await mkdir(directory, { recursive: true, mode: 0o700 });
  const temporary = join(directory, `${TEMPORARY}${newId()}`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  // From the file's directory up to the parent of the first one that was made.
  const top = made === undefined ? directory : dirname(made);
  for (let at = directory; at.length >= top.length; at = dirname(at)) {
    await flushDirectory(at);
    if (at === dirname(at)) break;
  }
}

/** Makes renames and removals in a directory last through a power cut. Windows has no such thing and refuses. */
export async function flushDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } catch (error) {
    // Some network file systems cannot flush directories.
    if (codeOf(error) !== 'EINVAL' && codeOf(error) !== 'ENOTSUP') throw error;
  } finally {
    await directory.close();
  }
}
