import type { TenantWriter } from '../../core/tenancy/index.ts';
import { enqueueStatement } from '../../platform/queue/index.ts';

/** The job that makes the file of an export, or goes on with it. */
export const EXPORT_JOB = 'make-export';

/** How long a part of a file may take before somebody else takes the export up. */
const AT_WORK_MS = 60_000;
export const resumeAfter = (now: Date): Date => new Date(now.getTime() + AT_WORK_MS);

/** Leaves exports to a job. It is tried once: what it leaves undone, recovery takes up. */
export async function enqueueExports(tx: TenantWriter, exportIds: readonly string[]): Promise<void> {
  if (exportIds.length === 0) return;
  const payloads = exportIds.map((exportId) => ({ tenantId: tx.context.tenantId, exportId }));
  await tx.run(enqueueStatement(EXPORT_JOB, payloads, { attempts: 1 }));
}
