import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defineField, type FieldDefinition, type FieldType, type FieldValue } from './fields.ts';
import { GLOBAL_FIELDS } from './global-fields.ts';
import { readField } from './read-field.ts';

const PORTS = { readPhone: (text: string) => ({ e164: text === 'empty' ? '' : text }), today: '2026-03-08' };

/** The value that was read, `null` when absent, or `!rule` when refused. */
function outcome(definition: FieldDefinition, raw: unknown): FieldValue | null {
  const reading = readField(definition, raw, PORTS);
  if (reading.kind === 'absent') return null;
  return reading.kind === 'fault' ? `!${reading.rule}` : reading.value;
}
const ofType =
  (type: FieldType, more: Partial<FieldDefinition> = {}) =>
  (raw: unknown) =>
    outcome(defineField({ name: 'it', tier: 'vertical', type, ...more }), raw);
const globalField = (name: string) => (raw: unknown) => {
  const definition = GLOBAL_FIELDS.find((one) => one.name === name);
  assert.ok(definition);
  return outcome(definition, raw);
};
const check = (
  reader: (raw: unknown) => unknown,
  cases: readonly (readonly [raw: unknown, expected: unknown])[],
): void => {
  for (const [raw, expected] of cases) assert.deepEqual(reader(raw), expected, `reading ${JSON.stringify(raw)}`);
};

test('empty text, null and nothing count as not given for every type', () => {
  for (const type of ['text', 'number', 'boolean', 'date', 'select', 'email', 'phone', 'url'] as const) {
    check(ofType(type), [
      ['', null],
      [null, null],
      [undefined, null],
      ['  ', null],
    ]);
  }
  for (const name of ['zipCode', 'zipPlus4', 'state', 'dateOfBirth', 'consentTimestamp', 'ipAddress'])
    check(globalField(name), [[' ', null]]);
});

test('an object or a list is refused as any scalar', () => {
  for (const type of ['text', 'number', 'boolean', 'date', 'select', 'email', 'phone', 'url'] as const) {
    for (const raw of [{}, [], ['a'], { a: 1 }]) assert.match(String(ofType(type)(raw)), /^!/, type);
  }
});

test('a ZIP code keeps its leading zeros and wrong ones are not padded (bug 26)', () => {
  check(globalField('zipCode'), [
    ['01730', '01730'],
    ['10001-1234', '10001'],
    ['10001 1234', '10001'],
    ['100011234', '10001'],
    [' 90210 ', '90210'],
    [1730, '01730'],
    [501, '00501'],
    [100, '00100'],
    [99_999, '99999'],
    [99, '!not_a_zip'],
    [90210, '90210'],
    ['1730', '!not_a_zip'],
    ['501', '!not_a_zip'],
    ['123456', '!not_a_zip'],
    ['9021O', '!not_a_zip'],
    ['K1A 0B1', '!not_a_zip'],
    [17, '!not_a_zip'],
    [100_000, '!not_a_zip'],
    [1730.5, '!not_a_zip'],
    [-1730, '!not_a_zip'],
    ['１０００１', '!not_a_zip'],
  ]);
});

test('a ZIP code that came as a number carries a warning', () => {
  const definition = GLOBAL_FIELDS.find((one) => one.name === 'zipCode');
  assert.ok(definition);
  const reading = readField(definition, 1730, PORTS);
  assert.equal(reading.kind === 'value' && reading.warning?.rule, 'zip_as_number');
});

test('a state is read from its code or its name, territories included', () => {
  check(globalField('state'), [
    ['ca', 'CA'],
    ['California', 'CA'],
    ['NEW YORK', 'NY'],
    [' ny ', 'NY'],
    ['district of columbia', 'DC'],
    ['Washington DC', 'DC'],
    ['Puerto Rico', 'PR'],
    ['gu', 'GU'],
    ['XX', '!not_a_state'],
    ['Ontario', '!not_a_state'],
    ['constructor', '!not_a_state'],
    [7, '!not_a_state'],
  ]);
});

test('a date must exist; the American spelling is read month first', () => {
  check(ofType('date'), [
    ['2024-02-29', '2024-02-29'],
    ['2/29/2024', '2024-02-29'],
    ['12/31/1999', '1999-12-31'],
    ['2023-02-29', '!not_a_date'],
    ['2/29/2023', '!not_a_date'],
    ['31/12/1999', '!not_a_date'],
    ['1999-1-1', '!not_a_date'],
    ['1999-12-31T00:00:00Z', '!not_a_date'],
    [19991231, '!wrong_type'],
    ['12/31/99', '!not_a_date'],
  ]);
});

test('a birth date lies between 1900 and today', () => {
  check(globalField('dateOfBirth'), [
    ['2026-03-08', '2026-03-08'],
    ['1900-01-01', '1900-01-01'],
    ['2026-03-09', '!in_future'],
    ['1899-12-31', '!too_early'],
    ['3/9/2026', '!in_future'],
  ]);
});

test('an instant needs an offset and is kept in UTC', () => {
  check(globalField('consentTimestamp'), [
    ['2026-03-08T14:30:00Z', '2026-03-08T14:30:00.000Z'],
    ['2026-03-08T14:30-05:00', '2026-03-08T19:30:00.000Z'],
    ['2026-03-08 14:30:00+0530', '2026-03-08T09:00:00.000Z'],
    ['2026-03-08T14:30:00', '!not_an_instant'],
    ['2026-02-30T14:30:00Z', '!not_an_instant'],
    ['2026-03-08', '!not_an_instant'],
    [1772980200, '!not_an_instant'],
    ['2026-03-08T24:00:00Z', '!not_an_instant'],
  ]);
});

test('a number is finite and written in plain decimals', () => {
  check(ofType('number'), [
    [42, 42],
    ['42', 42],
    ['-3.50', -3.5],
    [' 7 ', 7],
    [-0, 0],
    ['-0', 0],
    [1e3, 1000],
    ['007', 7],
    ['1e3', '!not_a_number'],
    ['NaN', '!not_a_number'],
    ['Infinity', '!not_a_number'],
    [Number.POSITIVE_INFINITY, '!not_a_number'],
    [Number.NaN, '!not_a_number'],
    ['0x10', '!not_a_number'],
    ['1,000', '!not_a_number'],
    ['1_000', '!not_a_number'],
    ['.', '!not_a_number'],
    ['٣', '!not_a_number'],
    [2 ** 53, '!not_a_number'],
    ['1234567890123456', '!not_a_number'],
    [true, '!wrong_type'],
  ]);
  check(ofType('number', { min: 1, max: 5 }), [
    [1, 1],
    [5, 5],
    [0, '!too_small'],
    [5.01, '!too_large'],
  ]);
});

test('decimal text of up to 15 digits is read as exactly that number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, part) => {
      const text = `${whole}.${String(part).padStart(2, '0')}`;
      assert.equal(ofType('number')(text), Number(text) === 0 ? 0 : Number(text));
    }),
  );
});

test('only the listed words are a boolean; "false" is false (bug 16)', () => {
  check(ofType('boolean'), [
    [true, true],
    [false, false],
    ['true', true],
    ['TRUE', true],
    ['1', true],
    ['yes', true],
    ['false', false],
    ['False', false],
    ['0', false],
    ['No', false],
    ['on', '!not_a_boolean'],
    ['y', '!not_a_boolean'],
    [1, '!not_a_boolean'],
    [0, '!not_a_boolean'],
  ]);
});

test('a select takes the exact option first, else one that differs in capitals only', () => {
  const select = ofType('select', { options: ['PPO', 'Éclair', '1'] });
  check(select, [
    ['PPO', 'PPO'],
    ['ppo', 'PPO'],
    ['E\u0301CLAIR', 'Éclair'],
    [1, '1'],
    ['PP', '!not_an_option'],
    [true, '!wrong_type'],
  ]);
});

test('an e-mail address is trimmed, put in lower case and checked conservatively', () => {
  check(ofType('email'), [
    [' Ada.Byron+x@Example.CO.uk ', 'ada.byron+x@example.co.uk'],
    ["o'brien@example.com", "o'brien@example.com"],
    ['a@xn--bcher-kva.xn--p1ai', 'a@xn--bcher-kva.xn--p1ai'],
    ['ada', '!not_an_email'],
    ['ada@localhost', '!not_an_email'],
    ['a..b@example.com', '!not_an_email'],
    ['.a@example.com', '!not_an_email'],
    ['a.@example.com', '!not_an_email'],
    ['a@b@example.com', '!not_an_email'],
    ['a b@example.com', '!not_an_email'],
    ['Ada <ada@example.com>', '!not_an_email'],
    ['a@example.com,b@example.com', '!not_an_email'],
    ['a@-example.com', '!not_an_email'],
    ['a@127.0.0.1', '!not_an_email'],
    ['ada@exam\u200bple.com', '!not_an_email'],
    [`${'a'.repeat(65)}@example.com`, '!not_an_email'],
    [`a@${'b'.repeat(60)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.com`, '!not_an_email'],
  ]);
});

test('an e-mail address made to exhaust a backtracking pattern is refused', () => {
  assert.equal(ofType('email')(`${'a.'.repeat(500_000)}@`), '!not_an_email');
  assert.equal(ofType('email')(`a@${'a-'.repeat(120)}`), '!not_an_email');
});

test('a phone number that the library cannot put in E.164 is refused, the empty one included (bug 28)', () => {
  check(ofType('phone'), [
    ['+12125550123', '+12125550123'],
    ['empty', '!not_a_phone'],
    ['2125550123', '!not_a_phone'],
    ['+1'.repeat(40), '!not_a_phone'],
  ]);
});

test('a web address is absolute, http or https, and holds no white space', () => {
  check(ofType('url'), [
    ['https://example.com/a?b=c', 'https://example.com/a?b=c'],
    ['HTTP://example.com', 'HTTP://example.com'],
    ['javascript:alert(1)', '!not_a_url'],
    ['//example.com', '!not_a_url'],
    ['example.com', '!not_a_url'],
    ['https://', '!not_a_url'],
    ['https://exa mple.com', '!not_a_url'],
    ['https://example.com/a\nb', '!not_a_url'],
    [`https://example.com/${'a'.repeat(2048)}`, '!too_long'],
  ]);
});

test('an IP address is of version 4 or 6, without port or zone', () => {
  check(globalField('ipAddress'), [
    ['203.0.113.7', '203.0.113.7'],
    ['2001:DB8::1', '2001:db8::1'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['203.0.113.256', '!not_an_ip'],
    ['203.0.113', '!not_an_ip'],
    ['203.0.113.7.', '!not_an_ip'],
    ['01.2.3.4', '!not_an_ip'],
    ['203.0.113.7:80', '!not_an_ip'],
    ['fe80::1%eth0', '!not_an_ip'],
    ['1]/x', '!not_an_ip'],
    ['localhost', '!not_an_ip'],
    [0x7f000001, '!wrong_type'],
  ]);
});

test('text longer than its limit is refused and the message names the limit', () => {
  const reading = readField(defineField({ name: 'it', tier: 'vertical', type: 'text', maxLength: 3 }), 'abcd', PORTS);
  assert.equal(reading.kind === 'fault' && reading.message, 'Send at most 3 characters.');
  check(ofType('text', { maxLength: 3 }), [
    ['e\u0301e\u0301e\u0301', 'ééé'],
    ['👾👾👾', '👾👾👾'],
    [123, '123'],
    [true, '!wrong_type'],
    [1e21, '!wrong_type'],
    [1e-7, '!wrong_type'],
  ]);
});
