import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksPersonal, personalPaths } from './personal-text.ts';

test('addresses and numbers of people are known in their usual spellings', () => {
  for (const text of [
    'kim@example.com',
    'from kim.lee+x@mail.example.org please',
    '2125550142',
    '(212) 555-0142',
    '212.555.0142',
    '+44 20 7946 0958',
    '+12125550',
    '555-0142',
    '123-45-6789',
    'to 2026-01-31 call 212 555 0142',
  ])
    assert.ok(looksPersonal(text), text);
});

test('ids, days, amounts and counts are nobody’s', () => {
  for (const text of [
    '0199a1b2-1234-7123-8123-123456789012',
    '2026-01-31',
    '2026-01-31T12:30:45.123Z',
    'L-1000012',
    '1000000.00',
    '19.99',
    '10001',
    'sold,unsold',
    '@home',
    'createdAt:desc',
    '',
  ])
    assert.ok(!looksPersonal(text), text);
});

test('each place in a value is named by its path, and a name that is personal by what it stands in', () => {
  const value = {
    search: 'kim@example.com',
    ids: ['a', '212 555 0142'],
    deep: { 'kim@example.com': 1 },
    phone: 2125550142,
  };
  assert.deepEqual(personalPaths(value, 'query'), ['query.search', 'query.ids.1', 'query.deep', 'query.phone']);
  assert.deepEqual(personalPaths({ status: 'sold', limit: 50, isTest: false, none: null }, 'query'), []);
});

test('a long text costs no more than its length', () => {
  const startedAt = performance.now();
  for (const part of ['a', 'a@', '1 ', '+1 ', '1-', '@.', '2026-01-31T'])
    for (const end of ['', '@', '.'])
      personalPaths({ search: `${part.repeat(Math.floor(200_000 / part.length))}${end}` }, 'query');
  assert.ok(performance.now() - startedAt < 2000, 'it took over two seconds');
});
