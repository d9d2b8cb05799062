import assert from 'node:assert/strict';
import { test } from 'node:test';
import { once } from './once.ts';

test('it is made at the first call, and never again, whatever it is', () => {
  for (const value of [{}, undefined]) {
    let calls = 0;
    const give = once(() => {
      calls += 1;
      return value;
    });
    assert.equal(calls, 0);
    assert.equal(give(), value);
    assert.equal(give(), value);
    assert.equal(calls, 1);
  }
});

test('what failed is tried again', () => {
  let calls = 0;
  const give = once(() => {
    calls += 1;
    if (calls === 1) throw new Error('not yet');
    return calls;
  });
  assert.throws(give, /not yet/);
  assert.equal(give(), 2);
});
