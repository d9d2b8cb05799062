import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { plantTree } from './planted-tree.fixture.ts';
import { conformanceData, requireSystemPackages, suiteFiles } from './test-suites.ts';

test('each suite finds its own files, in the order the suites are named', async (t) => {
  const files = [
    'src/kernel/a.test.ts',
    'tools/b.test.ts',
    'test/integration/c.test.ts',
    'test/invariants/d.test.ts',
    'test/chaos/e.test.ts',
    'test/conformance/f.test.ts',
    'test/conformance/client/h.test.ts',
    'test/system/deep/g.test.ts',
  ];
  const others = ['src/kernel/a.ts', 'test/kit/app.ts', 'test/integration/c.fixture.ts'];
  const root = await plantTree(t, Object.fromEntries([...files, ...others].map((file) => [file, ''])));
  const names = ['unit', 'integration', 'invariants', 'chaos', 'conformance', 'client', 'system'];
  assert.deepEqual(
    suiteFiles(root, names).map((file) => relative(root, file)),
    files,
  );
  assert.deepEqual(suiteFiles(root, ['chaos', 'invariants', 'chaos']), [
    join(root, files[4] ?? ''),
    join(root, files[3] ?? ''),
  ]);
});

test('no suite, an unknown suite and a suite without files are refused by name', async (t) => {
  const root = await plantTree(t, { 'src/a.test.ts': '' });
  assert.throws(() => suiteFiles(root, []), /Name at least one suite: unit, sim, integration/);
  assert.throws(() => suiteFiles(root, ['unit', 'intergration']), /no suite "intergration"/);
  assert.throws(() => suiteFiles(root, ['unit', 'chaos']), /suite "chaos" has no test file under test\/chaos/);
});

test('conformance data are the setting or shared/data beside the checkout; missing ones are refused', async (t) => {
  const root = await plantTree(t, { 'checkout/package.json': '{}', 'shared/data/a': '', 'elsewhere/b': '' });
  const checkout = join(root, 'checkout');
  assert.equal(conformanceData(checkout, undefined), join(root, 'shared/data'));
  assert.equal(conformanceData(checkout, '../elsewhere'), join(root, 'elsewhere'));
  assert.throws(() => conformanceData(checkout, '../gone'), /gone.* does not exist[\s\S]*CAREROUTE_CONFORMANCE_DATA/);
});

test('the system suite names every missing Debian package', async (t) => {
  const paths = [
    'usr/bin/softhsm2-util',
    'usr/sbin/pgbouncer',
    'usr/lib/postgresql/15/bin/postgres',
    'usr/lib/postgresql/15/bin/pgbench',
    'usr/bin/testssl',
  ];
  const whole = await plantTree(t, Object.fromEntries(paths.map((path) => [path, ''])));
  requireSystemPackages(whole);
  const part = await plantTree(t, { 'usr/bin/softhsm2-util': '', 'usr/lib/postgresql/15/bin/postgres': '' });
  assert.throws(() => {
    requireSystemPackages(part);
  }, /missing here: pgbouncer, postgresql-contrib, testssl\.sh\./);
});
