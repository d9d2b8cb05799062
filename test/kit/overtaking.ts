import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Statement } from '../../src/platform/postgres/index.ts';
import type { TestApp } from './app.ts';

/**
 * Two calls at once, of which both wait for a row that is held until they do: the one that came first gets it first.
 * `held` names the row.
 */
export async function bothWaiting<T>(
  { owner }: Pick<TestApp, 'owner'>,
  held: Statement,
  calls: readonly [() => Promise<T>, () => Promise<T>],
): Promise<[T, T]> {
  const started = await owner.transaction('', async (session) => {
    await session.query({ ...held, text: `${held.text} FOR UPDATE` });
    const one = calls[0]();
    await waiting(1);
    const other = calls[1]();
    await waiting(2);
    return { one, other };
  });
  return Promise.all([started.one, started.other]);

  async function waiting(count: number): Promise<void> {
    const text = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    for (let round = 0; (await owner.query({ text })).length < count; round += 1) {
      assert.ok(round < 1000, `not ${count} transactions wait`);
      await sleep(10);
    }
  }
}
