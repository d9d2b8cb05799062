import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A text file of the tree. `path` is relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const IGNORED_FOLDERS = new Set(['node_modules', 'var', 'dist', '.git']);

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      if (entry.isDirectory()) return IGNORED_FOLDERS.has(entry.name) ? [] : walk(join(folder, entry.name));
      return entry.isFile() ? [join(folder, entry.name)] : [];
    }),
  );
  return found.flat();
}

/** Every file whose path matches, read whole and sorted by path; installed and produced folders are left out. */
export async function readSourceFiles(root: string, matches: RegExp): Promise<SourceFile[]> {
  const paths = (await walk(root)).map((path) => relative(root, path).split(sep).join('/'));
  const wanted = paths.filter((path) => matches.test(path)).toSorted();
  return Promise.all(wanted.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}

const GENERATED = /(^|\/)db\/schema\.sql$|\.gen\.tsx?$|\.d\.ts$/;

/** Whether a tool wrote the file, so that size and style do not bind it. */
export const isGenerated = (path: string): boolean => GENERATED.test(path);

/** Whether the file is a test, serves only tests (`*.fixture.ts`), or stands among the tests. */
export const isTest = (path: string): boolean => /\.(test|fixture)\.tsx?$/.test(path) || path.startsWith('test/');
