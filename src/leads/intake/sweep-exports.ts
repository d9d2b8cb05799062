import { holderOf } from '../../core/access/index.ts';
import { systemContext } from '../../core/gate/index.ts';
import { runOutDelete, type TenantWriter } from '../../core/tenancy/index.ts';
import { enqueueExports, resumeAfter } from './enqueue-exports.ts';
import {
  exportPartsWith,
  exportsClaimOverdue,
  exportsOpen,
  exportsShredded,
  exportsToShred,
} from './export-part-store.ts';
import type { ExportDeps } from './run-export.ts';
import { stopExport } from './stop-export.ts';

/** How long one still reads what became of a file that is gone; the trail keeps it for good. */
const TOLD_FOR_MS = 30 * 24 * 3_600_000;
const TOLD = {
  table: 'exports',
  key: ['export_id'],
  endsAt: 'finished_at',
  only: `status IN ('failed', 'expired') AND shredded_at IS NOT NULL`,
};

/** Takes up exports whose worker is gone, or failed. */
export async function recoverExports({ tenancy, clock }: ExportDeps, tenantId: string): Promise<void> {
  const now = clock.now();
  await tenancy.withTenant(systemContext(tenantId), async (tx) =>
    enqueueExports(tx, await exportsClaimOverdue(tx, now, resumeAfter(now))),
  );
}

/**
 * Takes files away whose day is over, or whose maker may not have them any more, destroys the keys of all such, and
 * deletes what is left of them after a month.
 */
export async function sweepExports({ tenancy, vault, clock }: ExportDeps, tenantId: string): Promise<void> {
  const now = clock.now();
  const context = systemContext(tenantId);
  const over = await tenancy.withTenant(context, async (tx) => {
    for (const { id, madeBy: userId, expiresAt } of await exportsOpen(tx)) {
      const holder = await holderOf(tx, { userId, permission: 'leads:export', now });
      const reason = expiresAt <= now ? 'too_old' : holder ? undefined : 'maker_gone';
      if (reason) await stopExport(tx, id, { reason, now });
    }
    return exportsToShred(tx);
  });
  for (const exportId of over) await vault.shred(tenantId, exportId);
  if (over.length > 0) await tenancy.withTenant(context, (tx) => exportsShredded(tx, over, now));
  const before = new Date(now.getTime() - TOLD_FOR_MS);
  await runOutDelete(tenancy, context, TOLD, before);
}

/** Takes away every file in which a lead is that is erased; gives how many. */
export async function purgeExports(tx: TenantWriter, leadId: string): Promise<number> {
  const ids = new Set((await exportPartsWith(tx, leadId)).map(({ exportId }) => exportId));
  const now = new Date();
  for (const id of ids) await stopExport(tx, id, { reason: 'lead_erased', now });
  return ids.size;
}
