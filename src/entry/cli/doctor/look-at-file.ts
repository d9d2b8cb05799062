import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';

/** What the file system says of a path (symbolic links followed); undefined when nothing is there. */
export async function lookAt(file: string): Promise<Stats | undefined> {
  try {
    return await stat(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Whether modes mean anything here: Windows has none. */
export const HAS_MODES = process.platform !== 'win32';

/** The permission bits as people write them: `0600`. */
export const modeText = ({ mode }: Pick<Stats, 'mode'>): string => (mode & 0o777).toString(8).padStart(4, '0');
