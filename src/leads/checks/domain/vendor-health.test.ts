import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { afterAsking, beginAsking, HEALTHY, MOST_FAILURES, REST_MS, type VendorHealth } from './vendor-health.ts';

/** Questions one after the other: how long after the one before, and whether it is answered. */
const questions = fc.array(fc.record({ pauseMs: fc.integer({ min: 0, max: 2 * REST_MS }), isAnswered: fc.boolean() }), {
  maxLength: 60,
});

/** Asks as often as the rule lets; gives when, and what came of it. */
function asked(wishes: readonly { readonly pauseMs: number; readonly isAnswered: boolean }[]) {
  let health: VendorHealth = HEALTHY;
  let at = 0;
  const made: { readonly at: number; readonly isAsked: boolean; readonly isAnswered: boolean }[] = [];
  for (const { pauseMs, isAnswered } of wishes) {
    at += pauseMs;
    const begun = beginAsking(health, at);
    made.push({ at, isAsked: begun !== undefined, isAnswered });
    if (begun) health = afterAsking(begun, isAnswered, at);
  }
  return made;
}

test('a vendor is left out exactly if the last questions in a row failed and the rest is not over', () => {
  fc.assert(
    fc.property(questions, (wishes) => {
      const made = asked(wishes);
      for (const [index, { at, isAsked }] of made.entries()) {
        const before = made.slice(0, index).filter((one) => one.isAsked);
        const last = before.slice(-MOST_FAILURES);
        const isDown = last.length === MOST_FAILURES && last.every(({ isAnswered }) => !isAnswered);
        const rests = isDown && at < (before.at(-1)?.at ?? 0) + REST_MS;
        assert.equal(isAsked, !rests);
      }
    }),
  );
});

test('a vendor that always answers is always asked', () => {
  fc.assert(
    fc.property(questions, (wishes) => {
      const made = asked(wishes.map((wish) => ({ ...wish, isAnswered: true })));
      assert.ok(made.every(({ isAsked }) => isAsked));
    }),
  );
});

/** A vendor that has just begun to rest. */
const resting = (at: number): VendorHealth => {
  let health: VendorHealth = HEALTHY;
  for (let count = 0; count < MOST_FAILURES; count += 1) health = afterAsking(health, false, at);
  return health;
};

test('after a rest one asks and all others wait for what comes of it, however many want to', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: REST_MS - 1 }), { maxLength: 20 }), (others) => {
      const trial = beginAsking(resting(0), REST_MS);
      assert.ok(trial);
      for (const later of others) assert.equal(beginAsking(trial, REST_MS + later), undefined);
      assert.equal(beginAsking(afterAsking(trial, false, REST_MS + 10), REST_MS + 20), undefined);
      assert.deepEqual(beginAsking(afterAsking(trial, true, REST_MS + 10), REST_MS + 20), HEALTHY);
    }),
  );
});

test('a trial of which nothing is ever heard does not end all asking', () => {
  const trial = beginAsking(resting(0), REST_MS);
  assert.ok(trial && beginAsking(trial, 2 * REST_MS));
});

test('an answer to a question from before the rest ends the rest, a failure prolongs it', () => {
  assert.deepEqual(afterAsking(resting(0), true, 5), HEALTHY);
  assert.equal(afterAsking(resting(0), false, 5).restUntil, 5 + REST_MS);
});
