import { rename, rm } from 'node:fs/promises';

const TRIES = 10;

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
 * Puts a folder in the place of another one, which is gone for no longer than it takes to rename. Of several that are
 * put there at the same time one stays, and nobody fails.
 */
export async function putInPlace(made: string, folder: string): Promise<void> {
  const old = `${made}.old`;
  for (let tries = 1; ; tries += 1) {
    try {
      await rename(folder, old);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    await rm(old, { recursive: true, force: true });
    try {
      await rename(made, folder);
      return;
    } catch (error) {
      // Somebody else was first.
      const isTaken = codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST';
      if (!isTaken || tries === TRIES) throw error;
    }
  }
}
