import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { checkRooms } from './check-rooms.ts';
import { HOUSE, plantTree } from './planted-tree.fixture.ts';

const DEPENDENCIES = ['pg', 'kysely', 'temporal-polyfill', 'nodemailer'];

/** What every planted house has: settings, rules and packages that hold nothing. */
async function plantHouse(t: TestContext, files: Record<string, string>): Promise<string> {
  const pinned = Object.fromEntries(DEPENDENCIES.map((name) => [name, '1.0.0']));
  const packages: [string, string][] = [...DEPENDENCIES, 'fast-check', 'stray'].flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'module.exports = {};\n'],
  ]);
  const root = await plantTree(t, {
    'package.json': JSON.stringify({ name: 'house', dependencies: pinned, devDependencies: { 'fast-check': '1.0.0' } }),
    'tsconfig.json': '{}',
    ...Object.fromEntries(packages),
    ...files,
  });
  await cp(join(HOUSE, '.dependency-cruiser.cjs'), join(root, '.dependency-cruiser.cjs'));
  return root;
}

const imports = (...paths: string[]): string => paths.map((path) => `import { x } from '${path}';\n`).join('');
const leaf = 'export const x = 1;\n';

/** A house that uses every arrow it may use. */
const SOUND: Record<string, string> = {
  'src/kernel/ids.ts': leaf,
  'src/kernel/time.ts': imports('temporal-polyfill', './ids.ts'),
  'src/platform/postgres/pool.ts': `${imports('pg', 'node:net', '../../kernel/ids.ts')}export const y = 1;\n`,
  'src/platform/postgres/index.ts': "export { y } from './pool.ts';\n",
  'src/platform/http/server.ts': imports('node:https', '../postgres/index.ts'),
  'src/platform/http/index.ts': "export { z } from './server.ts';\n",
  'src/core/tenancy/tenancy.ts': imports('kysely', 'node:crypto', '../../platform/postgres/index.ts'),
  'src/core/tenancy/index.ts': "export { x } from './tenancy.ts';\n",
  'src/leads/routing/domain/decide.ts': imports('../../../kernel/ids.ts', './match.ts'),
  'src/leads/routing/domain/match.ts': leaf,
  'src/leads/routing/domain/decide.test.ts': imports('node:assert/strict', 'fast-check', './decide.ts'),
  'src/leads/routing/route-lead.ts': imports('./domain/decide.ts', '../../core/tenancy/index.ts', './store.ts'),
  'src/leads/routing/store.ts': imports('kysely'),
  'src/leads/routing/routes.ts': imports('./route-lead.ts', './offer-routes.ts'),
  'src/leads/routing/offer-routes.ts': imports('./store.ts'),
  'src/leads/routing/routes.test.ts': imports('./routes.ts', './index.ts', 'node:net'),
  'src/leads/routing/index.ts': "export { x } from './route-lead.ts';\n",
  'src/leads/intake/accept-lead.ts': imports('../routing/index.ts'),
  'src/entry/cli/main.ts': imports('../../leads/routing/index.ts', '../../leads/routing/routes.ts', '../api.ts'),
  'src/entry/api.ts': imports('../core/tenancy/index.ts', '../leads/intake/index.ts'),
  'src/leads/intake/index.ts': "export { x } from './accept-lead.ts';\n",
  'test/kit/app.ts': imports('../../src/entry/api.ts', 'pg', '../../src/leads/routing/store.ts'),
  'web/admin/main.ts': imports('../client.gen.ts'),
  'web/client.gen.ts': leaf,
};

/** One forbidden import each: rule, file, what it imports. */
const BREACHES: [rule: string, file: string, imported: string][] = [
  ['kernel-stands-alone', 'src/kernel/a.ts', '../platform/http/index.ts'],
  ['kernel-stands-alone', 'src/kernel/b.ts', '../../tools/a.ts'],
  ['kernel-needs-no-packages', 'src/kernel/c.ts', 'node:crypto'],
  ['kernel-needs-no-packages', 'src/kernel/d.ts', 'kysely'],
  ['temporal-only-in-kernel-time', 'src/kernel/e.ts', 'temporal-polyfill'],
  ['temporal-only-in-kernel-time', 'src/core/tenancy/a.ts', 'temporal-polyfill'],
  ['platform-knows-no-product', 'src/platform/http/a.ts', '../../core/tenancy/index.ts'],
  ['core-knows-no-product', 'src/core/tenancy/b.ts', '../../leads/routing/index.ts'],
  ['products-are-strangers', 'src/patients/roster/a.ts', '../../leads/routing/index.ts'],
  ['nobody-imports-entry', 'src/leads/routing/a.ts', '../../entry/api.ts'],
  ['knock-at-the-door', 'src/leads/intake/a.ts', '../routing/store.ts'],
  ['knock-at-the-door', 'src/leads/intake/b.ts', '../../core/tenancy/tenancy.ts'],
  ['knock-at-the-door', 'src/platform/http/b.ts', '../postgres/pool.ts'],
  ['entry-uses-doors', 'src/entry/a.ts', '../leads/routing/store.ts'],
  ['furniture-is-for-entry', 'src/leads/routing/b.ts', './routes.ts'],
  ['routes-gather-routes', 'src/leads/routing/c.ts', './offer-routes.ts'],
  ['not-through-your-own-door', 'src/leads/routing/d.ts', './index.ts'],
  ['web-talks-http', 'web/admin/a.ts', '../../src/kernel/ids.ts'],
  ['server-ignores-web', 'src/entry/b.ts', '../../web/client.gen.ts'],
  ['domain-touches-nothing', 'src/leads/routing/domain/a.ts', 'node:path'],
  ['domain-touches-nothing', 'src/leads/routing/domain/b.ts', 'kysely'],
  ['domain-knows-only-domain', 'src/leads/routing/domain/c.ts', '../store.ts'],
  ['domain-knows-only-domain', 'src/leads/routing/domain/d.ts', '../../intake/index.ts'],
  ['one-place-for-pg', 'src/core/tenancy/c.ts', 'pg'],
  ['one-way-out', 'src/leads/routing/e.ts', 'node:https'],
  ['one-way-out', 'src/core/tenancy/d.ts', 'nodemailer'],
  ['tests-stay-outside', 'src/leads/routing/f.ts', './routes.test.ts'],
  ['tests-stay-outside', 'src/core/tenancy/e.ts', '../../../test/kit/app.ts'],
  ['no-dev-packages', 'src/core/tenancy/f.ts', 'fast-check'],
  ['nothing-unknown', 'src/core/tenancy/g.ts', './gone.ts'],
  ['nothing-unlisted', 'src/core/tenancy/h.ts', 'stray'],
];

for (const served of ['jobs', 'commands', 'events', 'controls', 'holdings']) {
  BREACHES.push(['furniture-is-for-entry', `src/leads/routing/use-${served}.ts`, `./${served}.ts`]);
}

test('a house that uses only its allowed arrows passes', async (t) => {
  const { seen, faults } = await checkRooms(await plantHouse(t, SOUND));
  assert.deepEqual(faults, []);
  assert.match(seen, new RegExp(`^${Object.keys(SOUND).length} files`));
});

test('each forbidden arrow is found, as an import of values and of types', async (t) => {
  const served = Object.fromEntries(
    ['jobs', 'commands', 'events', 'controls', 'holdings'].map((name) => [`src/leads/routing/${name}.ts`, leaf]),
  );
  for (const keyword of ['import', 'import type']) {
    const planted = BREACHES.map(([, file, imported]): [string, string] => [
      file,
      `${keyword} { x } from '${imported}';\n`,
    ]);
    const root = await plantHouse(t, { ...SOUND, ...served, 'tools/a.ts': leaf, ...Object.fromEntries(planted) });
    const { faults } = await checkRooms(root);
    const missed = BREACHES.filter(
      ([rule, file]) => !faults.some((fault) => fault.file === file && fault.message.endsWith(`: ${rule}.`)),
    );
    // A type of a dev package or of a package's declarations does no harm at run time.
    const harmless = keyword === 'import' ? [] : ['no-dev-packages'];
    assert.deepEqual(
      missed.map(([rule]) => rule),
      harmless,
    );
  }
});

test('circles are found, also of types and of types imported in place', async (t) => {
  const { faults } = await checkRooms(
    await plantHouse(t, {
      ...SOUND,
      'src/core/a/one.ts': "import { y } from './two.ts';\nexport const x = y;\n",
      'src/core/a/two.ts': "import { x } from './one.ts';\nexport const y = x;\n",
      'src/core/b/one.ts': "import type { Y } from './two.ts';\nexport type X = Y;\n",
      'src/core/b/two.ts': "import type { X } from './one.ts';\nexport type Y = X;\n",
      'src/core/c/one.ts': "export type X = import('./two.ts').Y;\n",
      'src/core/c/two.ts': "export type Y = import('./one.ts').X;\n",
    }),
  );
  const rooms = new Set(
    faults.filter((fault) => fault.message.endsWith('no-circles.')).map((fault) => fault.file.slice(9, 10)),
  );
  assert.deepEqual([...rooms].toSorted(), ['a', 'b', 'c']);
});

test('rules that see no module, or miss a file or an import, do not pass', async (t) => {
  const root = await plantHouse(t, SOUND);
  const config = (options: string): Record<string, string> => ({
    '.dependency-cruiser.cjs': `module.exports = { forbidden: [], options: { ${options} } };\n`,
  });
  const blind = await plantTree(t, {
    ...SOUND,
    'package.json': '{}',
    ...config('parser: "acorn", extraExtensionsToScan: []'),
  });
  const excluding = await plantTree(t, {
    ...SOUND,
    'package.json': '{}',
    ...config('parser: "swc", exclude: "routing"'),
  });
  const typeless = await plantTree(t, {
    'package.json': '{}',
    'src/a.ts': "import type { X } from './b.ts';\nexport type A = X;\n",
    'src/b.ts': 'export type X = 1;\n',
    ...config('tsPreCompilationDeps: false'),
  });
  assert.deepEqual((await checkRooms(root)).faults, []);
  assert.equal((await checkRooms(blind)).faults.length > 0, true, 'a parser that cannot read types');
  assert.match(JSON.stringify((await checkRooms(excluding)).faults), /did not see this file.*modules were cruised/);
  assert.match(JSON.stringify((await checkRooms(typeless)).faults), /did not see the import of \.\/b\.ts/);
});

test('a house without sources does not pass', async (t) => {
  const root = await plantHouse(t, { 'src/readme.md': 'nothing', 'elsewhere/a.ts': leaf });
  assert.match(JSON.stringify((await checkRooms(root)).faults), /0 modules were cruised where 0 source files stand/);
});
