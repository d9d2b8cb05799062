import { identityJobs } from '../core/identity/jobs.ts';
import { systemClock } from '../kernel/time.ts';
import { deliveryJobs } from '../leads/delivery/jobs.ts';
import { importJobs } from '../leads/imports/jobs.ts';
import { exportJobs } from '../leads/intake/jobs.ts';
import type { Log } from '../platform/log/index.ts';
import type { Mail } from '../platform/mail/index.ts';
import { type Queue, type QueueEvents, type QueueOptions, retryFailed, startQueue } from '../platform/queue/index.ts';
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
  /** Whether there is room on disk for further leads. */
  readonly hasRoom: () => boolean;
  readonly log: Log;
}

/** Mails to people have workers of their own: a mail server that is slow, or gone, holds up no delivery. */
const MAILS_AT_ONCE = 2;
/** Files of leads take minutes, and wait for each other. */
const EXPORTS_AT_ONCE = 1;
/** Files of leads that are brought in share the routing lock with posts, so one goes on at a time. */
const IMPORTS_AT_ONCE = 1;

/**
 * Works off the durable jobs and looks for what crashes left. Mails that failed for good are tried again: whoever
 * mended the mail server starts Careroute anew. Gives the function that stops it.
 */
export async function startWorker(parts: WorkerParts): Promise<() => Promise<void>> {
  const { runtime, engine, log, concurrency, queueUrl: url, hasRoom } = parts;
  if (concurrency === 0) return async () => {};
  const onProblem = (error: unknown): void => log.error('queue_problem', { error });
  const events: QueueEvents = {
    onFailed: ({ name, attempt, final }, error) =>
      log.error('job_failed', { job: name, attempt, error, code: final ? 'final' : 'will_retry' }),
    onProblem,
  };
  const mails = identityJobs({ ...runtime, ...parts });
  const retried = await retryFailed(
    url,
    mails.map((job) => job.name),
    onProblem,
  );
  if (retried > 0) log.info('mails_retried', { count: retried });
  const deliveries = deliveryJobs({ delivery: engine.delivery, clock: systemClock });
  let stopping = false;
  const { submitRows, snapshots } = engine;
  const imports = importJobs({ ...runtime, submitRows, snapshots, hasRoom, isStopping: () => stopping });
  const queues = await startAll([
    { url, concurrency, jobs: deliveries, events },
    { url, concurrency: MAILS_AT_ONCE, jobs: mails, events },
    { url, concurrency: EXPORTS_AT_ONCE, jobs: exportJobs(runtime), events },
    { url, concurrency: IMPORTS_AT_ONCE, jobs: imports, events },
  ]);
  const recovery = startRecovery(runtime, engine.delivery, (error) => log.error('recovery_failed', { error }));
  return async () => {
    stopping = true;
    await recovery.stop();
    await stopAll(queues);
  };
}

/** One after the other, as each looks first whether its tables are up to date. */
async function startAll(wishes: readonly QueueOptions[]): Promise<Queue[]> {
  const queues: Queue[] = [];
  try {
    for (const wish of wishes) queues.push(await startQueue(wish));
    return queues;
  } catch (error) {
    await stopAll(queues);
    throw error;
  }
}

const stopAll = async (queues: readonly Queue[]): Promise<void> =>
  void (await Promise.all(queues.map((queue) => queue.stop())));
