import { defineJob, type Job } from '../../core/gate/index.ts';
import { EXPORT_JOB } from './enqueue-exports.ts';
import { type ExportDeps, runExport } from './run-export.ts';

export { sweepClaims } from './sweep-claims.ts';

/** Jobs of this room: make files of leads. */
export const exportJobs = (deps: ExportDeps): Job[] => [
  defineJob(
    {
      name: EXPORT_JOB,
      ids: ['exportId'],
      audit: { action: 'lead.export', entity: 'lead' },
      handle: ({ payload }) => runExport(deps, payload.tenantId, payload['exportId'] ?? ''),
    },
    deps.clock,
  ),
];
