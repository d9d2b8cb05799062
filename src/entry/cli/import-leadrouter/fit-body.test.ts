import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { notYet, nullable, textOf } from '../../../core/gate/index.ts';
import { fitBody } from './fit-body.ts';

const schema = Type.Object(
  {
    name: textOf(10),
    cap: Type.Optional(nullable(Type.Integer())),
    email: Type.Optional(Type.String({ format: 'email' })),
    flag: Type.Optional(Type.Boolean()),
    ...notYet('voodoo calls'),
  },
  { additionalProperties: false },
);

test('what the schema takes is taken, and what it does not is named', () => {
  const row = { id: 'x', displayId: 7, leadCount: 3, name: 'A', cap: '12', email: '', flag: true, voodoo: 'yes' };
  const { body, unfit } = fitBody(schema, { ...row, calls: false, colour: 'red', size: null, createdAt: 'then' });
  assert.deepEqual(body, { name: 'A', cap: 12, flag: true, calls: false });
  assert.deepEqual(
    unfit.map(({ field, isSetting }) => [field, isSetting]),
    [
      ['voodoo', true],
      ['colour', false],
    ],
  );
  assert.match(unfit[0]?.why ?? '', /not available in this version/);
});

test('nothing is left out without a word: only what asks for nothing', () => {
  const { body, unfit } = fitBody(schema, { name: 'much too long a name', cap: null, email: 'no address' });
  assert.deepEqual(body, { cap: null });
  assert.deepEqual(
    unfit.map(({ field }) => field),
    ['name', 'email'],
  );
});

test('an empty spelling of a setting does not undo the filled one', () => {
  const both = Type.Object({ geo: Type.Unknown(), geoFilters: Type.Unknown(), deliveryUrl: Type.Unknown() });
  const geo = { states: ['TX'] };
  assert.deepEqual(fitBody(both, { geo, geoFilters: null }).body, { geo });
  assert.deepEqual(fitBody(both, { geo: null, geoFilters: geo }).body, { geoFilters: geo });
  assert.deepEqual(fitBody(both, { geo: null, geoFilters: null, deliveryUrl: null }).body, {
    geo: null,
    geoFilters: null,
    deliveryUrl: null,
  });
});
