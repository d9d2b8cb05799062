import type { TenantWriter } from '../../core/tenancy/index.ts';
import { countCredit } from '../routing/index.ts';
import { linesOfOpening } from './domain/ledger-lines.ts';
import { ledgerBookOpening, ledgerOpening } from './ledger-store.ts';

/**
 * Makes what a buyer owed before it came here `cents`, below zero where it had paid ahead; later changes of it are
 * booked as their difference. It counts against the buyer's credit. Gives what was booked before.
 */
export async function bookOpening(
  tx: TenantWriter,
  at: Date,
  buyerId: string,
  cents: number,
): Promise<{ readonly beforeCents: number }> {
  const beforeCents = await ledgerOpening(tx, buyerId);
  const change = cents - beforeCents;
  if (change === 0) return { beforeCents };
  await ledgerBookOpening(tx, at, linesOfOpening(buyerId, change));
  await countCredit(tx, buyerId, change);
  return { beforeCents };
}
