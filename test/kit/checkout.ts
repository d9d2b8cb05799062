import { constants } from 'node:fs';
import { chmod, copyFile, cp, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..', '..');

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

export interface Checkout {
  readonly directory: string;
  /** The Node of this process, copied: another account may not reach the original. */
  readonly node: string;
}

/** Copies what `careroute` needs to run, with nothing of it left where it was: the sources, the packages, and Node. */
export async function copyCheckout(directory: string): Promise<Checkout> {
  await mkdir(directory, { recursive: true, mode: 0o755 });
  const lock = JSON.parse(await readFile(path.join(ROOT, 'package-lock.json'), 'utf8')) as Lockfile;
  const packages = Object.entries(lock.packages)
    .filter(([place, { dev }]) => place !== '' && dev !== true && !/node_modules\/node-[a-z]/.test(place))
    .map(([place]) => place);
  for (const place of ['src', 'web', 'db', 'package.json', 'package-lock.json', 'tsconfig.json', ...packages])
    await copyIfThere(place, directory);
  const node = path.join(directory, 'node');
  await copyFile(process.execPath, node, constants.COPYFILE_FICLONE);
  await chmod(node, 0o755);
  return { directory, node };
}

/** Packages for other platforms stand in the lockfile, but not here. */
async function copyIfThere(place: string, directory: string): Promise<void> {
  try {
    await cp(path.join(ROOT, place), path.join(directory, place), { recursive: true, verbatimSymlinks: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
