import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSizes } from './check-sizes.ts';
import { plantTree } from './planted-tree.fixture.ts';

const lines = (count: number): string => 'export {};\n'.repeat(count);
const body = (count: number): string => `export function f() {\n${'  g();\n'.repeat(count - 2)}}\n`;
const small = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`src/small-${at}.ts`, lines(3)]));

const inspect = async (t: Parameters<typeof plantTree>[0], files: Record<string, string>): Promise<string[]> => {
  const { faults } = await checkSizes(await plantTree(t, { ...small, ...files }));
  return faults.map((fault) => `${fault.file}:${fault.line ?? ''} ${fault.message}`);
};

test('files, functions, parameters and lines at their limits pass', async (t) => {
  const faults = await inspect(t, {
    'src/long.ts': lines(300),
    'db/migrations/0001-long.sql': 'select 1;\n'.repeat(300),
    'src/function.ts': body(50),
    'src/parameters.ts': 'export const f = (a, b, c, d) => [a, b, c, d];\n',
    'src/wide.ts': `${'x'.repeat(119)};\n`,
  });
  assert.deepEqual(faults, []);
});

test('a file of 301 lines is too long, in TypeScript and in SQL, but not when generated', async (t) => {
  const faults = await inspect(t, {
    'src/long.ts': lines(301),
    'db/migrations/0001-long.sql': 'select 1;\n'.repeat(301),
    'db/schema.sql': 'select 1;\n'.repeat(900),
    'web/client.gen.ts': lines(900),
  });
  assert.equal(faults.length, 2);
  assert.match(faults.join('\n'), /0001-long\.sql: 301 lines[\s\S]*src\/long\.ts: 301 lines/);
});

test('a function of 51 lines is too long, as a declaration, an arrow and a method', async (t) => {
  const faults = await inspect(t, {
    'src/declared.ts': body(51),
    'src/arrow.ts': `export const f = () => {\n${'  g();\n'.repeat(49)}};\n`,
    'src/method.ts': `export class A {\n  f() {\n${'  g();\n'.repeat(49)}  }\n}\n`,
  });
  assert.deepEqual(faults.filter((fault) => fault.includes('a function of 51 lines')).length, 3);
  assert.equal(faults.length, 3);
});

test('the callback of describe may be long, the tests in it may not', async (t) => {
  const inner = `  test('b', () => {\n${'    g();\n'.repeat(49)}  });\n`;
  const faults = await inspect(t, { 'src/a.test.ts': `describe('a', () => {\n${inner}});\n` });
  assert.deepEqual(faults, ['src/a.test.ts:2 a function of 51 lines, over 50.']);
});

test('a fifth parameter is one too many; `this` does not count', async (t) => {
  const faults = await inspect(t, {
    'src/five.ts': '\nexport function f(a, b, c, d, e) {}\n',
    'src/this.ts': 'export function f(this: Date, a, b, c, d) {}\n',
  });
  assert.deepEqual(faults, ['src/five.ts:2 5 parameters, over 4: pass one ctx.']);
});

test('a line of 121 columns is too wide', async (t) => {
  assert.deepEqual(await inspect(t, { 'src/wide.ts': `\n${'x'.repeat(121)}\n` }), [
    'src/wide.ts:2 121 columns, over 120.',
  ]);
});

test('a house whose median file passes 80 lines is too long as a whole', async (t) => {
  const root = await plantTree(t, { 'src/a.ts': lines(80), 'src/b.ts': lines(80), 'src/c.ts': lines(300) });
  assert.deepEqual((await checkSizes(root)).faults, []);
  const longer = await plantTree(t, { 'src/a.ts': lines(80), 'src/b.ts': lines(81), 'src/c.ts': lines(300) });
  const { seen, faults } = await checkSizes(longer);
  assert.equal(seen, '3 files, median 81 lines');
  assert.deepEqual(
    faults.map((fault) => fault.message),
    ['the median file has 81 lines, over 80.'],
  );
});
