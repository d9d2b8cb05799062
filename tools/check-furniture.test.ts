import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { checkFurniture } from './check-furniture.ts';
import { plantTree } from './planted-tree.fixture.ts';

async function faultsOf(t: TestContext, files: Record<string, string>): Promise<string[]> {
  const { faults } = await checkFurniture(await plantTree(t, files));
  return faults.map((fault) => `${fault.file}:${fault.line ?? ''} ${fault.message}`);
}

const named = (...paths: string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, 'export {};\n']));

test('a furnished house has no faults', async (t) => {
  const files = named(
    'src/kernel/money.ts',
    'src/entry/cli/main.ts',
    'src/platform/postgres/embedded-cluster.ts',
    'src/core/vault/keyfile-provider.ts',
    'src/leads/routing/store.ts',
    'src/leads/routing/claim-store.ts',
    'src/leads/routing/offer-wire.ts',
    'src/leads/routing/routes.ts',
    'src/leads/routing/offer-routes.ts',
    'src/leads/routing/route-lead.ts',
    'src/leads/routing/route-lead.test.ts',
    'src/leads/routing/domain/decide.ts',
    'src/leads/routing/buyer.fixture.ts',
    'web/client.gen.ts',
    'web/vite.config.ts',
    'db/migrations/0001-tenancy.sql',
  );
  const door = 'export { decide } from "./domain/decide.ts";\nexport type { Offer } from "./store.ts";\n';
  assert.deepEqual(await faultsOf(t, { ...files, 'src/leads/routing/index.ts': door }), []);
});

test('a door exports names from files and nothing else', async (t) => {
  const faults = await faultsOf(t, {
    'src/core/a/index.ts': 'export * from "./x.ts";\n',
    'src/core/b/index.ts': 'export * as x from "./x.ts";\n',
    'src/core/c/index.ts': 'export const x = 1;\n',
    'src/core/d/index.ts': 'import { x } from "./x.ts";\nexport { x };\n',
    'src/core/e/index.ts': 'export { x } from "./x.ts";\n'.repeat(20),
    'src/core/f/index.ts': 'export { x } from "./x.ts";\n'.repeat(21),
  });
  assert.deepEqual(
    faults.map((fault) => fault.slice(0, 32)),
    [
      'src/core/a/index.ts:1 a door hol',
      'src/core/b/index.ts:1 a door hol',
      'src/core/c/index.ts:1 a door hol',
      'src/core/d/index.ts:1 a door hol',
      'src/core/d/index.ts:2 a door hol',
      'src/core/f/index.ts: a door of 2',
    ],
  );
});

for (const word of ['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'service', 'services']) {
  test(`a file or folder called "${word}" is refused`, async (t) => {
    const faults = await faultsOf(
      t,
      named(`src/kernel/${word}.ts`, `src/entry/${word}/x.ts`, `test/kit/lead-${word}.ts`),
    );
    assert.equal(faults.length, 3);
    assert.ok(faults.every((fault) => fault.includes(`"${word}" names nothing`)));
  });
}

test('a word that only contains a vague one is fine', async (t) => {
  assert.deepEqual(await faultsOf(t, named('src/kernel/utilisation.ts', 'src/kernel/commons-licence.ts')), []);
});

test('file names are kebab-case', async (t) => {
  const faults = await faultsOf(t, named('src/kernel/appError.ts', 'web/Page.tsx', 'test/kit/start_app.ts'));
  assert.equal(faults.filter((fault) => fault.includes('kebab-case')).length, 3);
});

test('a product room holds furniture and use cases named by a verb and a noun', async (t) => {
  const faults = await faultsOf(
    t,
    named(
      'src/leads/routing/lead-router.ts',
      'src/leads/routing/deliver.ts',
      'src/patients/roster/things.ts',
      'src/leads/routing/accept-lead.ts',
    ),
  );
  assert.deepEqual(
    faults.map((fault) => fault.split(':')[0]),
    ['src/leads/routing/deliver.ts', 'src/leads/routing/lead-router.ts', 'src/patients/roster/things.ts'],
  );
});

test('a room has no folder but domain/, which is flat, and src/ no layer but the known ones', async (t) => {
  const faults = await faultsOf(
    t,
    named(
      'src/core/vault/providers/keyfile.ts',
      'src/leads/routing/domain/deep/x.ts',
      'src/shared/money.ts',
      'src/core/loose.ts',
    ),
  );
  assert.deepEqual(
    faults.map((fault) => fault.split(':')[0]),
    [
      'src/core/loose.ts',
      'src/core/vault/providers/keyfile.ts',
      'src/leads/routing/domain/deep/x.ts',
      'src/shared/money.ts',
    ],
  );
});
