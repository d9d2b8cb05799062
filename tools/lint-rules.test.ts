import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { furnishTree, HOUSE, plantTree, runNode } from './planted-tree.fixture.ts';

const OXLINT = join(HOUSE, 'node_modules/oxlint/bin/oxlint');
const promise = 'declare function later(): Promise<number>;\n';

/** What must be refused in the product, by the rule that refuses it. */
const REFUSED: Record<string, string> = {
  'no-floating-promises': `${promise}export function f(): void {\n  later();\n}\n`,
  'no-floating-promises ': `${promise}export function f(): void {\n  void later();\n}\n`,
  'no-misused-promises': `${promise}export const f = (): string => (later() ? 'a' : 'b');\n`,
  'no-explicit-any': 'export const f = (a: any): string => String(a);\n',
  'no-unsafe-return': "export const f = (): string => JSON.parse('1');\n",
  'no-unsafe-member-access': "export const f = (): unknown => JSON.parse('1').a;\n",
  'no-non-null-assertion': 'export const f = (a: string | null): string => a!;\n',
  'no-unused-vars': 'export function f(): number {\n  const a = 1;\n  return 2;\n}\n',
  eqeqeq: 'export const f = (a: number, b: number): boolean => a == b;\n',
  'no-empty': 'export function f(g: () => void): void {\n  try {\n    g();\n  } catch {}\n}\n',
  'only-throw-error': "export function f(): never {\n  throw 'a';\n}\n",
  'return-await':
    `${promise}export async function f(): Promise<number> {\n  try {\n    return later();\n` +
    '  } catch (error) {\n    throw new Error("no", { cause: error });\n  }\n}\n',
  'switch-exhaustiveness-check':
    "export function f(a: 'x' | 'y'): void {\n  switch (a) {\n    case 'x':\n      f('y');\n  }\n}\n",
  'no-console': 'export const f = (): void => console.log(1);\n',
  'prefer-node-protocol': "export { join } from 'path';\n",
  'Unused oxlint': '// oxlint-disable-next-line no-console -- there is none\nexport const f = 1;\n',
};

test('lint accepts sound code, refuses each breach and names its rule', async (t) => {
  const root = await plantTree(t, {
    'package.json': '{"type":"module"}',
    'src/core/sound.ts': 'export const a = 1;\n',
  });
  await furnishTree(root, ['.oxlintrc.json', 'tsconfig.json']);
  const sound = await runNode(root, [OXLINT]);
  assert.equal(sound.code, 0, sound.output);
  const breaches = Object.entries(REFUSED);
  for (const [at, [, text]] of breaches.entries()) await writeFile(join(root, `src/core/breach-${at}.ts`), text);
  const { code, output } = await runNode(root, [OXLINT, '--format=unix']);
  assert.equal(code, 1);
  for (const [at, [rule]] of breaches.entries()) {
    const found = output.split('\n').filter((line) => line.startsWith(`src/core/breach-${at}.ts:`));
    assert.ok(
      found.some((line) => line.includes(rule.trim())),
      `${rule}: ${found.join('; ')}`,
    );
  }
});

test('node:test calls need no await, other promises in a test do', async (t) => {
  const calls = "import { test } from 'node:test';\n\ntest('a', () => undefined);\n";
  const root = await plantTree(t, { 'package.json': '{"type":"module"}', 'test/a.test.ts': calls });
  await furnishTree(root, ['.oxlintrc.json', 'tsconfig.json']);
  const sound = await runNode(root, [OXLINT]);
  assert.equal(sound.code, 0, sound.output);
  await writeFile(join(root, 'test/a.test.ts'), `${calls}${promise}later();\n`);
  assert.match((await runNode(root, [OXLINT])).output, /no-floating-promises/);
});
