import { setTimeout as sleep } from 'node:timers/promises';
import { EXPORT_JOB } from '../../src/leads/intake/enqueue-exports.ts';
import { exportJobs } from '../../src/leads/intake/jobs.ts';
import type { ExportDeps } from '../../src/leads/intake/run-export.ts';
import { startQueue } from '../../src/platform/queue/index.ts';
import type { TestApp } from './app.ts';

/** Works off the files that are to be made, by the real queue, until none waits; gives what failed. */
export async function workExports(
  { urls, runtime, owner }: TestApp,
  more: Partial<ExportDeps> = {},
): Promise<unknown[]> {
  const failures: unknown[] = [];
  const queue = await startQueue({
    url: urls.queue,
    concurrency: 1,
    jobs: exportJobs({ ...runtime, ...more }),
    events: { onFailed: (_job, error) => failures.push(error), onProblem: (error) => failures.push(error) },
  });
  try {
    for (;;) {
      const waiting = await owner.query({
        text: `SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = $1 AND attempts < max_attempts
          UNION ALL SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = $1 AND locked_at IS NOT NULL`,
        values: [EXPORT_JOB],
      });
      if (waiting.length === 0) return failures;
      await sleep(20);
    }
  } finally {
    await queue.stop();
  }
}
