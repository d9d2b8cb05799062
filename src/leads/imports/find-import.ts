import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import { AppError, notFound } from '../../kernel/app-error.ts';
import { importFind, importLock, type ImportRow, type ImportStatus } from './store.ts';

/** The import of a path. Throws NOT_FOUND for one that is missing or another tenant's. */
export async function requireImport(tx: TenantReader, importId: string): Promise<ImportRow> {
  const row = await importFind(tx, importId);
  if (!row) throw notFound();
  return row;
}

const REMEDIES: Readonly<Record<ImportStatus, string>> = {
  uploading: 'Its file is not all here yet. Send the rest first.',
  mapping: 'Its columns are not mapped yet. Start it first.',
  running: 'Its rows are being read. Pause it first.',
  paused: 'It is paused. Resume it first.',
  done: 'All its rows are read. Begin another import.',
  cancelled: 'It was cancelled. Begin another import.',
  expired: 'Its days are over. Begin another import.',
};

/** Refuses what only an import in another state may do. Throws CONFLICT, or GONE once the import is over. */
export function requireState({ status }: Pick<ImportRow, 'status'>, wanted: readonly ImportStatus[]): void {
  if (wanted.includes(status)) return;
  const isOver = status === 'done' || status === 'cancelled' || status === 'expired';
  throw new AppError(isOver ? 'GONE' : 'CONFLICT', REMEDIES[status]);
}

/** The import of a path in a state, which nobody else changes until the transaction ends. */
export async function lockImport(
  tx: TenantWriter,
  importId: string,
  wanted: readonly ImportStatus[],
): Promise<ImportRow> {
  const row = await importLock(tx, importId);
  if (!row) throw notFound();
  requireState(row, wanted);
  return row;
}
