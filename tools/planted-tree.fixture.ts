import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** This checkout, whose configuration the planted trees copy. */
export const HOUSE = join(import.meta.dirname, '..');

/** A temporary tree with these files (path → text), removed after the test. Returns its folder. */
export async function plantTree(t: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'careroute-planted-')));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

/** Copies files of this checkout into a planted tree and gives it the installed packages. */
export async function furnishTree(root: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await cp(join(HOUSE, path), join(root, path));
  await symlink(join(HOUSE, 'node_modules'), join(root, 'node_modules'), 'dir');
}

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs Node with these arguments in a folder, as a person would: outside any test process. */
export function runNode(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const { NODE_TEST_CONTEXT: _, CAREROUTE_RESULTS_DIR: __, ...own } = process.env;
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [...args], { cwd, env: { ...own, ...env } }, (error, out, err) => {
      if (error !== null && typeof error.code === 'string')
        reject(new Error('Node could not be started', { cause: error }));
      else resolve({ code: child.exitCode ?? 1, output: `${out}${err}` });
    });
  });
}
