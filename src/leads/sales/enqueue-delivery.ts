import type { TenantWriter } from '../../core/tenancy/index.ts';
import { enqueueStatement } from '../../platform/queue/index.ts';

/** The job that delivers a sale, or sends it again. */
export const DELIVER_JOB = 'deliver-sale';
const TRIES = 20;

/** Leaves sales to a job, which finds in their rows whether their time has come; at once, or from `runAt` on. */
export async function enqueueDelivery(tx: TenantWriter, saleIds: readonly string[], runAt?: Date): Promise<void> {
  if (saleIds.length === 0) return;
  const payloads = saleIds.map((saleId) => ({ tenantId: tx.context.tenantId, saleId }));
  await tx.run(enqueueStatement(DELIVER_JOB, payloads, { attempts: TRIES, ...(runAt ? { runAt } : {}) }));
}
