import assert from 'node:assert/strict';
import { test } from 'node:test';
import { machinePaths, textFaults } from './text-bans.ts';

const machine = machinePaths('/acme/alice/careroute', '/acme/alice');
const faults = (path: string, text: string): string[] =>
  textFaults({ path, text }, machine).map((fault) => `${fault.line ?? ''} ${fault.message}`);

test('unfinished work is found in every language, and a word that contains it is not', () => {
  for (const path of ['src/a.ts', 'README.md', 'db/migrations/0001-a.sql', '.ci/run']) {
    for (const word of ['TODO', 'FIXME', 'HACK'])
      assert.deepEqual(faults(path, `a\nb ${word}: c`), ['2 unfinished work: finish it or file it.']);
  }
  assert.deepEqual(faults('src/a.ts', 'TODOS HACKATHON todo'), []);
});

test('paths of this machine and of any home are found', () => {
  for (const path of ['/acme/alice/careroute/src', '/acme/alice/x', '/home/bob/x', '/Users/Bob', 'C:\\Users\\bob']) {
    assert.equal(faults('docs/a.md', `see ${path} there`).length, 1, path);
  }
});

test('relative paths, addresses and shared folders pass', () => {
  for (const path of [
    '../shared/data',
    'src/acme/alice/x',
    'https://example.com/home/page',
    '/var/lib',
    '/root',
    '/tmp/x',
    '~/x',
  ]) {
    assert.deepEqual(faults('docs/a.md', `see ${path} there`), [], path);
  }
});

test('a checkout in a shared folder does not ban that folder', () => {
  const shared = machinePaths('/tmp/checkout', '/root');
  assert.deepEqual(textFaults({ path: 'a.md', text: '/tmp/other /root/x' }, shared), []);
  assert.equal(textFaults({ path: 'a.md', text: '/tmp/checkout/src' }, shared).length, 1);
});

test('lint is silenced only on one line and with a reason', () => {
  for (const tool of ['oxlint', 'eslint']) {
    assert.equal(faults('src/a.ts', `/* ${tool}-disable no-empty */`).length, 1);
    assert.equal(faults('src/a.ts', `// ${tool}-disable-next-line no-empty`).length, 1);
    assert.deepEqual(faults('src/a.ts', `// ${tool}-disable-next-line no-empty -- the vendor sends it empty`), []);
  }
});

test('a hidden type error is found', () => {
  assert.equal(faults('src/a.ts', '// @ts-ignore').length, 1);
  assert.equal(faults('src/a.ts', '// @ts-nocheck').length, 1);
});

test('a session setting is found in SQL and in code, but tests may attack with one', () => {
  const sql = "\nselect set_config('app.ctx', $1, false);";
  assert.deepEqual(faults('db/migrations/0001-a.sql', sql).length, 1);
  assert.match(faults('src/core/tenancy/tenancy.ts', `f(\`${sql}\`)`)[0] ?? '', /^2 a setting/);
  assert.deepEqual(faults('test/invariants/rls.test.ts', sql), []);
});
