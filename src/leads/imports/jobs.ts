import { defineJob, type Job } from '../../core/gate/index.ts';
import { IMPORT_JOB } from './enqueue-import.ts';
import { type ImportDeps, runImport } from './run-import.ts';

/** Jobs of this room: make leads of the rows of files. */
export const importJobs = (deps: ImportDeps): Job[] => [
  defineJob(
    {
      name: IMPORT_JOB,
      ids: ['importId'],
      audit: { action: 'lead-import.advance', entity: 'lead-import' },
      handle: ({ payload }) => runImport(deps, payload.tenantId, payload['importId'] ?? ''),
    },
    deps.clock,
  ),
];
