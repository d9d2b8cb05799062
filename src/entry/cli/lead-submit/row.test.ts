import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { idempotencyKey, rowOfCells, withCampaign } from './row.ts';

test('a campaign is added only where the row names none, and nothing else of the text changes', () => {
  assert.equal(withCampaign('{ "a": 1.10 }', 'c-1'), '{"campaignId":"c-1", "a": 1.10 }');
  assert.equal(withCampaign('{}', 'c-1'), '{"campaignId":"c-1"}');
  assert.equal(withCampaign('{"campaignId":null}', 'c-1'), '{"campaignId":null}');
  assert.equal(withCampaign('{"a":1}', undefined), '{"a":1}');
});

test('any object with a campaign added reads as the same object with the campaign', () => {
  const objects = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(objects, fc.string(), fc.constantFrom(0, 2), (object, id, indent) => {
      fc.pre(!Object.hasOwn(object, 'campaignId'));
      const { campaignId, ...rest } = JSON.parse(
        withCampaign(JSON.stringify(object, null, indent), id),
      ) as typeof object;
      assert.equal(campaignId, id);
      assert.equal(JSON.stringify(rest), JSON.stringify({ ...(JSON.parse(JSON.stringify(object)) as typeof object) }));
    }),
  );
});

test('cells come out of the JSON of their row as they went in', () => {
  const cell = fc.string({ minLength: 1, unit: 'binary' });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
      const columns = cells.map((_cell, index) => `field${index}`);
      const row = rowOfCells(1, columns, cells);
      assert.ok(row.kind === 'lead');
      assert.deepEqual(Object.values(JSON.parse(row.body) as Record<string, string>), cells);
    }),
  );
});

test('the idempotency key follows from posting key, row and body, and shows none of them', () => {
  const body = '{"firstName":"Ada"}';
  const key = idempotencyKey('lr_live_secret', 7, body);
  assert.equal(idempotencyKey('lr_live_secret', 7, body), key);
  for (const other of [
    idempotencyKey('lr_live_other', 7, body),
    idempotencyKey('lr_live_secret', 8, body),
    idempotencyKey('lr_live_secret', 7, '{}'),
  ])
    assert.notEqual(other, key);
  assert.match(key, /^file-[\w-]{43}$/);
});
