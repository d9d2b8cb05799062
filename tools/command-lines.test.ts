import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { furnishTree, HOUSE, plantTree, runNode } from './planted-tree.fixture.ts';

const SOUND = {
  'package.json': JSON.stringify({ name: 'planted', private: true, type: 'module', bin: 'src/entry/cli/main.ts' }),
  'src/kernel/one.ts': 'export const one = 1;\n',
  'src/kernel/one.test.ts': [
    "import assert from 'node:assert/strict';",
    "import { test } from 'node:test';",
    "import { one } from './one.ts';",
    '',
    "test('one is one', () => {",
    '  assert.equal(one, 1);',
    '});',
    '',
  ].join('\n'),
  'src/entry/cli/main.ts': "import { one } from '../../kernel/one.ts';\n\nconsole.log(one);\n",
  'test/kit/plain.test.ts': "import assert from 'node:assert/strict';\n\nassert.ok(true);\n",
};
const SETTINGS = ['.dependency-cruiser.cjs', '.oxlintrc.json', 'knip.json', 'tsconfig.json'];

const tool = (name: string): string => join(HOUSE, 'node_modules', name);
const KNIP = [tool('knip/bin/knip.js'), '--no-progress', '--no-config-hints'];

/** Each check as the scripts of package.json run it, with a breach that must turn it red. */
const CHECKS: Record<string, { command: string[]; path: string; breach: string; says: RegExp }> = {
  sizes: {
    command: [join(HOUSE, 'tools/check-sizes.ts')],
    path: 'src/kernel/two.ts',
    breach: 'export {};\n'.repeat(301),
    says: /src\/kernel\/two\.ts {2}301 lines/,
  },
  furniture: {
    command: [join(HOUSE, 'tools/check-furniture.ts')],
    path: 'src/kernel/utils.ts',
    breach: 'export {};\n',
    says: /src\/kernel\/utils\.ts {2}"utils"/,
  },
  bans: {
    command: [join(HOUSE, 'tools/check-bans.ts')],
    path: 'src/kernel/two.ts',
    breach: '\nexport const two = process.env;\n',
    says: /src\/kernel\/two\.ts:2 {2}process\.env/,
  },
  rooms: {
    command: [join(HOUSE, 'tools/check-rooms.ts')],
    path: 'src/kernel/two.ts',
    breach: "import '../entry/cli/main.ts';\n",
    says: /nobody-imports-entry/,
  },
  types: {
    command: [tool('ts7/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
    path: 'src/kernel/two.ts',
    breach: "export const two: number = '2';\n",
    says: /TS2322/,
  },
  'dead code, by file': {
    command: KNIP,
    path: 'src/kernel/two.ts',
    breach: 'export const two = 2;\n',
    says: /Unused files/,
  },
  'dead code, by export': {
    command: KNIP,
    path: 'src/kernel/one.ts',
    breach: 'export const one = 1;\nexport const two = 2;\n',
    says: /Unused exports[\s\S]*two/,
  },
  'dead code, by package': {
    command: KNIP,
    path: 'package.json',
    says: /Unused dependencies[\s\S]*fastify/,
    breach: JSON.stringify({
      name: 'planted',
      private: true,
      bin: 'src/entry/cli/main.ts',
      dependencies: { fastify: '5.12.8' },
    }),
  },
  'dead product code': {
    command: [...KNIP, '--production', '--include', 'files,dependencies,unlisted,unresolved'],
    path: 'src/entry/cli/main.ts',
    breach: 'console.log(1);\n',
    says: /Unused files[\s\S]*src\/kernel\/one\.ts/,
  },
};

for (const [name, { command, path, breach, says }] of Object.entries(CHECKS)) {
  test(`the check of ${name} is green on a sound house and red on a breach`, async (t) => {
    const root = await plantTree(t, SOUND);
    await furnishTree(root, SETTINGS);
    const before = await runNode(root, command);
    assert.equal(before.code, 0, before.output);
    await writeFile(join(root, path), breach);
    const after = await runNode(root, command);
    assert.notEqual(after.code, 0);
    assert.match(after.output, says);
  });
}
