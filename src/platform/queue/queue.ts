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
/** How long the library may take to end once it has given up. */
const END_LIMIT_MS = 10_000;
const ALREADY_STOPPED = 'Runner is already stopped';

/** Makes or updates the queue's tables. */
export async function installQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: silent });
}

/** The library at work, over connections of its own. */
interface Working {
  readonly runner: Runner;
  readonly pool: ReturnType<typeof openPool>;
  /** Aborted when the library has given up: it should end then, and does not always. */
  readonly failed: AbortSignal;
}

/**
 * Starts to work on durable jobs. They are enqueued by `queue.enqueue()`, in the transaction of what they follow from.
 * The library gives up when it cannot write down that a job is done, as when the database goes away just then: it is
 * started anew until `stop`, also where it waits for ever instead of ending.
 */
export async function startQueue(options: QueueOptions): Promise<Queue> {
  const { onProblem } = options.events;
  const stopping = new AbortController();
  let working: Working | undefined = await begin(options);
  const keepWorking = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      if (working) await over(working, stopping.signal, onProblem);
      if (stopping.signal.aborted) return;
      if (working) await discard(working, onProblem);
      working = undefined;
      await pause(RESTART_AFTER_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        working = await begin(options);
      } catch (error) {
        onProblem(error);
      }
    }
  };
  const running = keepWorking();
  const stop = async (): Promise<void> => {
    await running;
    if (working) await stopRunner(working.runner);
  };
  return {
    async stop() {
      stopping.abort();
      if (!(await within(STOP_LIMIT_MS, stop()))) onProblem(new Error('the queue did not stop in time and was left'));
      if (working) await discard(working, onProblem);
    },
  };
}

/** Waits until the library has ended, or has given up without ending, or is to stop. */
async function over(
  { runner, failed }: Working,
  stopping: AbortSignal,
  onProblem: QueueEvents['onProblem'],
): Promise<void> {
  const ended = runner.promise.catch(onProblem);
  await Promise.race([ended, aborted(AbortSignal.any([failed, stopping]))]);
  if (!stopping.aborted) await within(END_LIMIT_MS, ended);
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Lets go of a runner that has ended, or hangs, and of its connections; what its jobs left open, recovery takes up. */
async function discard({ runner, pool }: Working, onProblem: QueueEvents['onProblem']): Promise<void> {
  try {
    await within(KILL_LIMIT_MS, runner.kill());
  } catch (error) {
    if (!(error instanceof Error) || error.message !== ALREADY_STOPPED) onProblem(error);
  }
  await within(KILL_LIMIT_MS, pool.end());
}

async function begin(options: QueueOptions): Promise<Working> {
  const { concurrency, jobs, events } = options;
  const pool = openPool({
    url: options.url,
    maxConnections: concurrency + 2,
    applicationName: 'careroute-queue',
    onIdleError: events.onProblem,
  });
  const failed = new AbortController();
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
  }).catch(async (error: unknown) => {
    await within(KILL_LIMIT_MS, pool.end());
    throw error;
  });
  const giveUp = ({ error }: { error: unknown }): void => {
    events.onProblem(error);
    failed.abort();
  };
  runner.events.on('job:error', ({ job, error }) => {
    const final = job.attempts >= job.max_attempts;
    events.onFailed({ name: job.task_identifier, attempt: job.attempts, final }, error);
  });
  runner.events.on('pool:listen:error', ({ error }) => events.onProblem(error));
  runner.events.on('pool:fatalError', giveUp);
  runner.events.on('worker:fatalError', giveUp);
  return { runner, pool, failed: failed.signal };
}

/** A runner that has stopped by itself already says so by an error without a code. */
async function stopRunner(runner: Runner): Promise<void> {
  try {
    await runner.stop();
  } catch (error) {
    if (!(error instanceof Error) || error.message !== ALREADY_STOPPED) throw error;
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
