import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TSchema, Type } from 'typebox';
import { AppError } from '../../kernel/app-error.ts';
import { parseForm } from './form.ts';
import { validatorCompiler } from './validator-compiler.ts';

const strict = { additionalProperties: false };

interface Outcome {
  value?: unknown;
  error?: unknown;
}

function check(schema: TSchema, input: unknown, httpPart = 'body'): Outcome {
  return validatorCompiler({ schema, httpPart, method: 'POST', url: '/' })(input) as Outcome;
}

function faults(schema: TSchema, input: unknown, httpPart = 'body'): string[] {
  const { error } = check(schema, input, httpPart);
  assert.ok(error instanceof AppError);
  assert.equal(error.code, 'VALIDATION_ERROR');
  return error.faults.map((fault) => `${fault.field} ${fault.rule}`);
}

test('every fault is named at once, and no value is repeated', () => {
  const schema = Type.Object(
    {
      name: Type.String({ maxLength: 5 }),
      age: Type.Integer({ minimum: 0 }),
      zip: Type.String({ pattern: '^\\d{5}$' }),
      email: Type.String({ format: 'email' }),
      list: Type.Array(Type.Number()),
      must: Type.Boolean(),
    },
    strict,
  );
  const input = { name: 'Margaret', age: -74, zip: 'SW1A1', email: 'margaret', list: [1, 'x'], ssn: '123-45-6789' };
  const { error } = check(schema, input);
  assert.ok(error instanceof AppError);
  assert.deepEqual(error.faults.map((fault) => `${fault.field} ${fault.rule}`).toSorted(), [
    'age too_small',
    'email wrong_format',
    'list.1 wrong_type',
    'must required',
    'name too_long',
    'ssn unknown_field',
    'zip wrong_format',
  ]);
  assert.doesNotMatch(JSON.stringify(error.faults) + error.message, /Margaret|74|SW1A1|6789|"x"/i);
});

test('more than eight faults are named', () => {
  const names = Array.from({ length: 30 }, (_, index) => `field${index}`);
  const schema = Type.Object(Object.fromEntries(names.map((name) => [name, Type.String()])));
  assert.equal(faults(schema, {}).length, 30);
});

test('an unknown field is refused by its path, __proto__ and names with slashes too', () => {
  const schema = Type.Object({ custom: Type.Object({}, strict) }, strict);
  const input: unknown = JSON.parse('{"custom":{"a/b~c":1},"__proto__":1,"constructor":2}');
  assert.deepEqual(faults(schema, input).toSorted(), [
    '__proto__ unknown_field',
    'constructor unknown_field',
    'custom.a/b~c unknown_field',
  ]);
});

test('a union of words lists them, a union of shapes reports the shape that was meant', () => {
  const word = Type.Object({ status: Type.Union([Type.Literal('active'), Type.Literal('paused')]) });
  const { error } = check(word, { status: 'gone' });
  assert.ok(error instanceof AppError);
  assert.match(error.message, /active, paused/);
  assert.deepEqual(
    error.faults.map((fault) => fault.rule),
    ['not_allowed'],
  );

  const geo = Type.Object({ geo: Type.Union([Type.Null(), Type.Object({ state: Type.String() }, strict)]) });
  assert.deepEqual(faults(geo, { geo: { zip: 1 } }).toSorted(), ['geo.state required', 'geo.zip unknown_field']);
  assert.deepEqual(faults(geo, { geo: 5 }), ['geo wrong_type']);
  assert.deepEqual(check(geo, { geo: null }), { value: { geo: null } });
});

test('unions inside arrays are told apart by their place', () => {
  const schema = Type.Array(Type.Union([Type.Number(), Type.Boolean()]));
  assert.deepEqual(faults(schema, [1, 'a', true, 'b']), ['1 wrong_type', '3 wrong_type']);
});

test('a body of JSON is not converted: "5" is no number there', () => {
  assert.deepEqual(faults(Type.Object({ limit: Type.Integer() }), { limit: '5' }), ['limit wrong_type']);
  assert.deepEqual(faults(Type.Object({}), undefined), ['body wrong_type']);
});

test('texts of a query or form are read exactly or refused', () => {
  const schema = Type.Object(
    {
      limit: Type.Optional(Type.Integer()),
      price: Type.Optional(Type.Number()),
      dry: Type.Optional(Type.Boolean()),
      ids: Type.Optional(Type.Array(Type.Integer())),
      name: Type.Optional(Type.String()),
      either: Type.Optional(Type.Union([Type.Null(), Type.Number()])),
      code: Type.Optional(Type.Union([Type.String(), Type.Number()])),
    },
    strict,
  );
  const query = { limit: '5', price: '12.50', dry: 'false', ids: '7', name: '9', either: '3', code: '0042' };
  const read = { limit: 5, price: 12.5, dry: false, ids: [7], name: '9', either: 3, code: '0042' };
  assert.deepEqual(check(schema, query, 'querystring'), { value: read });
  const form = parseForm(Buffer.from(new URLSearchParams(query).toString()));
  assert.ok(form.ok);
  assert.deepEqual(check(schema, form.value), { value: read });
  for (const limit of ['5.7', '', ' 5', '0x10', '1e3', 'true', '٣', '12345678901234567890', ['1', '2']]) {
    assert.deepEqual(faults(schema, { limit }, 'querystring'), ['limit wrong_type'], String(limit));
  }
  for (const dry of ['1', 'yes', 'TRUE', '']) {
    assert.deepEqual(faults(schema, { dry }, 'querystring'), ['dry wrong_type']);
  }
});
