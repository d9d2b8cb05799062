import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowersRegime, REGIMES } from './regime.ts';

test('a regime is lowered by every one that stands before it, and by no other', () => {
  for (const [from, one] of REGIMES.entries()) {
    for (const [to, other] of REGIMES.entries())
      assert.equal(lowersRegime(one, other), to < from, `${one} to ${other}`);
  }
});

test('leaving HIPAA for consumer health lowers it; taking HIPAA on does not', () => {
  assert.equal(lowersRegime('hipaa', 'consumer_health'), true);
  assert.equal(lowersRegime('none', 'hipaa'), false);
});
