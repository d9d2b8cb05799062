import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Files of a directory, links not followed. */
async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** A file's bytes; none if it is gone meanwhile, as a running server's files come and go. */
async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** The texts without those that hold another of them. */
const shortest = (texts: readonly string[]): string[] =>
  [...new Set(texts)].filter((text) => !texts.some((other) => other !== text && text.includes(other)));

/** Which of the texts stand in which files, as they are or in small letters; and how many bytes were read. */
export async function grepFiles(
  directory: string,
  texts: readonly string[],
): Promise<{ readonly hits: readonly string[]; readonly bytes: number }> {
  const needles = shortest(texts.flatMap((text) => [text, text.toLowerCase()]));
  const hits: string[] = [];
  let bytes = 0;
  for (const file of await filesIn(directory)) {
    const content = await bytesOf(file);
    bytes += content.length;
    const found = needles.filter((needle) => content.includes(needle));
    hits.push(...found.map((text) => `${path.relative(directory, file)}: ${text}`));
  }
  return { hits, bytes };
}
