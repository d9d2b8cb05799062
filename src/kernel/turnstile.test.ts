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

test('who comes first waits for those inside, and for nobody else', async () => {
  const turnstile = createTurnstile(1);
  await turnstile.enter('a', patient);
  const entered: string[] = [];
  const enter = async (name: string, first: boolean): Promise<void> => {
    await turnstile.enter('a', patient, first);
    entered.push(name);
    turnstile.leave('a');
  };
  const all = [enter('other', false), enter('second other', false), enter('known', true), enter('second known', true)];
  await new Promise(setImmediate);
  assert.deepEqual(entered, []);
  turnstile.leave('a');
  await Promise.all(all);
  assert.deepEqual(entered, ['known', 'second known', 'other', 'second other']);
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
