import { EXPORT_JOB } from '../../src/leads/intake/enqueue-exports.ts';
import { exportJobs } from '../../src/leads/intake/jobs.ts';
import type { ExportDeps } from '../../src/leads/intake/run-export.ts';
import type { TestApp } from './app.ts';
import { workQueue } from './work-queue.ts';

/** Works off the files that are to be made, by the real queue, until none waits; gives what failed. */
export const workExports = (app: TestApp, more: Partial<ExportDeps> = {}): Promise<unknown[]> =>
  workQueue(app, EXPORT_JOB, exportJobs({ ...app.runtime, ...more }));
