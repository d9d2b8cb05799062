import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isTextBody } from './text-bodies.ts';
import { parseXml } from './xml.ts';

const parse = (text: string) => parseXml(Buffer.from(text));

function faultsOf(text: string): string[] {
  const parsed = parse(text);
  if (parsed.ok) return [];
  return parsed.error.code === 'VALIDATION_ERROR'
    ? parsed.error.faults.map(({ field, rule }) => `${field} ${rule}`)
    : [parsed.error.code];
}

const escaped = (text: string): string => text.replace(/[&<>\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);

test('elements are fields by name, those with elements in them are objects, and every value is text', () => {
  const parsed = parse(
    '<?xml version="1.0" encoding="utf-8"?>\n<lead>\n <age>5</age><custom><a>b</a></custom><x/></lead>',
  );
  assert.deepEqual(parsed, { ok: true, value: { age: '5', custom: { a: 'b' }, x: '' } });
  assert.ok(parsed.ok && isTextBody(parsed.value));
});

test('any text that XML can hold is read back equal', () => {
  const name = fc.stringMatching(/^[a-z_][a-zA-Z0-9]{0,20}$/).filter((key) => key !== 'item' && key !== '__proto__');
  const text = fc
    .string({ unit: 'grapheme' })
    .filter((value) => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(value));
  fc.assert(
    fc.property(fc.dictionary(name, text, { minKeys: 1 }), (values) => {
      const elements = Object.entries(values).map(([key, value]) => `<${key}>${escaped(value)}</${key}>`);
      const parsed = parse(`<r>${elements.join('')}</r>`);
      assert.ok(parsed.ok);
      assert.deepEqual(new Map(Object.entries(parsed.value)), new Map(Object.entries(values)));
    }),
  );
});

test('whatever bytes come, the reader answers and never throws', () => {
  const piece = fc.constantFrom('<a>', '</a>', '<', '&', '&amp;', ';', 'x', '<!--', '-->', '<![CDATA[', ']]>', '<b/>');
  fc.assert(fc.property(fc.array(piece), (pieces) => typeof parse(pieces.join('')).ok === 'boolean'));
  fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof parseXml(bytes).ok === 'boolean'));
});

test('a list is an element with elements named item in it; one among other fields is a field', () => {
  assert.deepEqual(parse('<r><ids><item>a</item><item>b</item></ids></r>'), { ok: true, value: { ids: ['a', 'b'] } });
  assert.deepEqual(parse('<r><x>1</x><item>a</item></r>'), { ok: true, value: { x: '1', item: 'a' } });
});

test('CDATA and comments are read as XML means them', () => {
  assert.deepEqual(parse('<r><!-- no --><a><![CDATA[<&]]>b</a></r>'), { ok: true, value: { a: '<&b' } });
});

test('a document type definition is refused, so nothing can be declared, fetched or blown up', () => {
  const bomb = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r><x>&b;</x></r>';
  const file = '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><r><x>&f;</x></r>';
  for (const text of [bomb, file, '<!DOCTYPE r SYSTEM "https://example.com/r.dtd"><r><x>1</x></r>']) {
    const parsed = parse(text);
    assert.ok(!parsed.ok && parsed.error.code === 'INVALID_XML' && /document type/.test(parsed.error.message), text);
  }
  assert.deepEqual(faultsOf('<r><x>&unknown;</x></r>'), ['INVALID_XML']);
});

test('repeated elements, attributes and text beside elements are named', () => {
  assert.deepEqual(faultsOf('<r><a>1</a><a>2</a><a>3</a><b c="1">2</b><d>text<e>1</e></d></r>'), [
    'a duplicate_key',
    'b attribute',
    'd mixed_content',
  ]);
  assert.deepEqual(faultsOf('<r xmlns="urn:x" xmlns:i="urn:y"><a>1</a></r>'), []);
});

test('nesting has an end', () => {
  const nested = (levels: number) => `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`;
  assert.deepEqual(faultsOf(nested(32)), []);
  assert.match(faultsOf(nested(33))[0] ?? '', / too_deep$/);
});

test('what is no XML is refused with its place and without its content', () => {
  const parsed = parse('<r>\n<ssn>078-05-1120</r>');
  assert.ok(!parsed.ok && parsed.error.code === 'INVALID_XML');
  assert.match(parsed.error.message, /breaks at line 2, column \d+\.$/);
  for (const text of ['', 'PHIMARKER', '<r>PHIMARKER</r>', '<r><a>\0</a></r>', '<r/><r/>', '<r><a>&#xD800;</a></r>']) {
    assert.deepEqual(faultsOf(text), ['INVALID_XML'], text);
  }
  assert.deepEqual(faultsOf('<?xml version="1.0" encoding="latin1"?><r><a>1</a></r>'), ['INVALID_XML']);
  assert.deepEqual(parseXml(Buffer.from('<r><a>\xff</a></r>', 'latin1')).ok, false);
});

test('__proto__ is a name like any other', () => {
  const parsed = parse('<r><__proto__>x</__proto__></r>');
  assert.ok(parsed.ok && Object.hasOwn(parsed.value, '__proto__'));
});
