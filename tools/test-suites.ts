import { existsSync, globSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where each suite's files stand. `unit` and `sim` need nothing; the others share one PostgreSQL. */
const SUITES: Readonly<Record<string, readonly string[]>> = {
  unit: ['src/**/*.test.ts', 'web/**/*.test.ts', 'tools/**/*.test.ts'],
  sim: ['test/sim/**/*.test.ts'],
  integration: ['test/integration/**/*.test.ts'],
  invariants: ['test/invariants/**/*.test.ts'],
  chaos: ['test/chaos/**/*.test.ts'],
  browser: ['test/browser/**/*.test.ts'],
  conformance: ['test/conformance/*.test.ts'],
  client: ['test/conformance/client/*.test.ts'],
  system: ['test/system/**/*.test.ts'],
};

const SUITE_NAMES: readonly string[] = Object.keys(SUITES);

/** A wish that cannot be met; the message says what to do. */
export class SuiteError extends Error {
  override readonly name = 'SuiteError';
}

/**
 * The absolute paths of the suites' test files, in the order the suites were named.
 * A suite without files is an error: a moved folder must not pass as "all green".
 */
export function suiteFiles(root: string, names: readonly string[]): string[] {
  if (names.length === 0) throw new SuiteError(`Name at least one suite: ${SUITE_NAMES.join(', ')}.`);
  const found: string[] = [];
  for (const name of new Set(names)) {
    const patterns = SUITES[name];
    if (patterns === undefined) throw new SuiteError(`There is no suite "${name}". Suites: ${SUITE_NAMES.join(', ')}.`);
    const files = globSync(patterns, { cwd: root });
    if (files.length === 0) throw new SuiteError(`The suite "${name}" has no test file under ${patterns.join(', ')}.`);
    found.push(...files.toSorted().map((file) => join(root, file)));
  }
  return found;
}

/** The folder of public vectors for the conformance suite: the setting, or `shared/data` beside the checkout. */
export function conformanceData(root: string, setting: string | undefined): string {
  const folder = resolve(root, setting ?? '../shared/data');
  if (existsSync(folder)) return folder;
  throw new SuiteError(
    `The conformance suite reads public vectors from ${folder}, and that folder does not exist. ` +
      'Set CAREROUTE_CONFORMANCE_DATA to the folder that holds wycheproof/, json-parsing/, strings/ and csv/.',
  );
}

/** What the system suite runs, and the Debian package that brings it. The first path that exists counts. */
const SYSTEM_NEEDS: readonly (readonly [name: string, candidates: readonly string[]])[] = [
  ['softhsm2', ['usr/bin/softhsm2-util', 'usr/local/bin/softhsm2-util', 'opt/homebrew/bin/softhsm2-util']],
  ['pgbouncer', ['usr/sbin/pgbouncer', 'usr/bin/pgbouncer', 'usr/local/bin/pgbouncer', 'opt/homebrew/bin/pgbouncer']],
  ['postgresql', ['usr/lib/postgresql/*/bin/postgres']],
  ['postgresql-contrib', ['usr/lib/postgresql/*/bin/pgbench']],
  ['testssl.sh', ['usr/bin/testssl', 'usr/bin/testssl.sh', 'usr/local/bin/testssl.sh']],
];

/** Fails with the names of the Debian packages that the system suite needs and `filesystem` does not have. */
export function requireSystemPackages(filesystem = '/'): void {
  const missing: string[] = [];
  for (const [name, candidates] of SYSTEM_NEEDS) {
    const found = globSync(candidates, { cwd: filesystem });
    if (found.length === 0) missing.push(name);
  }
  if (missing.length === 0) return;
  throw new SuiteError(
    `The system suite needs Debian packages that are missing here: ${missing.join(', ')}. ` +
      `Install them: apt-get install --no-install-recommends ${missing.join(' ')}`,
  );
}
