import type { TenantWriter } from '../../core/tenancy/index.ts';
import { codesInsert } from './code-store.ts';
import { STANDARD_CODES } from './domain/standard-codes.ts';

/** Gives a new group of verticals the codes that every group begins with; gives their ids. */
export const seedCodes = (tx: TenantWriter, verticalGroupId: string): Promise<string[]> =>
  codesInsert(tx, verticalGroupId, STANDARD_CODES);
