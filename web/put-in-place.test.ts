import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { putInPlace } from './put-in-place.ts';

test('of folders that are put in one place at the same time one stays whole, and none fails', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'careroute-place-'));
  const folder = path.join(root, 'web');
  for (let round = 0; round < 20; round += 1) {
    const made = Array.from({ length: 4 }, (_, index) => path.join(root, `web.${round}.${index}`));
    for (const one of made) {
      await mkdir(one);
      for (const name of ['a', 'b', 'c']) await writeFile(path.join(one, name), one);
    }
    await Promise.all(made.map((one) => putInPlace(one, folder)));
    assert.deepEqual((await readdir(folder)).toSorted(), ['a', 'b', 'c']);
    assert.deepEqual(await readdir(root), ['web'], 'nothing is left beside it');
  }
  await rm(root, { recursive: true });
});
