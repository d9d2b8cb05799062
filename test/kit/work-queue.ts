import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../../src/core/gate/index.ts';
import { startQueue } from '../../src/platform/queue/index.ts';
import type { TestApp } from './app.ts';

/** Works off the jobs of one name by the real queue, until none waits; gives what failed. */
export async function workQueue(
  { urls, owner }: Pick<TestApp, 'urls' | 'owner'>,
  name: string,
  jobs: readonly Job[],
): Promise<unknown[]> {
  const failures: unknown[] = [];
  const queue = await startQueue({
    url: urls.queue,
    concurrency: 1,
    jobs,
    events: { onFailed: (_job, error) => failures.push(error), onProblem: (error) => failures.push(error) },
  });
  try {
    for (;;) {
      const waiting = await owner.query({
        text: `SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = $1 AND attempts < max_attempts
          UNION ALL SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = $1 AND locked_at IS NOT NULL`,
        values: [name],
      });
      if (waiting.length === 0) return failures;
      await sleep(20);
    }
  } finally {
    await queue.stop();
  }
}
