import assert from 'node:assert/strict';
import { chmod, lstat, mkdir, mkdtemp, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { type EmbeddedPlace, embeddedPlace } from '../../src/platform/postgres/index.ts';
import { ACCOUNT, atEnd } from './debian.fixture.ts';

/** A directory that only its owner may enter, as `/root` and most homes are. */
async function privateHome(): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'careroute-system-'));
  await chmod(home, 0o700);
  atEnd(() => rm(home, { recursive: true, force: true }));
  return home;
}

async function placeOf(dataDir: string): Promise<EmbeddedPlace> {
  const place = await embeddedPlace(dataDir);
  atEnd(() => rm(place.clusters, { recursive: true, force: true }));
  return place;
}

test('the account of the servers reaches databases and binaries also from a private home', async () => {
  const home = await privateHome();
  const dataDir = path.join(home, 'var');
  const { clusters, sockets, binaries, uid } = await placeOf(dataDir);
  assert.equal(uid, ACCOUNT.uid);
  assert.equal(clusters.startsWith(home), uid === undefined);
  for (const directory of [clusters, sockets]) {
    const { mode, uid: owner } = await stat(directory);
    assert.equal(mode & 0o777, 0o700);
    assert.equal(owner, uid ?? process.getuid?.());
  }
  assert.ok((await readdir(path.join(binaries, 'bin'))).includes('postgres'));
  assert.equal((await embeddedPlace(dataDir)).clusters, clusters);
  assert.deepEqual(await readdir(path.join(dataDir, 'postgres')), await readdir(clusters));
});

test('a moved data directory finds its databases, or the start is refused: it never begins anew', async () => {
  const home = await privateHome();
  const [first, second] = [path.join(home, 'one'), path.join(home, 'two')];
  const { clusters, uid } = await placeOf(first);
  await mkdir(path.join(clusters, 'application'));
  await rename(first, second);
  if (uid === undefined) {
    const moved = await placeOf(second);
    assert.deepEqual(
      (await readdir(moved.clusters)).filter((name) => name === 'application'),
      ['application'],
    );
  } else {
    await assert.rejects(embeddedPlace(second), (error: Error) => error.message.includes(clusters));
    await chmod(home, 0o755);
    await assert.rejects(embeddedPlace(second), /was moved, or the rights/);
    await rename(second, first);
    await chmod(home, 0o700);
    assert.equal((await embeddedPlace(first)).clusters, clusters);
    await rename(first, second);
    await moveAsTheManualSays(second);
    await chmod(home, 0o755);
    await rm(path.join(second, 'postgres', 'kept'), { recursive: true });
    await moveAsTheManualSays(second);
  }
});

test('databases that the servers could reach until somebody closed a directory above are not begun anew', async () => {
  const home = await privateHome();
  await chmod(home, 0o755);
  const dataDir = path.join(home, 'var');
  const { clusters, uid } = await placeOf(dataDir);
  assert.ok(clusters.startsWith(home));
  await chmod(home, 0o700);
  if (uid === undefined) assert.equal((await embeddedPlace(dataDir)).clusters, clusters);
  else {
    await assert.rejects(embeddedPlace(dataDir), /was moved, or the rights/);
    await moveAsTheManualSays(dataDir);
  }
});

/** The start names two directories: the databases go from the first to the second, and a link goes first. */
async function moveAsTheManualSays(dataDir: string): Promise<void> {
  const said = await embeddedPlace(dataDir).then(() => '', String);
  const [, first = '', second = ''] = / are in (\S+), but now belong into (\S+):/.exec(said) ?? [];
  const link = path.join(dataDir, 'postgres');
  if ((await lstat(link)).isSymbolicLink()) await unlink(link);
  const kept = path.join(first, 'kept');
  await mkdir(kept);
  await rename(first, second);
  const { clusters } = await placeOf(dataDir);
  assert.ok((await readdir(clusters)).includes('kept'));
  assert.ok((await readdir(link)).includes('kept'));
}
