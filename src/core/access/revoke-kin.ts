import type { TenantWriter } from '../tenancy/index.ts';
import { keyKin, keysRevoke, type Successors } from './key-lineage-store.ts';

/** Revokes what a key made, as far as it is not yet, and gives the ids. The caller holds the lock of the lineage. */
export async function revokeKin(
  tx: TenantWriter,
  keyId: string,
  now: Date,
  successors: Successors,
): Promise<readonly string[]> {
  return keysRevoke(tx, await keyKin(tx, keyId, successors), { now, reason: 'maker_revoked' });
}
