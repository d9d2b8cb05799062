import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opensSpec, signSpecToken } from './sign-spec-token.ts';

const pepper = Buffer.alloc(32, 1);
const link = { tenantId: 't', campaignId: 'c', specNumber: 1 };

test('a token is a UUID, the same each time, and opens its own link alone', () => {
  const token = signSpecToken(pepper, link);
  assert.match(token, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(signSpecToken(pepper, link), token);
  assert.ok(opensSpec(pepper, link, token));
  const others = [
    { ...link, tenantId: 'u' },
    { ...link, campaignId: 'd' },
    { ...link, specNumber: 2 },
  ];
  for (const other of others) assert.ok(!opensSpec(pepper, other, token));
  assert.ok(!opensSpec(Buffer.alloc(32, 2), link, token));
  for (const wrong of ['', `${token}0`, token.slice(1), token.toUpperCase()])
    assert.ok(!opensSpec(pepper, link, wrong));
});
