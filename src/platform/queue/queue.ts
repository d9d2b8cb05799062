import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, type Runner, runMigrations } from 'graphile-worker';
import { openPool } from '../postgres/index.ts';

/** Told of what the queue does. No payload and no message of an error is passed on: they may quote data. */
export interface QueueEvents {
  readonly onFailed: (
    job: { readonly name: string; readonly attempt: number; readonly final: boolean },
    error: unknown,
  ) => void;
  readonly onProblem: (error: unknown) => void;
}

export interface QueueOptions {
  /** URL of the queue's own role, which owns the queue's tables and sees nothing else. */
  readonly url: string;
  readonly concurrency: number;
  readonly jobs: readonly { readonly name: string; run(payload: unknown): Promise<void> }[];
  readonly events: QueueEvents;
}

export interface Queue {
  /** Lets running jobs finish, then stops. */
  stop(): Promise<void>;
}

const silent = new Logger(() => () => {});
const RESTART_AFTER_MS = 1000;
/** Running jobs may take as long as the longest delivery. */
const STOP_LIMIT_MS = 30_000;
const KILL_LIMIT_MS = 2000;

/** Makes or updates the queue's tables. */
export async function installQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: silent });
}

/**
 * Starts to work on durable jobs. They are enqueued by `queue.enqueue()`, in the transaction of what they follow from.
 * The library gives up when it cannot write down that a job is done, as when the database goes away just then: it is
 * started again until `stop`.
 */
export async function startQueue(options: QueueOptions): Promise<Queue> {
  const { events } = options;
  const pool = openPool({
    url: options.url,
    maxConnections: options.concurrency + 2,
    applicationName: 'careroute-queue',
    onIdleError: events.onProblem,
  });
  const stopping = new AbortController();
  let runner = await begin(options, pool);
  const keepRunning = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await runner.promise;
      if (stopping.signal.aborted) return;
      await pause(RESTART_AFTER_MS, stopping.signal);
      try {
        runner = await begin(options, pool);
        if (stopping.signal.aborted) await stopRunner(runner);
      } catch (error) {
        events.onProblem(error);
      }
    }
  };
  const running = keepRunning();
  return {
    async stop() {
      stopping.abort();
      const ended = stopRunner(runner).then(() => running);
      if (!(await within(STOP_LIMIT_MS, ended))) {
        events.onProblem(new Error('the queue did not stop in time and was left'));
        await within(KILL_LIMIT_MS, runner.kill());
      }
      await within(KILL_LIMIT_MS, pool.end());
    },
  };
}

async function begin(options: QueueOptions, pool: ReturnType<typeof openPool>): Promise<Runner> {
  const { concurrency, jobs, events } = options;
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: silent,
    parsedCronItems: [],
    // Without a delay the library does not wait for these writes, and one that fails would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => job.run(payload)])),
  });
  runner.events.on('job:error', ({ job, error }) => {
    const final = job.attempts >= job.max_attempts;
    events.onFailed({ name: job.task_identifier, attempt: job.attempts, final }, error);
  });
  runner.events.on('pool:listen:error', ({ error }) => events.onProblem(error));
  runner.events.on('pool:fatalError', ({ error }) => events.onProblem(error));
  runner.events.on('worker:fatalError', ({ error }) => events.onProblem(error));
  return runner;
}

/** A runner that has stopped by itself already says so by an error without a code. */
async function stopRunner(runner: Runner): Promise<void> {
  try {
    await runner.stop();
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'Runner is already stopped') throw error;
    await runner.promise;
  }
}

/**
 * Whether the work ended within the limit; its failure is thrown. The library can wait for ever when the database went
 * away at the wrong moment, and a stop must end: what a job left open, recovery takes up.
 */
async function within(limitMs: number, work: Promise<unknown>): Promise<boolean> {
  const limit = new AbortController();
  const late = sleep(limitMs, false, { signal: limit.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    limit.abort();
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
