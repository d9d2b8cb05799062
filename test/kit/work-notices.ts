import { setTimeout as sleep } from 'node:timers/promises';
import { identityJobs } from '../../src/core/identity/jobs.ts';
import { NOTICE_JOB } from '../../src/core/identity/notify.ts';
import { startQueue } from '../../src/platform/queue/index.ts';
import type { TestApp } from './app.ts';

/** Works off the mails that people must get, by the real queue, until none waits. */
export async function workNotices(app: TestApp): Promise<void> {
  const { runtime, mail, publicUrl, urls, problems } = app;
  const tell = (error: unknown): void => void problems.push(error);
  const queue = await startQueue({
    url: urls.queue,
    concurrency: 2,
    jobs: identityJobs({ ...runtime, mail, publicUrl }),
    events: { onFailed: (_job, error) => tell(error), onProblem: tell },
  });
  try {
    while (problems.length === 0 && (await waiting(app))) await sleep(20);
  } finally {
    await queue.stop();
  }
}

async function waiting({ owner }: TestApp): Promise<boolean> {
  const rows = await owner.query({
    text: 'SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = $1 LIMIT 1',
    values: [NOTICE_JOB],
  });
  return rows.length > 0;
}
