/**
 * Bundles the portals: `node web/build.ts FOLDER STAMP`. Each file comes with a brotli and a gzip form beside it. The
 * folder appears whole or not at all, so that two builds at once, or a broken one, leave nothing half made.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { putInPlace } from './put-in-place.ts';
import config from './vite.config.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const PACKED = /\.(js|css|svg)$/;

async function pack(file: string): Promise<void> {
  const bytes = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.br`, await brotli(bytes, { params }));
  await writeFile(`${file}.gz`, await zip(bytes, { level: 9 }));
}

async function main([folder, stamp]: readonly string[]): Promise<void> {
  if (!folder || !stamp) throw new Error('Usage: node web/build.ts FOLDER STAMP');
  const made = `${folder}.${process.pid}`;
  await mkdir(path.dirname(folder), { recursive: true });
  try {
    await build({
      ...config,
      // Read here: Vite itself would write it once more into node_modules, which may not be ours to write.
      configFile: false,
      logLevel: 'warn',
      build: { ...config.build, outDir: made },
    });
    const assets = path.join(made, 'assets');
    const files = (await readdir(assets)).filter((name) => PACKED.test(name));
    await Promise.all(files.map((name) => pack(path.join(assets, name))));
    await writeFile(path.join(made, 'stamp.txt'), `${stamp}\n`);
    await putInPlace(made, folder);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
