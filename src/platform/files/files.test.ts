import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { AppError } from '../../kernel/app-error.ts';
import { createFiles } from './files.ts';
import { storageError } from './system-error.ts';

let base = '';
before(async () => {
  base = await mkdtemp(join(tmpdir(), 'careroute-files-'));
});
after(() => rm(base, { recursive: true }));

let count = 0;
const freshDirectory = (): string => join(base, `case-${(count += 1)}`);
const bytes = (text: string): Buffer => Buffer.from(text);
const rejectsWith = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

test('an object comes back as it was put, replaced as a whole, and is gone when removed', async () => {
  const files = createFiles(freshDirectory());
  assert.equal(await files.get('exports/2026/report.csv'), undefined);
  await files.put('exports/2026/report.csv', bytes('one'));
  await files.put('exports/2026/report.csv', bytes('2'));
  assert.deepEqual(await files.get('exports/2026/report.csv'), bytes('2'));
  assert.equal(await files.remove('exports/2026/report.csv'), true);
  assert.equal(await files.remove('exports/2026/report.csv'), false);
  assert.equal(await files.get('exports/2026/report.csv'), undefined);
});

test('keys are listed in order, all or under a folder, and a folder that is missing lists nothing', async () => {
  const files = createFiles(freshDirectory());
  assert.deepEqual(await files.list(), []);
  for (const key of ['b/2', 'a', 'b/c/1', 'b.x']) await files.put(key, bytes(key));
  assert.deepEqual(await files.list(), ['a', 'b.x', 'b/2', 'b/c/1']);
  assert.deepEqual(await files.list('b'), ['b/2', 'b/c/1']);
  assert.deepEqual(await files.list('none'), []);
});

test('only the owner can read objects and folders', async () => {
  const directory = freshDirectory();
  await createFiles(directory).put('a/b', bytes('x'));
  const modeOf = async (path: string): Promise<number> => (await stat(join(directory, path))).mode & 0o777;
  assert.deepEqual([await modeOf(''), await modeOf('a'), await modeOf('a/b')], [0o700, 0o700, 0o600]);
});

test('keys of another shape are refused by every function, whatever they try', async () => {
  const files = createFiles(freshDirectory());
  const climbing = ['', '/a', 'a/', 'a//b', '.', '..', '../x', 'a/../b', 'a/./b', 'a\\b'];
  const strange = ['.hidden', 'A', 'a b', 'a\0', 'é', 'a\n', 'a'.repeat(129), Array(300).fill('a').join('/')];
  for (const key of [...climbing, ...strange]) {
    const acts = [files.put(key, bytes('x')), files.get(key), files.remove(key), files.list(key)];
    for (const act of acts) await assert.rejects(act, rejectsWith('VALIDATION_ERROR'), JSON.stringify(key));
  }
});

test('no key at all writes outside the directory', async () => {
  const directory = freshDirectory();
  const outside = await readdir(base);
  const files = createFiles(directory);
  const part = fc.constantFrom('..', '.', '/', '\\', 'a', 'B', '%2e', '\0', '~', '.new-x', '-', '_');
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
      const key = parts.join('');
      await files.put(key, bytes('x')).catch((error: unknown) => {
        assert.ok(error instanceof AppError && ['VALIDATION_ERROR', 'CONFLICT'].includes(error.code));
      });
    }),
    { numRuns: 300 },
  );
  assert.deepEqual(
    (await readdir(base)).filter((name) => !directory.endsWith(name)),
    outside,
  );
});

test('a symbolic link in the place of an object is not followed, neither to read nor to write', async () => {
  const directory = freshDirectory();
  const target = join(base, 'elsewhere');
  await mkdir(directory);
  await writeFile(target, 'secret');
  await symlink(target, join(directory, 'link'));
  const files = createFiles(directory);
  await assert.rejects(files.get('link'), { code: 'ELOOP' });
  assert.deepEqual(await files.list(), []);
  await files.put('link', bytes('mine'));
  assert.equal(await readFile(target, 'utf8'), 'secret');
  assert.deepEqual(await files.get('link'), bytes('mine'));
});

test('a key that runs into an object, or is a folder already, is a conflict and leaves nothing behind', async () => {
  const directory = freshDirectory();
  const files = createFiles(directory);
  await files.put('a', bytes('x'));
  await files.put('b/c', bytes('x'));
  await assert.rejects(files.put('a/b', bytes('y')), rejectsWith('CONFLICT'));
  await assert.rejects(files.put('b', bytes('y')), rejectsWith('CONFLICT'));
  assert.equal(await files.get('a/b'), undefined);
  assert.equal(await files.get('b'), undefined);
  assert.equal(await files.remove('b'), false);
  assert.deepEqual((await readdir(directory)).toSorted(), ['a', 'b']);
});

test('what a crash left half written is never listed, and is gone after the next start', async () => {
  const directory = freshDirectory();
  await createFiles(directory).put('a', bytes('x'));
  for (const name of ['.new-old', '.new-young']) await writeFile(join(directory, name), 'half');
  const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
  await utimes(join(directory, '.new-old'), hoursAgo, hoursAgo);
  const files = createFiles(directory);
  assert.deepEqual(await files.list(), ['a']);
  await files.put('b', bytes('y'));
  assert.deepEqual((await readdir(directory)).toSorted(), ['.new-young', 'a', 'b']);
});

test('readers see the old object or the new one, whole, while it is replaced', async () => {
  const files = createFiles(freshDirectory());
  const contents = ['a', 'b'].map((letter) => Buffer.alloc(200_000, letter));
  await files.put('x', contents[0] ?? bytes(''));
  let writing = true;
  const writes = (async () => {
    for (let round = 1; round <= 40; round += 1) await files.put('x', contents[round % 2] ?? bytes(''));
    writing = false;
  })();
  let reads = 0;
  while (writing) {
    const seen = await files.get('x');
    assert.ok(contents.some((content) => seen?.equals(content)));
    reads += 1;
  }
  await writes;
  assert.ok(reads > 0);
});

test('a full disk is told as such, and errors without a meaning here stay as they are', async () => {
  const full = storageError(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
  assert.ok(full instanceof AppError && full.code === 'STORAGE_FULL');
  const other = new Error('x');
  assert.equal(storageError(other), other);
});
