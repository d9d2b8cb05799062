import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { MIGRATIONS } from '../../src/entry/compose/databases.ts';
import { checkRooms } from '../../tools/check-rooms.ts';
import { openApiText, readOffServer } from '../../tools/dump-openapi.ts';
import { schemaText } from '../../tools/dump-schema.ts';
import { sharedCluster } from '../kit/cluster.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const read = (name: string): Promise<string> => readFile(path.join(ROOT, name), 'utf8');

test('db/schema.sql is what all migrations add up to', async () => {
  const replayed = await schemaText(sharedCluster());
  assert.equal(replayed, await read('db/schema.sql'), 'run "npm run dump:schema" and review the difference');
  const migrations = globSync('*.sql', { cwd: MIGRATIONS });
  assert.ok(migrations.length >= 9);
  assert.ok((replayed.match(/^CREATE TABLE/gm)?.length ?? 0) >= 24);
});

interface Operation {
  readonly operationId?: string;
}
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

test('docs/openapi.json is what the routes say', async () => {
  const text = await openApiText();
  assert.equal(text, await read('docs/openapi.json'), 'run "npm run dump:openapi" and review the difference');
});

/** Every method and path that the server answers, read off its router: `GET /api/v1/leads/{leadId}`. */
function servedBy(tree: string): string[] {
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', below = '', methods = ''] = /^((?:│ {3}| {4})*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line) ?? [];
    if (below === '') return [];
    const depth = indent.length / 4;
    const whole = `${depth === 0 ? '' : (parents[depth - 1] ?? '')}${below}`;
    parents.splice(depth, parents.length, whole);
    return methods
      .split(', ')
      .filter(Boolean)
      .map((method) => `${method} ${whole.replaceAll(/:(\w+)/g, '{$1}')}`);
  });
}

test('the server answers what the document says, and beside it only figures and itself', async () => {
  const document = JSON.parse(await read('docs/openapi.json')) as Document;
  const described = Object.entries(document.paths).flatMap(([at, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${at}`),
  );
  const served = await readOffServer((app) => servedBy(app.printRoutes({ commonPrefix: false })));
  // A HEAD is a GET whose body is left out: the same handler behind the same gate.
  const others = served.filter((entry) => !entry.startsWith('HEAD ') && !described.includes(entry));
  // What browsers ask before they post from a page of somebody else.
  const asked = ['leads/submit', 'sessions', 'sessions/{sessionKey}', 'sessions/{sessionKey}/coreg'];
  const preflights = [...asked, 'sessions/{sessionKey}/submit'].map((at) => `OPTIONS /api/v1/${at}`);
  const beside = ['GET /api/openapi.json', 'GET /metrics', ...preflights];
  assert.deepEqual(others.toSorted(), beside);
  assert.deepEqual(
    described.filter((entry) => !served.includes(entry)),
    [],
  );
  assert.ok(described.length > 70, `${described.length} operations`);
  const heads = served.filter((entry) => entry.startsWith('HEAD ')).map((entry) => entry.replace('HEAD', 'GET'));
  assert.deepEqual(
    heads.filter((entry) => !served.includes(entry)),
    [],
  );
});

test('the room rules see every module and every import, and nobody breaks them', async () => {
  const { seen, faults } = await checkRooms(ROOT);
  assert.deepEqual(faults, []);
  const [, files, modules] = /^(\d+) files, (\d+) modules/.exec(seen) ?? [];
  const written = globSync(
    ['src', 'web', 'test', 'tools', 'bench'].map((folder) => `${folder}/**/*.{ts,tsx}`),
    { cwd: ROOT },
  );
  assert.equal(Number(files), written.filter((file) => !file.endsWith('.d.ts')).length);
  assert.ok(Number(modules) >= Number(files), seen);
});
