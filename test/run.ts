/**
 * The test runner behind `npm test`: `node test/run.ts [--small] [--file TEXT] suite…`.
 * `--small` asks long suites for their short form (`CAREROUTE_TEST_SIZE=small`, otherwise `full`);
 * `--file` runs only the files whose path holds TEXT.
 * With CAREROUTE_RESULTS_DIR set, a file with the counts is left there.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { conformanceData, requireSystemPackages, suiteFiles, SuiteError } from '../tools/test-suites.ts';

const ROOT = join(import.meta.dirname, '..');
const FILES_AT_ONCE = 2;
const FILE_TIMEOUT_MS = 30 * 60_000;
/** Where the product keeps its compiled sources too. */
const COMPILED = join(ROOT, 'node_modules', '.cache', 'careroute');

type Settings = Record<string, string>;

interface Wish {
  readonly suites: readonly string[];
  readonly small: boolean;
  readonly file: string;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** One PostgreSQL for every suite that needs one. The kit is loaded only then, so that the others run without it. */
async function startCluster(suites: readonly string[]): Promise<{ env: Settings; stop(): Promise<void> }> {
  if (suites.every((suite) => suite === 'unit' || suite === 'sim')) return { env: {}, stop: () => Promise.resolve() };
  const kit = await import('./kit/cluster.ts');
  return kit.startSharedCluster();
}

/** Runs the files, each in its own process, and prints as `node --test` does. */
async function runFiles(files: readonly string[], env: Settings, signal: AbortSignal): Promise<Counts> {
  const stream = run({
    files,
    concurrency: FILES_AT_ONCE,
    timeout: FILE_TIMEOUT_MS,
    cwd: ROOT,
    env: { ...process.env, ...env },
    signal,
  });
  let counts: Counts = { passed: 0, failed: 0 };
  let silent = 0;
  stream.on('test:summary', ({ file, counts: { passed, tests, cancelled, skipped, todo } }) => {
    if (file !== undefined) return;
    counts = { passed, failed: tests - passed };
    silent = cancelled + skipped + todo;
  });
  const printed = stream.compose(spec);
  printed.pipe(process.stdout, { end: false });
  await once(printed, 'end');
  if (silent > 0) console.log(`${silent} tests were cancelled, skipped or marked as todo: they count as failed.`);
  return counts;
}

async function runSuites({ suites, small, file }: Wish, signal: AbortSignal): Promise<Counts> {
  const files = suiteFiles(ROOT, suites).filter((path) => relative(ROOT, path).includes(file));
  if (files.length === 0) throw new SuiteError(`No test file of ${suites.join(', ')} has "${file}" in its path.`);
  const env: Settings = { CAREROUTE_TEST_SIZE: small ? 'small' : 'full', NODE_COMPILE_CACHE: COMPILED };
  if (suites.includes('system')) requireSystemPackages();
  if (suites.includes('conformance')) {
    env['CAREROUTE_CONFORMANCE_DATA'] = conformanceData(ROOT, process.env['CAREROUTE_CONFORMANCE_DATA']);
  }
  const cluster = await startCluster(suites);
  try {
    return await runFiles(files, { ...env, ...cluster.env }, signal);
  } finally {
    await cluster.stop();
  }
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { small: { type: 'boolean', default: false }, file: { type: 'string', default: '' } },
  });
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop.abort();
    });
  try {
    const counts = await runSuites({ suites: positionals, ...values }, stop.signal);
    const results = process.env['CAREROUTE_RESULTS_DIR'];
    if (results) await writeFile(join(results, `${randomUUID()}.json`), `${JSON.stringify(counts)}\n`);
    process.exitCode = counts.failed > 0 || counts.passed === 0 || stop.signal.aborted ? 1 : 0;
  } catch (error) {
    if (!(error instanceof SuiteError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

await main();
