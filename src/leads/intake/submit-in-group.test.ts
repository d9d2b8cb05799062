import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGroupCommit } from './submit-in-group.ts';

/** A commit whose groups end when the test says so. */
function manualCommit() {
  const groups: { items: readonly number[]; end: (error?: Error) => void }[] = [];
  const commit = (items: readonly number[]): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      groups.push({ items, end: (error) => (error ? reject(error) : resolve(items.map((item) => `done ${item}`))) });
    });
  return { groups, commit };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('items that come together are committed together, each with its own outcome', async () => {
  const { groups, commit } = manualCommit();
  const group = createGroupCommit({ largest: 10, atOnce: 1, commit });
  const outcomes = Promise.all([1, 2, 3].map((item) => group.submit(item)));
  await turn();
  assert.deepEqual(
    groups.map((entry) => entry.items),
    [[1, 2, 3]],
  );
  groups[0]?.end();
  assert.deepEqual(await outcomes, ['done 1', 'done 2', 'done 3']);
});

test('no more groups than allowed are on their way, and none is larger than allowed', async () => {
  const { groups, commit } = manualCommit();
  const group = createGroupCommit({ largest: 2, atOnce: 2, commit });
  const outcomes = Promise.all([1, 2, 3].map((item) => group.submit(item)));
  await turn();
  const later = Promise.all([4, 5].map((item) => group.submit(item)));
  await turn();
  assert.deepEqual(
    groups.map((entry) => entry.items),
    [
      [1, 2],
      [3, 4],
    ],
  );
  for (let index = 0; index < 3; index += 1) {
    groups[index]?.end();
    await turn();
  }
  assert.deepEqual(
    groups.map((entry) => entry.items),
    [[1, 2], [3, 4], [5]],
  );
  assert.deepEqual(
    [...(await outcomes), ...(await later)],
    [1, 2, 3, 4, 5].map((item) => `done ${item}`),
  );
});

test('an item that poisons its group fails alone, and the others are committed', async () => {
  const commit = async (items: readonly number[]): Promise<readonly string[]> => {
    if (items.includes(2)) throw new Error('poison');
    return items.map((item) => `done ${item}`);
  };
  const group = createGroupCommit({ largest: 10, atOnce: 1, commit });
  const outcomes = await Promise.allSettled([1, 2, 3].map((item) => group.submit(item)));
  assert.deepEqual(
    outcomes.map((outcome) => outcome.status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
});
