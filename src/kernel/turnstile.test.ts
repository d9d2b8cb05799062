import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTurnstile } from './turnstile.ts';

const patient = new AbortController().signal;

test('as many as allowed enter at once, the rest in order of arrival', async () => {
  const turnstile = createTurnstile(2);
  assert.equal(await turnstile.enter('a', patient), true);
  assert.equal(await turnstile.enter('a', patient), true);
  const entered: number[] = [];
  const waiting = [1, 2].map((n) => turnstile.enter('a', patient).then(() => entered.push(n)));
  await new Promise(setImmediate);
  assert.deepEqual(entered, []);
  turnstile.leave('a');
  await waiting[0];
  assert.deepEqual(entered, [1]);
  turnstile.leave('a');
  await waiting[1];
  assert.deepEqual(entered, [1, 2]);
});

test('who comes first is let in before the others, who come in every fourth time', async () => {
  const turnstile = createTurnstile(1);
  await turnstile.enter('a', patient);
  let entered = '';
  const enter = async (first: boolean): Promise<void> => {
    await turnstile.enter('a', patient, first);
    entered += first ? 'F' : 'o';
    turnstile.leave('a');
  };
  const all = [...'ooFFFFFFF'].map((kind) => enter(kind === 'F'));
  await new Promise(setImmediate);
  assert.equal(entered, '');
  turnstile.leave('a');
  await Promise.all(all);
  assert.equal(entered, 'FFFoFFFoF');
});

test('one key does not hold up another', async () => {
  const turnstile = createTurnstile(1);
  assert.equal(await turnstile.enter('a', patient), true);
  assert.equal(await turnstile.enter('b', patient), true);
});

test('who gives up waiting takes no place', async () => {
  const turnstile = createTurnstile(1);
  await turnstile.enter('a', patient);
  const impatient = new AbortController();
  const gaveUp = turnstile.enter('a', impatient.signal);
  const stayed = turnstile.enter('a', patient);
  impatient.abort();
  assert.equal(await gaveUp, false);
  assert.equal(await turnstile.enter('a', impatient.signal), false);
  turnstile.leave('a');
  assert.equal(await stayed, true);
  turnstile.leave('a');
  assert.equal(await turnstile.enter('a', patient), true);
});
