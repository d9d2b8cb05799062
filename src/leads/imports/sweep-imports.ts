import { systemContext } from '../../core/gate/index.ts';
import { runOutDelete, type TenantWriter } from '../../core/tenancy/index.ts';
import type { Clock } from '../../kernel/time.ts';
import { enqueueImports, resumeAfter } from './enqueue-import.ts';
import type { FileDeps } from './open-file.ts';
import { rowsOfLead } from './row-store.ts';
import { stopImport } from './stop-import.ts';
import { importsClaimOverdue, importsShredded, importsToShred, importsTooOld } from './sweep-store.ts';

type SweepDeps = FileDeps & { readonly clock: Clock };

/** How long one still reads what became of the rows of a file; the trail and the posting log keep it longer. */
const TOLD_FOR_MS = 90 * 24 * 3_600_000;
const TOLD = {
  table: 'lead_imports',
  key: ['import_id'],
  endsAt: 'finished_at',
  only: 'shredded_at IS NOT NULL',
  atOnce: 50,
};

/** Takes up imports whose worker is gone, or failed. */
export async function recoverImports({ tenancy, clock }: SweepDeps, tenantId: string): Promise<void> {
  const now = clock.now();
  await tenancy.withTenant(systemContext(tenantId), async (tx) =>
    enqueueImports(tx, await importsClaimOverdue(tx, now, resumeAfter(now))),
  );
}

/**
 * Takes away files whose days are over, destroys the keys of all that are read or taken away, and deletes what is told
 * of them after three months.
 */
export async function sweepImports(deps: SweepDeps, tenantId: string): Promise<void> {
  const { tenancy, clock } = deps;
  const now = clock.now();
  const context = systemContext(tenantId);
  const over = await tenancy.withTenant(context, async (tx) => {
    for (const id of await importsTooOld(tx, now)) await stopImport(tx, id, { status: 'expired', reason: null, now });
    return importsToShred(tx);
  });
  for (const importId of over) await shredFile(deps, tenantId, importId);
  const before = new Date(now.getTime() - TOLD_FOR_MS);
  await runOutDelete(tenancy, context, TOLD, before);
}

/** Destroys the key of a file that is taken away: what backups may still hold of it opens no more. */
export async function shredFile(
  { tenancy, vault, clock }: SweepDeps,
  tenantId: string,
  importId: string,
): Promise<void> {
  await vault.shred(tenantId, importId);
  await tenancy.withTenant(systemContext(tenantId), (tx) => importsShredded(tx, [importId], clock.now()));
}

/** Ends every import in whose file a lead stands that is erased; gives how many. */
export async function purgeImports(tx: TenantWriter, leadId: string): Promise<number> {
  const ids = new Set((await rowsOfLead(tx, leadId)).map(({ importId }) => importId));
  const now = new Date();
  for (const id of ids) await stopImport(tx, id, { status: 'cancelled', reason: 'lead_erased', now });
  return ids.size;
}
