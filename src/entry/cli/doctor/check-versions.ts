import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fine, type Finding, problem } from './finding.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..', '..');
const OLDEST_NODE = 24;
const SHOWN = ['fastify', 'pg', 'graphile-worker'];

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Node, and the installed packages against the versions that `package.json` pins. */
export async function checkVersions(
  root: string = ROOT,
  nodeVersion: string = process.versions.node,
): Promise<Finding[]> {
  const own = await manifestIn(root);
  if (own === undefined) throw new Error(`${path.join(root, 'package.json')} is missing`);
  const [required, optional] = await Promise.all([
    installed(root, own.dependencies ?? {}),
    installed(root, own.optionalDependencies ?? {}),
  ]);
  const wrong = [
    ...required.filter(({ wanted, found }) => found !== wanted),
    // An optional package belongs to one platform; elsewhere it is absent by design.
    ...optional.filter(({ wanted, found }) => found !== undefined && found !== wanted),
  ];
  const findings = wrong.map(({ name, wanted, found }) =>
    problem(
      `Package ${name} is ${found ?? 'missing'}; this version is made for ${wanted}.`,
      'Install what belongs together: npm ci',
    ),
  );
  if (Number(nodeVersion.split('.')[0]) < OLDEST_NODE) {
    findings.push(
      problem(
        `Node ${nodeVersion} is too old; ${OLDEST_NODE} is needed.`,
        'Run it by npm, which brings the right Node: npm run careroute -- doctor',
      ),
    );
  }
  if (findings.length > 0) return findings;
  const shown = required.filter(({ name }) => SHOWN.includes(name)).map(({ name, found }) => `${name} ${found ?? ''}`);
  const all = `all ${required.length} packages are as pinned`;
  return [fine(`Careroute ${own.version ?? ''}, Node ${nodeVersion}, ${shown.join(', ')}; ${all}.`)];
}

interface Installed {
  readonly name: string;
  readonly wanted: string;
  readonly found: string | undefined;
}

async function installed(root: string, wanted: Readonly<Record<string, string>>): Promise<Installed[]> {
  return Promise.all(
    Object.entries(wanted).map(async ([name, version]) => {
      const manifest = await manifestIn(path.join(root, 'node_modules', name));
      return { name, wanted: version, found: manifest?.version };
    }),
  );
}

async function manifestIn(directory: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(path.join(directory, 'package.json'), 'utf8')) as Manifest;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
