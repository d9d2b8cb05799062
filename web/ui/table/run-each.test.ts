import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { runEach, type RunState } from './run-each.ts';

const usual = { atOnce: 2, signal: new AbortController().signal, endsAll: () => false, onProgress: () => undefined };

test('one that fails does not hold up the others, and stands in the report with its reason', async () => {
  const act = async (item: number): Promise<void> => {
    if (item === 2) throw new Error('in use');
  };
  const { done, failed, left } = await runEach({ ...usual, items: [1, 2, 3], act });
  assert.deepEqual([done, failed.map(({ item }) => item), left], [[1, 3], [2], []]);
  assert.match(String(failed[0]?.error), /in use/);
});

test('never more are under way than may be, and all of them are counted', async () => {
  let [now, most] = [0, 0];
  const seen: number[] = [];
  const act = async (): Promise<void> => {
    now += 1;
    most = Math.max(most, now);
    await wait(2);
    now -= 1;
  };
  const onProgress = ({ done }: RunState<number>): void => void seen.push(done.length);
  await runEach({ ...usual, items: [1, 2, 3, 4, 5], act, onProgress });
  assert.deepEqual([most, seen], [2, [1, 2, 3, 4, 5]]);
});

test('a stop brings what is under way to its end and begins nothing more', async () => {
  const stopper = new AbortController();
  const act = async (): Promise<void> => {
    stopper.abort();
    await wait(2);
  };
  const { done, left } = await runEach({ ...usual, items: [1, 2, 3, 4], act, atOnce: 1, signal: stopper.signal });
  assert.deepEqual([done, left], [[1], [2, 3, 4]]);
});

test('a failure that all would share ends the run', async () => {
  const act = () => Promise.reject(new Error('second factor'));
  const { failed, left } = await runEach({ ...usual, items: [1, 2, 3], act, atOnce: 1, endsAll: () => true });
  assert.deepEqual([failed.length, left], [1, [2, 3]]);
});
