import type { TenantWriter } from '../../core/tenancy/index.ts';
import { type Earned, linesOfReprice } from './domain/reprice-lines.ts';
import { ledgerBookReprice } from './ledger-store.ts';
import { saleReprice, type SaleRow } from './store.ts';

/** What a change of price was booked as; null where nothing was to be booked. */
export interface RepriceBooking {
  readonly buyerTransactionId: string | null;
  readonly partnerTransactionId: string | null;
}

/** Writes what a settled sale under lock earns from now on, and books the difference. */
export async function bookReprice(
  tx: TenantWriter,
  at: Date,
  { sale, partnerId }: { readonly sale: SaleRow; readonly partnerId: string },
  after: Earned,
): Promise<RepriceBooking> {
  const lines = linesOfReprice({ buyerId: sale.buyerId, partnerId }, sale, after);
  if (lines.buyer.length + lines.partner.length > 0 && !(await saleReprice(tx, sale.saleId, at, after)))
    throw new Error('a sale under lock was taken back');
  return {
    buyerTransactionId: await ledgerBookReprice(tx, at, sale.saleId, lines.buyer),
    partnerTransactionId: await ledgerBookReprice(tx, at, sale.saleId, lines.partner),
  };
}
