import { Logger, run, runMigrations } from 'graphile-worker';

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

/** Makes or updates the queue's tables. */
export async function installQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: silent });
}

/**
 * Starts to work on durable jobs. They are enqueued by `queue.enqueue()`, in the transaction of what they follow from.
 */
export async function startQueue(options: QueueOptions): Promise<Queue> {
  const runner = await run({
    connectionString: options.url,
    maxPoolSize: options.concurrency + 2,
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: silent,
    parsedCronItems: [],
    taskList: Object.fromEntries(options.jobs.map((job) => [job.name, (payload: unknown) => job.run(payload)])),
  });
  runner.events.on('job:error', ({ job, error }) => {
    options.events.onFailed(
      { name: job.task_identifier, attempt: job.attempts, final: job.attempts >= job.max_attempts },
      error,
    );
  });
  runner.events.on('pool:listen:error', ({ error }) => options.events.onProblem(error));
  runner.events.on('worker:fatalError', ({ error }) => options.events.onProblem(error));
  let stopping = false;
  runner.promise.catch((error: unknown) => {
    if (!stopping) options.events.onProblem(error);
  });
  return {
    async stop() {
      stopping = true;
      await runner.stop();
    },
  };
}
