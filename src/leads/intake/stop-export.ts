import { recordAudit } from '../../core/audit/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { exportEnd, type ExportReason } from './export-store.ts';

/** Ends an export, with an event of its own. */
export async function stopExport(
  tx: TenantWriter,
  exportId: string,
  how: { readonly reason: ExportReason; readonly now: Date },
): Promise<void> {
  if (!(await exportEnd(tx, exportId, how))) return;
  const detail = { reason: how.reason };
  const event = { action: 'export.end', entity: 'export', entityIds: [exportId], outcome: 'done', detail } as const;
  await recordAudit(tx, how.now, [{ event, origin: {} }]);
}
