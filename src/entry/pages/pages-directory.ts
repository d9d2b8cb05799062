import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const HOUSE = path.join(import.meta.dirname, '..', '..', '..');
const SOURCES = path.join(HOUSE, 'web');
const BUILT = path.join(HOUSE, 'dist', 'web');

const PORTALS: readonly string[] = ['admin', 'buyer', 'partner', 'practice', 'installation'];

/** Addresses that the portals answer, and the modules that each needs at once. */
export const PAGE_PATHS: Readonly<Record<string, readonly string[]>> = {
  '/': [],
  '/sign-in': ['public/sign-in-page.tsx'],
  '/reset': ['public/reset-page.tsx'],
  '/reset/:token': ['public/new-password-page.tsx'],
  '/setup': ['public/setup-page.tsx'],
  '/setup/:token': ['public/setup-page.tsx'],
  '/posting/:campaignId/:token': ['public/posting-page.tsx'],
  ...Object.fromEntries(
    PORTALS.flatMap((portal) => [`/${portal}`, `/${portal}/*`]).map((url) => [url, ['frame/portal-frame.tsx']]),
  ),
};

/** A name for what the bundle is made of: all sources, and the packages that they use. */
async function stampOf(): Promise<string> {
  const names = await readdir(SOURCES, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [...files, path.join(HOUSE, 'package-lock.json')].toSorted())
    hash
      .update(path.relative(HOUSE, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

async function stampIn(directory: string): Promise<string | undefined> {
  try {
    return (await readFile(path.join(directory, 'stamp.txt'), 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether files can be made beside the sources; an account without rights to them runs the product all the same. */
async function mayWriteBeside(): Promise<boolean> {
  try {
    await access(existsSync(path.dirname(BUILT)) ? path.dirname(BUILT) : HOUSE, constants.W_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EROFS')) return false;
    throw error;
  }
}

/**
 * The folder of the portals' bundle, built first if it is not that of the sources: beside them, or where nothing may be
 * written there, in the data directory. The build runs in a process of its own: this one keeps none of its memory.
 */
export async function pagesDirectory(dataDir: string, onBuild: () => void): Promise<string> {
  const stamp = await stampOf();
  const own = path.join(dataDir, 'web');
  for (const directory of [BUILT, own]) if ((await stampIn(directory)) === stamp) return directory;
  onBuild();
  const directory = (await mayWriteBeside()) ? BUILT : own;
  await promisify(execFile)(process.execPath, [path.join(SOURCES, 'build.ts'), directory, stamp]);
  return directory;
}
