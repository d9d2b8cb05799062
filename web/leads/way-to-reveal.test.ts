import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayToReveal } from './way-to-reveal.ts';

const READ = ['leads:read'];

test('staff gives a reason; buyers, partners and guests read what is theirs', () => {
  assert.equal(wayToReveal({ role: 'support', piiAccess: true, permissions: [...READ, 'leads:reveal'] }), 'reason');
  for (const role of ['buyer', 'partner', 'guest'])
    assert.equal(wayToReveal({ role, piiAccess: true, permissions: READ }), 'plain');
});

test('a role of staff that was narrowed by the right to reveal is not shown values without a reason', () => {
  for (const role of ['owner', 'admin', 'support', 'compliance'])
    assert.equal(wayToReveal({ role, piiAccess: true, permissions: READ }), undefined);
});

test('without access to personal data nobody is offered any', () => {
  for (const role of ['owner', 'buyer', 'guest'])
    assert.equal(wayToReveal({ role, piiAccess: false, permissions: [...READ, 'leads:reveal'] }), undefined);
});
