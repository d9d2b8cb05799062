import { type Records, recordsOf, type TenantReader, type TenantWriter } from '../../core/tenancy/index.ts';
import type { BlockRow } from './build-blocks.ts';

interface Listed {
  readonly id: string;
  readonly reason: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

const listed = { id: 'id', reason: 'reason', createdBy: 'created_by', createdAt: 'created_at' };

export interface BlockedIpRow extends Listed {
  readonly fromIp: string;
  readonly toIp: string;
}

export const blockedIpRecords: Records<BlockedIpRow> = recordsOf({
  table: 'blocked_ips',
  search: ['fromIp', 'toIp', 'reason'],
  fields: { ...listed, fromIp: 'from_ip', toIp: 'to_ip' },
});

export interface BlockedCallerIdRow extends Listed {
  readonly token: Buffer;
  readonly hint: string | null;
}

export const blockedCallerIdRecords: Records<BlockedCallerIdRow> = recordsOf({
  table: 'blocked_caller_ids',
  search: ['hint', 'reason'],
  fields: { ...listed, token: 'token', hint: 'hint' },
});

export interface BlockedReferrerRow extends Listed {
  readonly referrer: string;
}

export const blockedReferrerRecords: Records<BlockedReferrerRow> = recordsOf({
  table: 'blocked_referrers',
  search: ['referrer', 'reason'],
  fields: { ...listed, referrer: 'referrer' },
});

/** All that a tenant blocks, as intake reads it with its settings. */
export async function blocksForIntake(tx: TenantReader): Promise<BlockRow[]> {
  return tx.many({
    name: 'blocks-for-intake',
    text: `SELECT 'ip' AS kind, host(from_ip) AS value, host(to_ip) AS until FROM blocked_ips WHERE tenant_id = $1
      UNION ALL SELECT 'caller_id', encode(token, 'hex'), NULL FROM blocked_caller_ids WHERE tenant_id = $1
      UNION ALL SELECT 'referrer', referrer, NULL FROM blocked_referrers WHERE tenant_id = $1`,
    values: [tx.context.tenantId],
  });
}

/** When a number was blocked and why, by its tokens. */
export async function callerIdsNaming(tx: TenantReader, tokens: readonly Buffer[]): Promise<object[]> {
  return tx.many({
    text: `SELECT reason, created_at AS "createdAt" FROM blocked_caller_ids
      WHERE tenant_id = $1 AND token = ANY($2::bytea[])`,
    values: [tx.context.tenantId, tokens],
  });
}

/** Forgets the digits of blocked numbers; the tokens stay. */
export async function callerIdHintsErase(tx: TenantWriter, tokens: readonly Buffer[]): Promise<number> {
  return tx.run({
    text: `UPDATE blocked_caller_ids SET hint = NULL
      WHERE tenant_id = $1 AND token = ANY($2::bytea[]) AND hint IS NOT NULL RETURNING id`,
    values: [tx.context.tenantId, tokens],
  });
}
