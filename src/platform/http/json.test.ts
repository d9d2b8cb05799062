import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJson } from './json.ts';
import { MAX_DEPTH, scanJson } from './json-scan.ts';

const parse = (text: string) => parseJson(Buffer.from(text));

function faultsOf(text: string): string[] {
  const parsed = parse(text);
  if (parsed.ok) return [];
  const faults = parsed.error.code === 'VALIDATION_ERROR' ? parsed.error.faults : [];
  return faults.map((fault) => `${fault.field} ${fault.rule}`);
}

function syntaxOf(bytes: string | Buffer): { message: string; position: number | undefined } {
  const parsed = parseJson(Buffer.from(bytes));
  assert.ok(!parsed.ok && parsed.error.code === 'INVALID_JSON');
  return parsed.error;
}

test('whatever JSON.stringify writes is read back equal', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8, stringUnit: 'binary' }), (value) => {
      const text = JSON.stringify(value);
      const parsed = parse(text);
      if (parsed.ok) assert.deepEqual(parsed.value, JSON.parse(text));
      else assert.match(JSON.stringify(parsed.error), /"(nul|lone_surrogate|number_out_of_range)"/);
    }),
  );
});

test('a text is called broken exactly when the parser of the runtime calls it broken', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '"a"',
    '"b":',
    '1',
    '-',
    '0',
    '.5',
    'e9',
    'true',
    'nul',
    'null',
    ' ',
    '\n',
    '\\u00',
    '\\',
    '\u0000',
    '"\\n"',
    '[]',
    '{}',
    '"\\ud83d\\ude00"',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      (text) => {
        const scanned = scanJson(text);
        const broken = !scanned.ok && scanned.error.kind === 'syntax';
        assert.equal(broken, !isJson(text), text);
      },
    ),
    { numRuns: 5_000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    assert.ok(error instanceof SyntaxError);
    return false;
  }
}

test('repeated keys are refused by their dotted path, all of them at once', () => {
  assert.deepEqual(faultsOf('{"a":1,"custom":{"age":1,"age":2},"list":[{"x":1},{"x":1,"x":2}],"a":2}'), [
    'custom.age duplicate_key',
    'list.1.x duplicate_key',
    'a duplicate_key',
  ]);
  assert.deepEqual(faultsOf('{"a":{"a":{"a":1}}}'), []);
});

test('a key written with escapes is the same key', () => {
  assert.deepEqual(faultsOf('{"age":1,"\\u0061ge":2}'), ['age duplicate_key']);
});

test('NUL and lone surrogates are refused in values and keys, whole pairs are not', () => {
  assert.deepEqual(faultsOf('{"name":"a\\u0000b"}'), ['name nul']);
  assert.deepEqual(faultsOf('{"a\\u0000b":1}'), ['a\\u0000b nul']);
  assert.deepEqual(faultsOf('{"name":"\\ud83d","other":"\\ude00","third":"\\ud83d\\ud83d"}'), [
    'name lone_surrogate',
    'other lone_surrogate',
    'third lone_surrogate',
  ]);
  assert.deepEqual(faultsOf('{"k\\udc00":1}'), ['k\\udc00 lone_surrogate']);
  assert.deepEqual(faultsOf('{"name":"\\ud83d\\ude00 😀"}'), []);
  assert.deepEqual(faultsOf('["\\ud83d😀"]'), ['0 lone_surrogate']);
});

test('32 levels are read and 33 are refused', () => {
  assert.ok(parse('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH)).ok);
  assert.match(faultsOf('['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1)).join(), /too_deep$/);
  assert.match(faultsOf('{"a":'.repeat(1_000_000)).join(), /too_deep$/);
});

test('a number that would change is refused rather than rounded', () => {
  assert.deepEqual(faultsOf('{"big":12345678901234567890,"inf":1e999,"neg":-1E400}'), [
    'big number_out_of_range',
    'inf number_out_of_range',
    'neg number_out_of_range',
  ]);
  assert.deepEqual(faultsOf('[9007199254740991,-9007199254740991,0.1000000000000000055511151231257827,1e-400]'), []);
});

test('a broken text is refused with its place and without its content', () => {
  assert.equal(syntaxOf('{"name":"Margaret",}').position, 19);
  const { message } = syntaxOf('{\n  "ssn": 123-45-6789\n}');
  assert.match(message, /line 2, column 13/);
  assert.doesNotMatch(message, /ssn|123|6789/);
  assert.match(syntaxOf('{"a":1').message, /ends too early/);
  assert.match(syntaxOf('').message, /ends too early/);
});

test('bytes that are not UTF-8 are refused, and the next body is read as ever', () => {
  assert.match(syntaxOf(Buffer.from([0x22, 0xff, 0x22])).message, /not valid UTF-8/);
  assert.match(syntaxOf(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])).message, /not valid UTF-8/);
  assert.deepEqual(parse('"ü"'), { ok: true, value: 'ü' });
});

test('a byte order mark at the start is tolerated, elsewhere it is not', () => {
  assert.deepEqual(parse('\ufeff{"a":1}'), { ok: true, value: { a: 1 } });
  assert.equal(syntaxOf('{\ufeff"a":1}').position, 1);
});

test('__proto__ and constructor become plain own properties and pollute nothing', () => {
  const parsed = parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}');
  assert.ok(parsed.ok);
  const value = parsed.value as object;
  assert.deepEqual(Object.keys(value), ['__proto__', 'constructor']);
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
  assert.ok(!('admin' in {}));
});

test('a path shows keys without control characters and no longer than needed', () => {
  assert.deepEqual(faultsOf(`{"${'k'.repeat(500)}\\u0007":{"x":1,"x":1}}`), [`${'k'.repeat(64)}….x duplicate_key`]);
  assert.deepEqual(faultsOf('{"a\\r\\nb":{"x":1,"x":1}}'), ['a\\u000d\\u000ab.x duplicate_key']);
});
