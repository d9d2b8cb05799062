import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sessionSettings } from './session-settings.ts';

test('a setting that is not literally local to the transaction is found', () => {
  for (const text of [
    "set_config('app.ctx', $1, false)",
    "SET_CONFIG ('app.ctx', concat('a', ','), FALSE)",
    "set_config('app.ctx', $1, $2)",
    "set_config('app.ctx', 'true, true', is_local => false)",
    "set_config('app.ctx', 'x'",
    "SET app.ctx = 'x'",
    'set session app.ctx to $1',
  ])
    assert.deepEqual(sessionSettings(text), [1], text);
});

test('a setting local to the transaction passes', () => {
  for (const text of [
    "set_config('app.ctx', $1, true)",
    "set_config('app.ctx', concat('a', ', false'), TRUE)",
    "set_config('app.ctx', $1, is_local => true), f(1, false)",
    "SET LOCAL app.ctx = 'x'",
    'update app.lead set app.lead = 1',
    'reset app.ctx',
  ])
    assert.deepEqual(sessionSettings(text), [], text);
});

test('each fault has its line', () => {
  assert.deepEqual(sessionSettings("a\nset_config('a', 'b', false)\n\nset_config('a', 'b', false)"), [2, 4]);
});
