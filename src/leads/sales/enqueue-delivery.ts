import type { TenantWriter } from '../../core/tenancy/index.ts';
import { enqueueOnceStatement, enqueueStatement } from '../../platform/queue/index.ts';

/** The job that delivers a sale, or sends it again. */
export const DELIVER_JOB = 'deliver-sale';
const TRIES = 20;

/** Leaves sales to a job, which finds in their rows whether their time has come; at once, or from `runAt` on. */
export async function enqueueDelivery(tx: TenantWriter, saleIds: readonly string[], runAt?: Date): Promise<void> {
  if (saleIds.length === 0) return;
  const payloads = saleIds.map((saleId) => ({ tenantId: tx.context.tenantId, saleId }));
  await tx.run(enqueueStatement(DELIVER_JOB, payloads, { attempts: TRIES, ...(runAt ? { runAt } : {}) }));
}

/** Leaves overdue sales to a job: at once, unless such a job waits for them already. */
export async function enqueueOverdueSales(tx: TenantWriter, saleIds: readonly string[]): Promise<void> {
  if (saleIds.length === 0) return;
  const payloads = saleIds.map((saleId) => ({ tenantId: tx.context.tenantId, saleId }));
  await tx.run(enqueueOnceStatement(DELIVER_JOB, payloads, { attempts: TRIES }));
}

/** Leaves to a job, each at its time, those of new sales that this process does not deliver at once. */
export async function enqueueHeld(
  tx: TenantWriter,
  sales: readonly { readonly saleId: string; readonly resumeAt?: Date }[],
  now: Date,
): Promise<void> {
  const held = sales.flatMap(({ saleId, resumeAt }) => (resumeAt ? [{ saleId, time: resumeAt.getTime() }] : []));
  for (const [time, group] of Map.groupBy(held, (sale) => sale.time)) {
    const saleIds = group.map(({ saleId }) => saleId);
    await enqueueDelivery(tx, saleIds, time > now.getTime() ? new Date(time) : undefined);
  }
}
