import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mismatch, reason } from './match-filters.fixture.ts';
import type { FieldValue } from './terms.ts';

type Fields = Readonly<Record<string, FieldValue>>;

test('a radius takes the ZIP codes whose middle it holds, beside those that are listed', () => {
  const geo = { radii: [{ zipCode: '90012', miles: 15 }], zips: ['94105'] };
  assert.equal(reason({ geo }, { zipCode: '90210' }), null);
  assert.equal(reason({ geo }, { zipCode: '94105' }), null, 'listed, though far away');
  const near = { radii: [{ latitude: 34.0537, longitude: -118.2428, miles: 5 }] };
  assert.equal(reason({ geo: near }, { zipCode: '90012' }), null);
  assert.deepEqual(mismatch({ geo: { radii: [{ zipCode: '90012', miles: 5 }] } }, { zipCode: '90210' }), {
    reason: 'geo_mismatch',
    detail: { filter: 'geography', field: 'zipCode', bound: 'within 5 miles of 90012' },
  });
});

test('a ZIP code of which nobody knows where it lies is neither within a radius nor outside', () => {
  for (const exclude of [false, true]) {
    const geo = { radii: [{ zipCode: '90012', miles: 15 }], exclude };
    assert.equal(reason({ geo }, { zipCode: '00000' }), 'place_unknown', `exclude ${exclude}`);
    assert.equal(reason({ geo }, {}), 'field_missing');
    assert.equal(reason({ geo }, { zipCode: '90210' }), exclude ? 'geo_mismatch' : null);
    assert.equal(reason({ geo }, { zipCode: '94105' }), exclude ? null : 'geo_mismatch');
  }
});

test('of a group of any one condition is enough, and what nobody holds is told with all that was asked', () => {
  const custom = [
    {
      any: [
        { field: 'plan', operator: 'in', value: ['PPO', 'EPO'] },
        {
          all: [
            { field: 'plan', operator: 'equals', value: 'HMO' },
            { field: 'size', operator: 'greater_than', value: 2 },
          ],
        },
      ],
    },
  ];
  assert.equal(reason({ custom }, { plan: 'ppo', size: 1 }), null);
  assert.equal(reason({ custom }, { plan: 'PPO' }), null, 'what another alternative asks may be unknown');
  assert.equal(reason({ custom }, { plan: 'HMO', size: 3 }), null);
  assert.deepEqual(mismatch({ custom }, { plan: 'HMO', size: 2 }), {
    reason: 'custom_mismatch',
    detail: {
      filter: 'custom',
      fields: ['plan', 'size'],
      bound: 'plan one of PPO, EPO, or (plan HMO, and size more than 2)',
    },
  });
  assert.deepEqual(mismatch({ custom }, { plan: 'HMO' }), {
    reason: 'field_missing',
    detail: { filter: 'custom', field: 'size' },
  });
  const one = [{ any: [{ field: 'plan', operator: 'equals', value: 'PPO' }] }];
  assert.equal(mismatch({ custom: one }, { plan: 'HMO' })?.detail.field, 'plan');
});

test('a group of all is its conditions one by one', () => {
  const all = [
    { field: 'plan', operator: 'equals', value: 'PPO' },
    { field: 'size', operator: 'between', min: 1, max: 3 },
  ];
  for (const fields of [
    {},
    { plan: 'PPO' },
    { plan: 'PPO', size: 2 },
    { plan: 'PPO', size: 9 },
    { size: 2 },
  ] as Fields[])
    assert.deepEqual(mismatch({ custom: [{ all }] }, fields), mismatch({ custom: all }, fields));
});
