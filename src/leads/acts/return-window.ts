import type { TenantReader } from '../../core/tenancy/index.ts';
import { AppError } from '../../kernel/app-error.ts';
import { returnTermsOf } from '../contracts/index.ts';
import type { SaleRow } from '../sales/index.ts';

const HOUR_MS = 3_600_000;

/** Why a contract does not take a settled sale back at this moment; undefined where it does. */
export async function returnFault(tx: TenantReader, sale: SaleRow, now: Date): Promise<AppError | undefined> {
  const { acceptsReturns, windowHours } = await returnTermsOf(tx, sale.contractId);
  if (!acceptsReturns) return new AppError('CONFLICT', 'The contract takes no returns. Speak with the organization.');
  const since = sale.settledAt ?? sale.reservedAt;
  if (now.getTime() - since.getTime() <= windowHours * HOUR_MS) return undefined;
  const message = `The time for a return is over: the contract gives ${windowHours} hours. Ask the organization.`;
  return new AppError('CONFLICT', message);
}
