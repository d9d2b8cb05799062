import type { TenantWriter } from '../../core/tenancy/index.ts';
import { enqueueStatement } from '../../platform/queue/index.ts';

/** The job that makes leads of the rows of a file, or goes on with it. */
export const IMPORT_JOB = 'read-import';

/** How long a group of rows may take before somebody else takes the import up. */
const AT_WORK_MS = 60_000;
export const resumeAfter = (now: Date): Date => new Date(now.getTime() + AT_WORK_MS);

/** Leaves imports to a job. It is tried once: what it leaves undone, recovery takes up. */
export async function enqueueImports(tx: TenantWriter, importIds: readonly string[]): Promise<void> {
  if (importIds.length === 0) return;
  const payloads = importIds.map((importId) => ({ tenantId: tx.context.tenantId, importId }));
  await tx.run(enqueueStatement(IMPORT_JOB, payloads, { attempts: 1 }));
}
