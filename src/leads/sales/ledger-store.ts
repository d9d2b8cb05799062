import { newId } from '../../kernel/ids.ts';
import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { AdjustmentKind } from './domain/adjustment-lines.ts';
import type { LedgerLine } from './domain/ledger-lines.ts';

/**
 * Books the lines of a sale, or of its return; a second booking of the same breaks a unique index. Throws if they do
 * not sum to zero.
 */
export async function ledgerBook(
  tx: TenantWriter,
  at: Date,
  { saleId, kind = 'sale' }: { readonly saleId: string; readonly kind?: 'sale' | 'return' },
  lines: readonly LedgerLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await entriesInsert(tx, at, { saleId, kind }, lines);
}

/** Books what a buyer owed before it came here, or the change of it. */
export const ledgerBookOpening = (tx: TenantWriter, at: Date, lines: readonly LedgerLine[]): Promise<void> =>
  entriesInsert(tx, at, { saleId: null, kind: 'opening' }, lines);

type ByHand = AdjustmentKind | 'pack';

/** Books what stands under no sale, by hand, as one transaction of this id. */
export const ledgerBookByHand = (
  tx: TenantWriter,
  at: Date,
  { kind, transactionId }: { readonly kind: ByHand; readonly transactionId: string },
  lines: readonly LedgerLine[],
): Promise<void> => entriesInsert(tx, at, { saleId: null, kind, transactionId }, lines);

/** What was booked of openings so far, in cents. */
export async function ledgerOpening(tx: TenantReader, buyerId: string): Promise<number> {
  const row = await tx.first<{ cents: number }>({
    text: `SELECT coalesce(sum(amount_cents), 0)::bigint AS cents FROM ledger_entries
      WHERE tenant_id = $1 AND buyer_id = $2 AND account = 'buyer_receivable' AND kind = 'opening'`,
    values: [tx.context.tenantId, buyerId],
  });
  return row?.cents ?? 0;
}

/** Books what a change of a sale's price makes different, as one transaction; gives its id, null if nothing is. */
export async function ledgerBookReprice(
  tx: TenantWriter,
  at: Date,
  saleId: string,
  lines: readonly LedgerLine[],
): Promise<string | null> {
  if (lines.length === 0) return null;
  const transactionId = newId(at.getTime());
  await entriesInsert(tx, at, { saleId, kind: 'reprice', transactionId }, lines);
  return transactionId;
}

interface Heading {
  readonly saleId: string | null;
  readonly kind: 'sale' | 'return' | 'opening' | 'reprice' | ByHand;
  readonly transactionId?: string;
}

async function entriesInsert(
  tx: TenantWriter,
  at: Date,
  { saleId, kind, transactionId = newId(at.getTime()) }: Heading,
  lines: readonly LedgerLine[],
): Promise<void> {
  if (lines.reduce((sum, line) => sum + line.amountCents, 0) !== 0)
    throw new RangeError('ledger lines do not sum to zero');
  await tx.run({
    name: 'ledger-book',
    text: `INSERT INTO ledger_entries (tenant_id, entry_id, transaction_id, account, buyer_id, partner_id, sale_id,
      kind,
        amount_cents, currency, at)
      SELECT $1, r.entry_id, $2, r.account, r.buyer_id, r.partner_id, $3::uuid, $6, r.amount_cents, 'USD', $4
      FROM json_to_recordset($5::json) AS r (entry_id uuid, account text, buyer_id uuid, partner_id uuid, amount_cents
        bigint)`,
    values: [
      tx.context.tenantId,
      transactionId,
      saleId,
      at,
      JSON.stringify(
        lines.map((line) => ({
          entry_id: newId(at.getTime()),
          account: line.account,
          buyer_id: line.buyerId ?? null,
          partner_id: line.partnerId ?? null,
          amount_cents: line.amountCents,
        })),
      ),
      kind,
    ],
  });
}
