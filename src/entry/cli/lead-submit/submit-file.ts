import { stat } from 'node:fs/promises';
import { AppError } from '../../../kernel/app-error.ts';
import { systemClock } from '../../../kernel/time.ts';
import { createApiClient } from '../../demo/api-client.ts';
import type { Target } from './find-target.ts';
import { HopelessError, postRow } from './post-row.ts';
import { type End, postRows } from './post-rows.ts';
import { readRows } from './read-rows.ts';
import { openReport } from './report.ts';
import { idempotencyKey, withCampaign } from './row.ts';
import { progressView, type Screen } from './show-progress.ts';
import { counted, EMPTY_TALLY, type Tally } from './tally.ts';
import { type Progress, rowLine, summary } from './words.ts';

export interface SubmitJob {
  readonly file: string;
  readonly target: Target;
  readonly concurrency: number;
  readonly reportFile: string | undefined;
  /** Lines about rows and the summary go here. */
  readonly out: Screen;
  /** Progress and what went wrong with the whole go here. */
  readonly err: Screen;
  /** Ends the run early. */
  readonly signal: AbortSignal;
}

/**
 * Posts every row of a file, and tells of each. Gives 0 if every row was taken or rejected by routing, and 1 if some
 * were refused, unreadable or not answered: those are to be mended or sent again.
 */
export async function submitFile(job: SubmitJob): Promise<number> {
  const { out, err, target } = job;
  const totalBytes = (await stat(job.file)).size;
  const report = await openReport(job.reportFile);
  const view = progressView(err);
  const startedAt = performance.now();
  let tally: Tally = EMPTY_TALLY;
  let readBytes = 0;
  const progress = (): Progress => ({
    tally,
    seconds: (performance.now() - startedAt) / 1000,
    fraction: totalBytes === 0 ? 0 : readBytes / totalBytes,
  });
  const ticking = setInterval(() => view.tick(progress()), 100);
  const api = createApiClient(target.baseUrl, target.caPem, target.postingKey);
  const sleep = sleepUnless(job.signal);
  const ended = postRows({
    rows: readRows(job.file, (bytes) => {
      readBytes += bytes;
    }),
    concurrency: job.concurrency,
    signal: job.signal,
    post(row) {
      const body = withCampaign(row.body, target.campaignId);
      const key = idempotencyKey(target.postingKey, row.number, body);
      return postRow({ api, sleep, now: () => systemClock.now() }, { body, key });
    },
    onOutcome(row, outcome) {
      tally = counted(tally, outcome);
      report.add(row, outcome);
      const line = rowLine(row, outcome);
      if (line === undefined) return;
      view.clear();
      out.write(`${line}\n`);
    },
  });
  try {
    const ends = [await troubleOf(ended), await troubleOf(report.close())];
    const troubles = ends.filter((trouble) => trouble !== undefined);
    view.clear();
    for (const trouble of troubles) err.write(`${trouble}\n`);
    out.write(summary(progress()));
    return troubles.length === 0 && tally.unanswered + tally.unreadable + tally.refused === 0 ? 0 : 1;
  } finally {
    clearInterval(ticking);
    api.close();
  }
}

const AGAIN = 'Run the same command again to go on; what was answered is not sold twice.';

/** Why the end of the file was not reached; undefined when it was. */
async function troubleOf(ended: Promise<End | void>): Promise<string | undefined> {
  try {
    const end = await ended;
    if (end === 'stopped') return `Stopped. ${AGAIN}`;
    return end === 'away' ? `The server does not answer, so the rest of the file was not sent. ${AGAIN}` : undefined;
  } catch (error) {
    if (error instanceof HopelessError) return `Nothing more was sent: ${error.message}`;
    if (error instanceof AppError) return `${error.message} Nothing more was sent. ${AGAIN}`;
    throw error;
  }
}

function sleepUnless(signal: AbortSignal): (ms: number) => Promise<void> {
  return (ms) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new Error('the run was stopped'));
      const stop = (): void => {
        clearTimeout(timer);
        reject(new Error('the run was stopped'));
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, ms);
      signal.addEventListener('abort', stop, { once: true });
    });
}
