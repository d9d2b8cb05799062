import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, cp } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { HOUSE, plantTree, type Outcome } from './planted-tree.fixture.ts';

/** Stands in for npm: does what the file named like its arguments says, and succeeds where there is none. */
const NPM = '#!/bin/sh\nif [ -f "fake/$*" ]; then . "fake/$*"; fi\n';
const result = (passed: number, failed: number): string =>
  `echo '{"passed":${passed},"failed":${failed}}' > "$CAREROUTE_RESULTS_DIR/$$.json"\nexit ${failed > 0 ? 1 : 0}\n`;

/** Runs a copy of .ci/run as an ordinary user would, so that it installs no package. */
async function runCi(
  t: TestContext,
  fakes: Record<string, string>,
  beside: Record<string, string> = {},
): Promise<Outcome> {
  const files = Object.entries(fakes).map(([command, text]): [string, string] => [`checkout/fake/${command}`, text]);
  const root = await plantTree(t, {
    'bin/npm': NPM,
    'bin/id': '#!/bin/sh\necho 1000\n',
    'checkout/package.json': '{}',
    ...Object.fromEntries(files),
    ...beside,
  });
  for (const name of ['npm', 'id']) await chmod(join(root, 'bin', name), 0o755);
  await cp(join(HOUSE, '.ci/run'), join(root, 'checkout/.ci/run'));
  const path = `${join(root, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  return new Promise((resolve) => {
    const child = execFile(
      'bash',
      [join(root, 'checkout/.ci/run')],
      { env: { ...process.env, PATH: path } },
      (_, out, err) => {
        resolve({ code: child.exitCode ?? 1, output: `${out}${err}` });
      },
    );
  });
}

const last = (output: string): string => output.trimEnd().split('\n').at(-1) ?? '';

test('the last line sums the tests of all suites, and every command is printed', async (t) => {
  const fakes = {
    test: result(10, 0),
    'run test:browser': result(4, 0),
    'run test:system': result(3, 0),
    'run test:conformance': result(20, 0),
  };
  const { code, output } = await runCi(t, fakes, { 'shared/data/a': '' });
  assert.equal(code, 0, output);
  assert.equal(last(output), '37 passed, 0 failed');
  for (const command of ['ci', 'run check', 'test', 'run test:browser', 'run test:system', 'run test:conformance']) {
    assert.ok(output.includes(`\n$ npm ${command}\n`), command);
  }
});

test('failed tests are counted, and the later commands still run', async (t) => {
  const { code, output } = await runCi(t, { test: result(10, 2), 'run test:system': result(3, 1) });
  assert.equal(code, 1);
  assert.equal(last(output), '13 passed, 3 failed');
});

test('a command that fails without a failed test counts as one', async (t) => {
  const { code, output } = await runCi(t, {
    'run check': 'exit 1\n',
    test: result(10, 0),
    'run test:system': 'exit 1\n',
  });
  assert.equal(code, 1);
  assert.equal(last(output), '10 passed, 2 failed');
  assert.match(output, /FAILED \(exit code 1\): npm run check/);
});

test('nothing runs where the installation fails, and a run without a test is not green', async (t) => {
  const broken = await runCi(t, { ci: 'exit 1\n', test: result(10, 0) });
  assert.deepEqual([broken.code, last(broken.output)], [1, '0 passed, 1 failed']);
  const empty = await runCi(t, {});
  assert.deepEqual([empty.code, last(empty.output)], [1, '0 passed, 0 failed']);
});

test('without the public vectors the run says so and goes on', async (t) => {
  const { code, output } = await runCi(t, { test: result(1, 0), 'run test:conformance': 'exit 1\n' });
  assert.equal(code, 0, output);
  assert.match(output, /There is no \.\.\/shared\/data/);
});
