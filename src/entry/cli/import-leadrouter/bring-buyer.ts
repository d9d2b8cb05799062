import { bookOpening } from '../../../leads/sales/index.ts';
import { formatCents, parseCents } from '../../../kernel/money.ts';
import { bringRecord, nameOf, type Piece } from './bring-record.ts';
import { BUYER } from './kinds.ts';
import type { Foreign } from './read-source.ts';

/** Brings a buyer, and what it owes: `prepaid` where the other system counts what is left of what was paid. */
export async function bringBuyer(piece: Piece, buyer: Foreign, { prepaid }: { prepaid: boolean }): Promise<void> {
  const { bench, lines } = piece;
  const { recordId } = await bringRecord(piece, BUYER, buyer);
  const { balance } = buyer.row;
  if (balance === undefined || balance === null) return;
  const name = nameOf(buyer);
  const cents = parseCents(balance);
  if (!cents.ok) {
    const remedy = 'Book it by hand.';
    return lines.leave({ kind: 'opening balance', name, why: 'It is no amount with two decimals.', remedy });
  }
  const owed = prepaid && cents.value !== 0 ? -cents.value : cents.value;
  const { beforeCents } = await bookOpening(bench.tx, bench.now, recordId, owed);
  if (beforeCents === owed) return owed === 0 ? undefined : lines.did('same', 'opening balance', name);
  await bench.note('buyer.opening_balance', 'buyer', [recordId]);
  lines.did(beforeCents === 0 ? 'create' : 'change', 'opening balance', `${name} owes ${formatCents(owed)}`);
}
