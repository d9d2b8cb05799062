import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { countCredit } from '../routing/index.ts';
import { type Adjusting, adjustmentInsert, adjustmentOfKey, type AdjustmentRow } from './adjustment-store.ts';
import { linesOfAdjustment } from './domain/adjustment-lines.ts';
import { ledgerBookByHand } from './ledger-store.ts';

/**
 * Books a payment, a fee or an adjustment upon a buyer, in the ledger and against its credit. Under a key that has
 * booked the same before, that one is given again; throws CONFLICT where the key has booked something else.
 */
export async function adjustBalance(
  tx: TenantWriter,
  at: Date,
  adjusting: Adjusting,
): Promise<{ readonly row: AdjustmentRow; readonly isRepeat: boolean }> {
  const { buyerId, kind, owedCents } = adjusting;
  const ids = { adjustmentId: newId(at.getTime()), transactionId: newId(at.getTime()) };
  const row = await adjustmentInsert(tx, at, ids, adjusting);
  if (!row) return { row: await earlier(tx, adjusting), isRepeat: true };
  await ledgerBookByHand(
    tx,
    at,
    { kind, transactionId: ids.transactionId },
    linesOfAdjustment(buyerId, kind, owedCents),
  );
  await countCredit(tx, buyerId, owedCents);
  return { row, isRepeat: false };
}

async function earlier(tx: TenantWriter, adjusting: Adjusting): Promise<AdjustmentRow> {
  const row = await adjustmentOfKey(tx, adjusting);
  if (!row) throw new Error('an adjustment that stood in the way does not exist');
  const said = ({ kind, owedCents, notes, reference }: Adjusting | AdjustmentRow): string =>
    JSON.stringify([kind, owedCents, notes, reference]);
  if (said(row) === said(adjusting)) return row;
  throw new AppError('CONFLICT', 'This Idempotency-Key has booked something else. Send another key.');
}
