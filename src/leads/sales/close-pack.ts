import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { countCredit } from '../routing/index.ts';
import { linesOfRest } from './domain/pack-lines.ts';
import { ledgerBookByHand } from './ledger-store.ts';
import { type Closing, packClose, packIsClosed, type PackRow } from './pack-store.ts';
import type { SaleRow } from './store.ts';

/**
 * Closes a pack: nobody gets a lead of it any more. The price of those that are left is the buyer's again, or stays
 * ours. Throws CONFLICT where it is closed already.
 */
export async function closePack(
  tx: TenantWriter,
  at: Date,
  pack: PackRow,
  { closedBy, isRefunded }: Omit<Closing, 'packId'>,
): Promise<void> {
  const { packId, buyerId, priceCents } = pack;
  const closed = await packClose(tx, at, { packId, closedBy, isRefunded });
  if (!closed) throw new AppError('CONFLICT', 'This pack is closed already. Read it again.');
  await giveRest(tx, at, { buyerId, cents: closed.restLeads * priceCents, isRefunded });
  if (isRefunded) await countCredit(tx, buyerId, -closed.restLeads * priceCents);
}

/** Whether a sale takes its lead of a pack that was closed meanwhile. */
export const isOfClosedPack = async (tx: TenantReader, { packId }: Pick<SaleRow, 'packId'>): Promise<boolean> =>
  packId !== null && (await packIsClosed(tx, packId));

/**
 * Where a sale is released whose pack was closed meanwhile, books its price back to the buyer, whose credit the caller
 * counts. Says whether it is so.
 */
export async function refundOfClosedPack(
  tx: TenantWriter,
  at: Date,
  { buyerId, priceCents, packId }: Pick<SaleRow, 'buyerId' | 'priceCents' | 'packId'>,
): Promise<boolean> {
  if (!(await isOfClosedPack(tx, { packId }))) return false;
  await giveRest(tx, at, { buyerId, cents: priceCents, isRefunded: true });
  return true;
}

interface Rest {
  readonly buyerId: string;
  readonly cents: number;
  readonly isRefunded: boolean;
}

const giveRest = (tx: TenantWriter, at: Date, { buyerId, cents, isRefunded }: Rest): Promise<void> =>
  ledgerBookByHand(
    tx,
    at,
    { kind: 'pack', transactionId: newId(at.getTime()) },
    linesOfRest(buyerId, cents, isRefunded),
  );
