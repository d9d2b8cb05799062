import type { Profile } from '../../core/gate/index.ts';
import type { Caps } from '../routing/index.ts';
import { type Records, recordsOf, type TenantReader } from '../../core/tenancy/index.ts';

export interface BuyerRow {
  readonly id: string;
  readonly displayId: number;
  readonly name: string;
  readonly status: string;
  readonly dedupEnabled: boolean;
  readonly dedupFields: string[];
  readonly dedupWindowDays: number;
  readonly profile: Profile;
  readonly contractCount: number;
  readonly activeContractCount: number;
  readonly balanceCents: number;
  /** What the buyer owes and what is reserved for it. */
  readonly committedCents: number;
  readonly caps: Caps;
  /** Null is no limit. */
  readonly creditLimitCents: number | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const contracts = (more: string): string =>
  `(SELECT count(*) FROM contracts AS c WHERE c.tenant_id = buyers.tenant_id AND c.buyer_id = buyers.id${more})`;

export const buyerRecords: Records<BuyerRow> = recordsOf({
  table: 'buyers',
  numbered: 'buyer',
  search: ['name', 'email', 'company'],
  fields: {
    id: 'id',
    displayId: 'display_id',
    name: 'name',
    status: 'status',
    dedupEnabled: 'dedup_enabled',
    dedupFields: 'dedup_fields',
    dedupWindowDays: 'dedup_window_days',
    profile: 'profile',
    email: `profile ->> 'email'`,
    company: `profile ->> 'company'`,
    contractCount: contracts(''),
    activeContractCount: contracts(` AND c.status = 'active'`),
    // What the buyer owes: derived, never stored.
    balanceCents: `(SELECT coalesce(sum(e.amount_cents), 0)::bigint FROM ledger_entries AS e
      WHERE e.tenant_id = buyers.tenant_id AND e.buyer_id = buyers.id AND e.account = 'buyer_receivable')`,
    committedCents: `coalesce((SELECT c.committed_cents FROM buyer_credit AS c
      WHERE c.tenant_id = buyers.tenant_id AND c.buyer_id = buyers.id), 0)`,
    caps: 'caps',
    creditLimitCents: 'credit_limit_cents',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

/** The e-mail address of a buyer, if one is known. */
export async function buyerEmail(tx: TenantReader, buyerId: string): Promise<string | undefined> {
  const email = (await buyerRecords.find(tx, buyerId))?.profile['email'];
  return typeof email === 'string' ? email : undefined;
}
