import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../../platform/config/index.ts';
import type { DatabaseUrls } from '../../compose/databases.ts';
import { urlsOf } from '../../compose/embedded.ts';
import { openDatabases } from '../../compose/open-databases.ts';
import type { DerivedSecrets } from '../../compose/secrets.ts';
import { fine, type Finding, problem, warning } from './finding.ts';
import { lookAt } from './look-at-file.ts';

/** Where to connect, or why there is nothing to connect to. */
export type Reach =
  | { readonly kind: 'open'; readonly urls: DatabaseUrls }
  | { readonly kind: 'closed'; readonly findings: readonly Finding[] };

/** The major version of the server that this version of Careroute brings along. */
const EMBEDDED_MAJOR = '18';
const CLUSTERS = ['application', 'keystore'] as const;

/** Finds the databases without starting, making or adopting anything. */
export async function reachDatabases(settings: Settings, secrets: DerivedSecrets | undefined): Promise<Reach> {
  if (!secrets) {
    const fresh = settings.database.kind === 'embedded' && !(await lookAt(path.join(settings.dataDir, 'postgres')));
    return closed(
      fresh
        ? fine('There are none yet; the first start (careroute start) makes two embedded ones.')
        : problem('They could not be opened without the root key.', 'Mend the root key first.'),
    );
  }
  if (settings.database.kind === 'external') {
    const { urls } = await openDatabases(settings, secrets, () => {});
    return { kind: 'open', urls };
  }
  return reachClusters(path.join(settings.dataDir, 'postgres'), secrets);
}

async function reachClusters(home: string, secrets: DerivedSecrets): Promise<Reach> {
  const [application, keystore] = await Promise.all(CLUSTERS.map((name) => lookAtCluster(path.join(home, name))));
  if (!application || !keystore) throw new TypeError('there are two clusters');
  if (application.kind === 'running' && keystore.kind === 'running') {
    return { kind: 'open', urls: urlsOf(application, keystore, secrets) };
  }
  const faults = [application, keystore].flatMap((cluster, index) =>
    cluster.kind === 'faulty'
      ? [problem(`The embedded ${CLUSTERS[index]} cluster: ${cluster.message}`, cluster.remedy)]
      : [],
  );
  if (faults.length > 0) return closed(...faults);
  if (application.kind === 'none' && keystore.kind === 'none') {
    return closed(fine('There are none yet; the next start (careroute start) makes two embedded ones.'));
  }
  const stopped = CLUSTERS.filter((_name, index) => [application, keystore][index]?.kind !== 'running');
  const unclean = [application, keystore].some((cluster) => cluster.kind === 'stopped' && !cluster.clean);
  return closed(
    warning(
      `Embedded and not running (${stopped.join(' and ')}); on disk they look as they should` +
        `${unclean ? ', though they were not stopped in good order' : ''}. What is inside was not checked.`,
      `They are started with careroute start${unclean ? ', which also recovers them' : ''}. ` +
        'Run careroute doctor again while it runs.',
    ),
  );
}

const closed = (...findings: Finding[]): Reach => ({ kind: 'closed', findings });

/** The state of one cluster, as its directory tells it. */
type Cluster =
  | { readonly kind: 'none' }
  | { readonly kind: 'stopped'; readonly clean: boolean }
  | { readonly kind: 'running'; readonly host: string; readonly port: number }
  | { readonly kind: 'faulty'; readonly message: string; readonly remedy: string };

async function lookAtCluster(directory: string): Promise<Cluster> {
  try {
    if (!(await lookAt(directory))) return { kind: 'none' };
    const version = await textOf(path.join(directory, 'PG_VERSION'));
    return version === undefined ? faultyMake(directory) : await judgeCluster(directory, version.trim());
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) throw error;
    const remedy = 'Run careroute doctor as the user that runs Careroute.';
    return { kind: 'faulty', message: `${directory} may not be read by this user.`, remedy };
  }
}

const faultyMake = (directory: string): Cluster => ({
  kind: 'faulty',
  message: `${directory} has no PG_VERSION, so it was not made to the end.`,
  remedy: 'If this was the first start, remove the directory and start again. If it held data, restore a backup.',
});

async function judgeCluster(directory: string, major: string): Promise<Cluster> {
  if (major !== EMBEDDED_MAJOR) {
    return {
      kind: 'faulty',
      message: `it was made by PostgreSQL ${major}; this version brings ${EMBEDDED_MAJOR}.`,
      remedy: 'Start the version of Careroute that made it, and follow its upgrade notes.',
    };
  }
  const lines = (await textOf(path.join(directory, 'postmaster.pid')))?.split('\n');
  if (!lines) return { kind: 'stopped', clean: true };
  return (await runningAt(lines)) ?? { kind: 'stopped', clean: false };
}

/** `postmaster.pid`: pid, data directory, start, port, socket directory, listening address, shared memory, state. */
async function runningAt(lines: readonly string[]): Promise<Cluster | undefined> {
  const [pid = '', , , port = '', sockets = '', address = ''] = lines;
  if (!isAlive(Number(pid)) || (lines[7] ?? '').trim() !== 'ready') return undefined;
  const host = sockets.trim() || address.trim();
  if (host.startsWith('/') && !(await lookAt(path.join(host, `.s.PGSQL.${port}`)))) return undefined;
  return { kind: 'running', host, port: Number(port) };
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return error.code === 'EPERM';
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
