import { open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { EmbeddedPlace } from './embedded-place.ts';
import { runProgram } from './run-program.ts';

/** What a new cluster is made with. */
interface ClusterSeed {
  readonly name: string;
  readonly superuser: string;
  readonly password: string;
}

/** Makes a cluster beside its place and moves it there when it is whole: a crash in between leaves no half of one. */
export async function initialiseCluster(
  place: EmbeddedPlace,
  dataDirectory: string,
  options: ClusterSeed,
): Promise<void> {
  const half = `.new-${options.name}-`;
  for (const left of await readdir(place.clusters))
    if (left.startsWith(half))
      await rm(path.join(place.clusters, left), { recursive: true, force: true, maxRetries: 20 });
  const fresh = path.join(place.clusters, `${half}${process.pid}`);
  const passwordFile = `${fresh}.password`;
  const handle = await open(passwordFile, 'wx', 0o600);
  try {
    await handle.writeFile(`${options.password}\n`);
    if (place.uid !== undefined) await handle.chown(place.uid, place.uid);
  } finally {
    await handle.close();
  }
  try {
    const child = runProgram(place, 'initdb', initdbArguments(fresh, options.superuser, passwordFile));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0)
      throw new Error(`initdb ended with ${String(code)}: see ${path.join(place.clusters, 'initdb.log')}`);
    await rmdir(dataDirectory);
    await rename(fresh, dataDirectory);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function initdbArguments(dataDirectory: string, superuser: string, passwordFile: string): string[] {
  const options = {
    pgdata: dataDirectory,
    username: superuser,
    pwfile: passwordFile,
    auth: 'scram-sha-256',
    encoding: 'UTF8',
    'locale-provider': 'builtin',
    'builtin-locale': 'C.UTF-8',
    locale: 'C',
  };
  return [...Object.entries(options).map(([name, value]) => `--${name}=${value}`), '--data-checksums'];
}
