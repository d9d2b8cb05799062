import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { isNeutral, notYet, partlyAvailable } from './not-yet.ts';

const body = Compile(
  Type.Object(
    { name: Type.String(), ...notYet('dailyCap caps maximumPayout', { pingTimeout: [5000] }) },
    { additionalProperties: false },
  ),
);
const accepts = (more: Record<string, unknown>): boolean => body.Check({ name: 'x', ...more });

test('what asks for nothing is accepted, at any depth, and so is a default', () => {
  for (const maximumPayout of [null, false, 0, '0', '0.00', '', [], {}, { daily: null, weekly: 0, list: [] }]) {
    assert.equal(accepts({ maximumPayout }), true, JSON.stringify(maximumPayout));
  }
  assert.equal(accepts({ pingTimeout: 5000 }), true);
  assert.equal(accepts({}), true);
});

test('whatever asks for something is refused', () => {
  for (const dailyCap of [1, '1', true, 'x', [0, 1], { daily: 5 }]) {
    assert.equal(accepts({ dailyCap }), false, JSON.stringify(dailyCap));
  }
  assert.equal(accepts({ pingTimeout: 5001 }), false);
  assert.equal(accepts({ unheardOf: null }), false);
});

test('a value is neutral only if every value in it is', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (values) => {
      assert.equal(isNeutral(values), values.every(isNeutral));
    }),
  );
});

test('of a list of values those not yet available are refused, and unknown ones too', () => {
  const rule = Compile(partlyAvailable(['price', 'priority'], ['weight']));
  assert.deepEqual(
    ['price', 'priority', 'weight', 'luck', 5].map((value) => rule.Check(value)),
    [true, true, false, false, false],
  );
});

test('a cap of zero is refused rather than ignored: it would mean no lead at all', () => {
  assert.equal(accepts({ dailyCap: null, caps: { daily: null } }), true);
  for (const more of [{ dailyCap: 0 }, { dailyCap: '0' }, { caps: { daily: 0 } }]) assert.equal(accepts(more), false);
});
