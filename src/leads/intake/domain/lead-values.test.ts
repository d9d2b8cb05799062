import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, canonicalPayload } from './canonical-payload.ts';
import { clearColumns } from './clear-columns.ts';
import { dedupValues, matchingForm } from './dedup-values.ts';
import { defineField } from './fields.ts';
import { GLOBAL_FIELDS } from './global-fields.ts';
import { splitByClass } from './split-by-class.ts';

const USUAL = ['email', 'phone'];

test('fields are grouped by class; extensions go with their phone, and the undefined counts as health data', () => {
  const definitions = [
    ...GLOBAL_FIELDS,
    defineField({ name: 'workPhone', tier: 'vertical', type: 'phone', phiClass: 'contact' }),
    defineField({ name: 'condition', tier: 'vertical', type: 'text' }),
  ];
  const fields = {
    firstName: 'A',
    phone: '+1',
    phoneExtension: '4',
    workPhone: '+2',
    workPhoneExtension: '5',
    sub1: 's',
    condition: 'c',
    stray: 1,
  };
  assert.deepEqual(splitByClass<string | number>(fields, definitions), {
    identity: { firstName: 'A' },
    contact: { phone: '+1', phoneExtension: '4', workPhone: '+2', workPhoneExtension: '5' },
    other: { sub1: 's' },
    health: { condition: 'c', stray: 1 },
  });
});

test('splitting loses no value and doubles none', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('firstName', 'email', 'sub1', 'stray', '__proto__', 'constructor'), fc.integer()),
      (values) => {
        const groups = Object.values(splitByClass(values, GLOBAL_FIELDS)).flatMap((group) => Object.entries(group));
        assert.deepEqual(new Map(groups), new Map(Object.entries(values)));
        assert.equal(groups.length, Object.keys(values).length);
      },
    ),
  );
});

test('state, three digits of the ZIP code and the year of birth stand in clear, and nothing else', () => {
  const fields = {
    state: 'CA',
    zipCode: '90210',
    zipPlus4: '1234',
    dateOfBirth: '1960-05-06',
    firstName: 'Ada',
    phone: '+1',
  };
  assert.deepEqual(clearColumns(fields, '2026-03-08'), { state: 'CA', zip3: '902', birthYear: 1960 });
  assert.deepEqual(clearColumns({}, '2026-03-08'), { state: null, zip3: null, birthYear: null });
});

test('what is not a state, a ZIP code or a past date of birth never stands in clear', () => {
  const nothing = { state: null, zip3: null, birthYear: null };
  assert.deepEqual(clearColumns({ state: 'California', zipCode: '9021', dateOfBirth: 'May' }, '2026-03-08'), nothing);
  assert.deepEqual(clearColumns({ state: 5, zipCode: 90210, dateOfBirth: true }, '2026-03-08'), nothing);
  assert.deepEqual(clearColumns({ dateOfBirth: '2027-01-01' }, '2026-03-08'), nothing);
  assert.equal(clearColumns({ dateOfBirth: '2026-01-01' }, '2026-03-08').birthYear, 2026);
});

test('nobody who is or turns 90 this year has a year of birth in clear', () => {
  const birthYear = (dateOfBirth: string) => clearColumns({ dateOfBirth }, '2026-03-08').birthYear;
  assert.equal(birthYear('1937-01-01'), 1937);
  assert.equal(birthYear('1936-12-31'), null);
  assert.equal(birthYear('1901-01-01'), null);
});

test('an empty field gives no dedup value, hence never a false duplicate (bug 20)', () => {
  assert.deepEqual(dedupValues({ firstName: 'A' }, USUAL), []);
  assert.deepEqual(dedupValues({ email: '', phone: '   ' }, USUAL), []);
  assert.deepEqual(dedupValues({ email: 'Ada@Example.com', phone: '+12125550123' }, USUAL), [
    { field: 'email', value: 'ada@example.com' },
    { field: 'phone', value: '+12125550123' },
  ]);
});

test('an extension plays no part in a duplicate (bug 27)', () => {
  assert.deepEqual(
    dedupValues({ phone: '+12125550123', phoneExtension: '4' }, USUAL),
    dedupValues({ phone: '+12125550123' }, USUAL),
  );
});

test('dedup takes the listed fields only, each once, and none that every object inherits', () => {
  const fields = { email: 'a@b.co', memberId: ' AB  1 ', age: 7, smoker: true };
  assert.deepEqual(dedupValues(fields, ['memberId', 'memberId', 'age', 'smoker', 'constructor', 'toString']), [
    { field: 'memberId', value: 'ab 1' },
    { field: 'age', value: '7' },
  ]);
});

test('the matching form ignores width, composition, capitals and outer white space', () => {
  assert.equal(matchingForm(' Ａda\u00a0 Le\u0301 '), 'ada lé');
});

test('equal payloads have one text whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (body) => {
      const reversed = Object.fromEntries(Object.entries(body).toReversed());
      assert.deepEqual(canonicalPayload('c', reversed), canonicalPayload('c', body));
    }),
  );
});

test('different payloads and different campaigns have different texts', () => {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
      const [one, two] = [canonicalJson(left), canonicalJson(right)];
      let same = true;
      try {
        assert.deepEqual(plain(left), plain(right));
      } catch (error) {
        if (!(error instanceof assert.AssertionError)) throw error;
        same = false;
      }
      assert.equal(one.ok && two.ok && one.value === two.value, same && one.ok && two.ok);
    }),
  );
  assert.notDeepEqual(canonicalPayload('a', { x: 1 }), canonicalPayload('b', { x: 1 }));
  assert.notDeepEqual(canonicalJson({ a: null }), canonicalJson({ a: Number.POSITIVE_INFINITY }));
  assert.notDeepEqual(canonicalJson(['a,b']), canonicalJson(['a', 'b']));
});

test('the canonical text is JSON that means the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = canonicalJson(value);
      assert.ok(text.ok);
      assert.deepEqual(JSON.parse(text.value), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a payload nested beyond reason is refused, not recursed into', () => {
  const nested = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  assert.deepEqual(canonicalJson(JSON.parse(nested)), { ok: false, error: 'too_deep' });
  assert.deepEqual(canonicalJson(JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)), {
    ok: false,
    error: 'too_deep',
  });
});
