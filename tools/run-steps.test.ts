import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { HOUSE, plantTree, runNode } from './planted-tree.fixture.ts';
import { runSteps, type StepResult } from './run-steps.ts';

const steps = (...scripts: string[]): { script: string; proves: string }[] =>
  scripts.map((script) => ({ script, proves: `that ${script} runs` }));

test('a step passes or fails by its exit code, its whole output is kept, and the others still run', async (t) => {
  const scripts = {
    good: 'node -e "console.log(\'fine\')"',
    bad: "node -e \"console.log('seen'); console.error('wrong'); process.exit(3)\"",
    killed: 'node -e "process.kill(process.pid, \'SIGKILL\')"',
  };
  const root = await plantTree(t, { 'package.json': JSON.stringify({ scripts }) });
  const reported: StepResult[] = [];
  const results = await runSteps(root, steps('bad', 'killed', 'good'), 1, (result) => reported.push(result));
  assert.deepEqual(
    results.map(({ step, ok }) => [step.script, ok]),
    [
      ['bad', false],
      ['killed', false],
      ['good', true],
    ],
  );
  assert.match(results[0]?.output ?? '', /seen[\s\S]*wrong/);
  assert.deepEqual(reported, results);
  assert.ok(results.every((result) => result.seconds > 0));
});

test('a script that is not there fails and is not skipped', async (t) => {
  const root = await plantTree(t, { 'package.json': '{ "scripts": {} }' });
  const [result] = await runSteps(root, steps('check:schema'), 2, () => undefined);
  assert.equal(result?.ok, false);
  assert.match(result?.output ?? '', /check:schema/);
});

test('as many steps run at once as allowed', async (t) => {
  // Each step waits until the other has left its mark: run one after the other, neither would ever end.
  const meet = (mine: string, other: string): string =>
    `node -e "const fs = require('fs'); fs.writeFileSync('${mine}', '');` +
    ` const end = Date.now() + 20000; while (!fs.existsSync('${other}')) if (Date.now() > end) process.exit(1)"`;
  const scripts = { a: meet('a', 'b'), b: meet('b', 'a') };
  const root = await plantTree(t, { 'package.json': JSON.stringify({ scripts }) });
  const results = await runSteps(root, steps('a', 'b'), 2, () => undefined);
  assert.deepEqual(
    results.map((result) => result.ok),
    [true, true],
  );
});

test('the whole check runs every lock, names the ones that failed and ends with their number', async (t) => {
  const locks = [
    'schema',
    'openapi',
    'client',
    'rooms',
    'dead-code',
    'dead-product-code',
    'sizes',
    'bans',
    'furniture',
  ];
  const names = ['lint', 'typecheck', ...locks.map((lock) => `check:${lock}`)];
  const scripts = Object.fromEntries(names.map((name) => [name, 'node -e 0']));
  const check = join(HOUSE, 'tools/check.ts');
  const green = await plantTree(t, { 'package.json': JSON.stringify({ scripts }) });
  const sound = await runNode(green, [check]);
  assert.equal(sound.code, 0, sound.output);
  assert.match(sound.output, /11 of 11 checks passed in \d+\.\d s\n$/);
  for (const name of names) {
    const broken = { ...scripts, [name]: 'node -e "console.log(\'the reason\'); process.exit(1)"' };
    const red = await plantTree(t, { 'package.json': JSON.stringify({ scripts: broken }) });
    const { code, output } = await runNode(red, [check]);
    assert.equal(code, 1, name);
    assert.match(output, new RegExp(`\\| the reason[\\s\\S]*10 of 11 checks passed[\\s\\S]*failed: ${name}\n$`));
  }
});
