import type { Origin } from '../../core/audit/index.ts';
import { recordAudit } from '../../core/audit/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { importEnd, importPause, type ImportReason } from './store.ts';

/** No request asked for it. */
const NOBODY: Origin = {};

/** Lets a running import stand still for a reason of its own, with an event. */
export async function pauseImport(
  tx: TenantWriter,
  importId: string,
  { reason, now }: { readonly reason: ImportReason; readonly now: Date },
): Promise<void> {
  if (!(await importPause(tx, importId, reason))) return;
  await record(tx, { action: 'lead-import.pause', importId, detail: { reason }, now });
}

/** Ends an import that nobody asked to end, with an event: it is read to its end, too old, or a lead was erased. */
export async function stopImport(
  tx: TenantWriter,
  importId: string,
  end: Parameters<typeof importEnd>[2],
): Promise<void> {
  if (!(await importEnd(tx, importId, end))) return;
  const { status, reason, now } = end;
  const detail = { status, ...(reason === null ? {} : { reason }) };
  await record(tx, { action: 'lead-import.end', importId, detail, now });
}

async function record(
  tx: TenantWriter,
  what: {
    readonly action: string;
    readonly importId: string;
    readonly detail: Readonly<Record<string, string>>;
    readonly now: Date;
  },
): Promise<void> {
  const { action, importId, detail, now } = what;
  const event = { action, entity: 'lead-import', entityIds: [importId], outcome: 'done', detail } as const;
  await recordAudit(tx, now, [{ event, origin: NOBODY }]);
}
