import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { furnishTree, plantTree, runNode, type Outcome } from './planted-tree.fixture.ts';

const passing = "import { test } from 'node:test';\ntest('it holds', () => {});\ntest('it holds too', () => {});\n";
const failing = "import { test } from 'node:test';\ntest('it breaks', () => { throw new Error('broken'); });\n";
const silent = "import { test } from 'node:test';\ntest.skip('it is silent', () => {});\ntest('it holds', () => {});\n";
const speaking =
  "import { test } from 'node:test';\n" +
  'test(`size ${process.env.CAREROUTE_TEST_SIZE} at ${process.env.AT} with ${process.env.OUTER}`, () => {});\n';
const KIT = `import { writeFileSync } from 'node:fs';
export async function startSharedCluster() {
  return { env: { AT: 'port-1' }, stop: async () => { writeFileSync('stopped', ''); } };
}
`;

async function runTests(
  t: TestContext,
  files: Record<string, string>,
  ...args: string[]
): Promise<Outcome & { root: string }> {
  const root = await plantTree(t, { 'package.json': '{"type":"module"}', 'results/.keep': '', ...files });
  await furnishTree(root, ['test/run.ts', 'tools/test-suites.ts']);
  const env = { OUTER: 'me', CAREROUTE_RESULTS_DIR: join(root, 'results') };
  return { root, ...(await runNode(root, [join(root, 'test/run.ts'), ...args], env)) };
}

async function resultsOf(root: string): Promise<unknown[]> {
  const names = (await readdir(join(root, 'results'))).filter((name) => name.endsWith('.json'));
  return Promise.all(
    names.map(async (name): Promise<unknown> => JSON.parse(await readFile(join(root, 'results', name), 'utf8'))),
  );
}

test('passing tests end with the closing lines of node --test, exit code 0 and a result file', async (t) => {
  const { code, output, root } = await runTests(t, { 'src/a.test.ts': passing, 'tools/b.test.ts': passing }, 'unit');
  assert.equal(code, 0, output);
  assert.match(output, /ℹ tests 4\n[\s\S]*ℹ pass 4\nℹ fail 0\n/);
  assert.deepEqual(await resultsOf(root), [{ passed: 4, failed: 0 }]);
});

test('a failing test, a file that cannot load and a file that dies each turn the run red', async (t) => {
  const files = {
    'src/a.test.ts': passing,
    'src/b.test.ts': failing,
    'src/c.test.ts': "import './gone.ts';\n",
    'src/d.test.ts': "process.kill(process.pid, 'SIGKILL');\n",
  };
  const { code, output, root } = await runTests(t, files, 'unit');
  assert.equal(code, 1);
  assert.match(output, /ℹ pass 2\nℹ fail 3\n/);
  assert.deepEqual(await resultsOf(root), [{ passed: 2, failed: 3 }]);
});

test('a skipped test counts as failed, and the run says so', async (t) => {
  const { code, output, root } = await runTests(t, { 'src/a.test.ts': silent }, 'unit');
  assert.equal(code, 1);
  assert.match(output, /1 tests were cancelled, skipped or marked as todo/);
  assert.deepEqual(await resultsOf(root), [{ passed: 1, failed: 1 }]);
});

test('a suite without files stops the run with its name, and a wrong suite too', async (t) => {
  const files = { 'src/a.test.ts': passing, 'test/kit/cluster.ts': KIT };
  const empty = await runTests(t, files, 'unit', 'chaos');
  assert.equal(empty.code, 1);
  assert.match(empty.output, /suite "chaos" has no test file/);
  assert.equal((await runTests(t, files, 'unti')).code, 1);
});

test('suites beside unit get the shared cluster, which is stopped also when a test fails', async (t) => {
  const files = {
    'test/integration/a.test.ts': `${speaking}${failing.split('\n')[1] ?? ''}\n`,
    'test/kit/cluster.ts': KIT,
  };
  const { code, output, root } = await runTests(t, files, '--small', 'integration');
  assert.equal(code, 1);
  assert.match(output, /size small at port-1 with me/);
  assert.ok((await readdir(root)).includes('stopped'));
});

test('without --small the suites run in full, and unit tests start no cluster', async (t) => {
  const { code, output, root } = await runTests(t, { 'src/a.test.ts': speaking, 'test/kit/cluster.ts': KIT }, 'unit');
  assert.equal(code, 0, output);
  assert.match(output, /size full at undefined/);
  assert.equal((await readdir(root)).includes('stopped'), false);
});

test('one file can be run alone, and a file that is not there is an error', async (t) => {
  const files = { 'src/a.test.ts': passing, 'src/b.test.ts': failing };
  assert.equal((await runTests(t, files, 'unit', '--file', 'src/a')).code, 0);
  assert.match((await runTests(t, files, 'unit', '--file', 'src/z')).output, /No test file of unit has "src\/z"/);
});

test('the conformance suite without its data fails and names the folder', async (t) => {
  const files = { 'test/conformance/a.test.ts': passing, 'test/kit/cluster.ts': KIT };
  const { code, output } = await runTests(t, files, 'conformance');
  assert.equal(code, 1);
  assert.match(output, /shared\/data, and that folder does not exist/);
});
