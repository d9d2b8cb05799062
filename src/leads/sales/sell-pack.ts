import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { countCredit } from '../routing/index.ts';
import { linesOfPack } from './domain/pack-lines.ts';
import { ledgerBookByHand } from './ledger-store.ts';
import { packFind, packInsert, packOfKey, type PackRow, type Selling } from './pack-store.ts';

/**
 * Sells a buyer leads in advance: it owes them all at once, in the ledger and of its credit. Under a key that has sold
 * the same before, that pack is given again; throws CONFLICT where the key has sold something else.
 */
export async function sellPack(
  tx: TenantWriter,
  at: Date,
  selling: Selling,
): Promise<{ readonly row: PackRow; readonly isRepeat: boolean }> {
  const { buyerId, leads, priceCents } = selling;
  const packId = newId(at.getTime());
  if (!(await packInsert(tx, at, packId, selling))) return { row: await earlier(tx, selling), isRepeat: true };
  const cents = leads * priceCents;
  const heading = { kind: 'pack', transactionId: newId(at.getTime()) } as const;
  await ledgerBookByHand(tx, at, heading, linesOfPack(buyerId, cents));
  await countCredit(tx, buyerId, cents);
  const row = await packFind(tx, { buyerId, packId });
  if (!row) throw new Error('a pack that was just sold does not exist');
  return { row, isRepeat: false };
}

async function earlier(tx: TenantWriter, selling: Selling): Promise<PackRow> {
  const row = await packOfKey(tx, selling);
  if (!row) throw new Error('a pack that stood in the way does not exist');
  const said = ({ contractId, leads, priceCents, notes }: Selling | PackRow): string =>
    JSON.stringify([contractId, leads, priceCents, notes]);
  if (said(row) === said(selling)) return row;
  throw new AppError('CONFLICT', 'This Idempotency-Key has sold something else. Send another key.');
}
