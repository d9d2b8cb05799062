import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKeptAnswers, keepSeconds } from './keep-answers.ts';

/** Kept answers under a clock of the test, each of which says how many were made. */
function scene() {
  let ms = 0;
  let made = 0;
  const kept = createKeptAnswers<string>(() => ms);
  return {
    pass: (seconds: number) => void (ms += seconds * 1000),
    ask: (scope: string[], rows: number) =>
      kept.of(scope, async () => {
        made += 1;
        return { answer: `${scope.join('/')} ${made}`, rows };
      }),
  };
}

test('the more rows an answer took, the longer it is kept, and half a minute at most', () => {
  assert.deepEqual([0, 9_999, 10_000, 55_000, 300_000, 9_000_000].map(keepSeconds), [0, 0, 1, 5, 30, 30]);
});

test('a dear answer is given to all of its scope until its time is up', async () => {
  const { ask, pass } = scene();
  assert.equal(await ask(['a', 'monday'], 100_000), 'a/monday 1');
  pass(9.9);
  assert.equal(await ask(['a', 'monday'], 100_000), 'a/monday 1');
  pass(0.1);
  assert.equal(await ask(['a', 'monday'], 100_000), 'a/monday 2');
});

test('scopes are never mixed, not even such as read alike', async () => {
  const { ask } = scene();
  const scopes = [['a', 'b'], ['b', 'a'], ['a b'], ['a', 'b', ''], ['["a","b"]']];
  const answers: string[] = [];
  for (const scope of scopes) answers.push(await ask(scope, 100_000));
  assert.equal(new Set(answers).size, scopes.length);
});

test('a cheap answer is made anew each time', async () => {
  const { ask } = scene();
  assert.equal(await ask(['a'], 9_999), 'a 1');
  assert.equal(await ask(['a'], 9_999), 'a 2');
});

test('what could not be made is not kept, and fails nobody else', async () => {
  const kept = createKeptAnswers<string>(() => 0);
  const failing = kept.of(['a'], () => Promise.reject(new Error('gone')));
  const other = kept.of(['a'], () => Promise.resolve({ answer: 'made', rows: 100_000 }));
  await assert.rejects(failing, /gone/);
  assert.equal(await other, 'made');
});
