import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly schema: TSchema }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: TSchema }>>;
}

const FILE = path.join(import.meta.dirname, '..', 'docs', 'openapi.json');
const { paths } = JSON.parse(readFileSync(FILE, 'utf8')) as {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
const schemasOf = ({ content = {} }: Content): TSchema[] =>
  Object.values(content).flatMap(({ schema }) => (schema ? [schema] : []));

// The server builds them when they are first needed, so a start does not find out.
test('what every route takes and answers can be checked and written by its schema', () => {
  const build = SerializerSelector()();
  const faults: string[] = [];
  let built = 0;
  const attempt = (what: string, make: () => unknown): void => {
    try {
      make();
      built += 1;
    } catch (error) {
      faults.push(`${what}: ${String(error)}`);
    }
  };
  for (const { operationId, parameters = [], requestBody = {}, responses } of operations) {
    for (const schema of [...parameters.map((one) => one.schema), ...schemasOf(requestBody)])
      attempt(`${operationId} takes`, () => Compile(schema));
    for (const [httpStatus, answer] of Object.entries(responses))
      for (const schema of schemasOf(answer))
        attempt(`${operationId} answers ${httpStatus}`, () => build({ method: '', url: '', httpStatus, schema }));
  }
  assert.deepEqual(faults, []);
  assert.ok(built > operations.length, `${built} schemas of ${operations.length} routes`);
});
