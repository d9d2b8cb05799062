import { identityJobs } from '../core/identity/jobs.ts';
import { systemClock } from '../kernel/time.ts';
import { deliveryJobs } from '../leads/delivery/jobs.ts';
import type { Log } from '../platform/log/index.ts';
import type { Mail } from '../platform/mail/index.ts';
import { startQueue } from '../platform/queue/index.ts';
import type { Engine } from './compose/engine.ts';
import { startRecovery } from './compose/recovery.ts';
import type { Runtime } from './compose/runtime.ts';

export interface WorkerParts {
  readonly runtime: Runtime;
  readonly engine: Engine;
  readonly queueUrl: string;
  /** Jobs side by side; 0 leaves them, and recovery, to other processes. */
  readonly concurrency: number;
  readonly mail: Mail;
  readonly publicUrl: string;
  readonly log: Log;
}

/** Works off the durable jobs and looks for what crashes left. Gives the function that stops it. */
export async function startWorker(parts: WorkerParts): Promise<() => Promise<void>> {
  const { runtime, engine, log, concurrency } = parts;
  if (concurrency === 0) return async () => {};
  const queue = await startQueue({
    url: parts.queueUrl,
    concurrency,
    jobs: [
      ...deliveryJobs({ delivery: engine.delivery, clock: systemClock }),
      ...identityJobs({ ...runtime, ...parts }),
    ],
    events: {
      onFailed: ({ name, attempt, final }, error) =>
        log.error('job_failed', { job: name, attempt, error, code: final ? 'final' : 'will_retry' }),
      onProblem: (error) => log.error('queue_problem', { error }),
    },
  });
  const recovery = startRecovery(runtime, engine.delivery, (error) => log.error('recovery_failed', { error }));
  return async () => {
    await recovery.stop();
    await queue.stop();
  };
}
