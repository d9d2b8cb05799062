import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packageFaults } from './package-bans.ts';

const faults = (content: unknown): string[] =>
  packageFaults({ path: 'package.json', text: JSON.stringify(content) }).map((fault) => fault.message);

test('exact versions pass, also of renamed packages and of pre-releases', () => {
  const dependencies = { a: '1.2.3', b: '18.4.0-beta.17', c: 'npm:typescript@7.0.2', d: 'npm:@scope/d@1.0.0' };
  assert.deepEqual(
    faults({ private: true, dependencies, devDependencies: { e: '0.0.1' }, overrides: { f: { g: '1.0.0' } } }),
    [],
  );
});

test('every kind of loose version is found, in every block', () => {
  for (const block of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides']) {
    for (const version of [
      '^1.0.0',
      '~1.0.0',
      '>=1',
      '*',
      'latest',
      '1.x',
      '1.2',
      'npm:a@^1.0.0',
      'github:a/b',
      'file:../a',
      '',
    ]) {
      assert.deepEqual(
        faults({ private: true, [block]: { a: version } }),
        ['a is not pinned to one exact version.'],
        version,
      );
    }
  }
  assert.equal(faults({ private: true, overrides: { a: { b: '^1.0.0' } } }).length, 1);
});

test('a package that could be published is found', () => {
  assert.match(faults({ private: false })[0] ?? '', /"private": true is missing/);
  assert.match(faults([])[0] ?? '', /not a JSON object/);
});
