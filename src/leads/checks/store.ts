import { type Records, recordsOf, type TenantReader, type TenantWriter } from '../../core/tenancy/index.ts';
import type { CheckKind, FailMode } from './domain/judge-checks.ts';

export const SENDS = ['plain', 'sha256'] as const;
export const BAA_STATES = ['signed', 'not_needed', 'none'] as const;

/** An outside service, as people set it up. The secret is no field of it: it is written and never read back by them. */
export interface VendorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: CheckKind;
  readonly url: string;
  readonly sends: (typeof SENDS)[number];
  readonly timeoutMs: number;
  readonly cacheDays: number;
  readonly baaState: (typeof BAA_STATES)[number];
  readonly baaReason: string | null;
  readonly hasSecret: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const vendorRecords: Records<VendorRow> = recordsOf({
  table: 'check_vendors',
  search: ['name', 'url'],
  fields: {
    id: 'id',
    name: 'name',
    kind: 'kind',
    url: 'url',
    sends: 'sends',
    timeoutMs: 'timeout_ms',
    cacheDays: 'cache_days',
    baaState: 'baa_state',
    baaReason: 'baa_reason',
    hasSecret: 'secret_sealed IS NOT NULL',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
});

export async function vendorSecretUpdate(tx: TenantWriter, id: string, sealed: Buffer): Promise<void> {
  await tx.run({
    text: 'UPDATE check_vendors SET secret_sealed = $3 WHERE tenant_id = $1 AND id = $2 RETURNING id',
    values: [tx.context.tenantId, id, sealed],
  });
}

/** A vendor as it is asked. */
export interface CheckVendor {
  readonly vendorId: string;
  readonly name: string;
  readonly kind: CheckKind;
  readonly url: string;
  readonly secretSealed: Buffer | null;
  readonly sends: VendorRow['sends'];
  readonly timeoutMs: number;
  readonly cacheDays: number;
  readonly baaState: VendorRow['baaState'];
}

const VENDOR = `v.id AS "vendorId", v.name, v.kind, v.url, v.secret_sealed AS "secretSealed", v.sends,
  v.timeout_ms AS "timeoutMs", v.cache_days AS "cacheDays", v.baa_state AS "baaState"`;

export async function vendorFind(tx: TenantReader, vendorId: string): Promise<CheckVendor | undefined> {
  return tx.first({
    text: `SELECT ${VENDOR} FROM check_vendors AS v WHERE v.tenant_id = $1 AND v.id = $2`,
    values: [tx.context.tenantId, vendorId],
  });
}

/** A vendor that is asked about the leads of a campaign. */
export interface CampaignCheck {
  readonly vendorId: string;
  readonly name: string;
  readonly kind: CheckKind;
  readonly baaState: VendorRow['baaState'];
  readonly failMode: FailMode;
}

/** The checks of a campaign, in its order. */
export async function campaignCheckList(tx: TenantReader, campaignId: string): Promise<CampaignCheck[]> {
  return tx.many({
    text: `SELECT c.vendor_id AS "vendorId", v.name, v.kind, v.baa_state AS "baaState", c.fail_mode AS "failMode"
      FROM campaign_checks AS c JOIN check_vendors AS v ON v.tenant_id = c.tenant_id AND v.id = c.vendor_id
      WHERE c.tenant_id = $1 AND c.campaign_id = $2 ORDER BY c.position`,
    values: [tx.context.tenantId, campaignId],
  });
}

/** Makes these, and no others, the checks of a campaign. */
export async function campaignCheckReplace(
  tx: TenantWriter,
  campaignId: string,
  checks: readonly Pick<CampaignCheck, 'vendorId' | 'failMode'>[],
): Promise<void> {
  await tx.run({
    text: 'DELETE FROM campaign_checks WHERE tenant_id = $1 AND campaign_id = $2 RETURNING vendor_id',
    values: [tx.context.tenantId, campaignId],
  });
  if (checks.length === 0) return;
  await tx.run({
    text: `INSERT INTO campaign_checks (tenant_id, campaign_id, vendor_id, position, fail_mode)
      SELECT $1, $2, r.vendor_id, r.position, r.fail_mode
      FROM json_to_recordset($3::json) AS r (vendor_id uuid, position smallint, fail_mode text) RETURNING vendor_id`,
    values: [
      tx.context.tenantId,
      campaignId,
      JSON.stringify(
        checks.map(({ vendorId, failMode }, position) => ({ vendor_id: vendorId, position, fail_mode: failMode })),
      ),
    ],
  });
}

/** Which of these vendors there are. */
export async function vendorsKnown(tx: TenantReader, vendorIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.many<{ id: string }>({
    text: 'SELECT id FROM check_vendors WHERE tenant_id = $1 AND id = ANY($2::uuid[])',
    values: [tx.context.tenantId, vendorIds],
  });
  return new Set(rows.map(({ id }) => id));
}

/** A check as intake makes it. */
export type CheckRule = CheckVendor & { readonly failMode: FailMode };

/** Every check of every campaign, as intake reads it with its settings. */
export async function checksForIntake(tx: TenantReader): Promise<ReadonlyMap<string, readonly CheckRule[]>> {
  const rows = await tx.many<CheckRule & { readonly campaignId: string }>({
    name: 'checks-for-intake',
    text: `SELECT c.campaign_id AS "campaignId", c.fail_mode AS "failMode", ${VENDOR}
      FROM campaign_checks AS c JOIN check_vendors AS v ON v.tenant_id = c.tenant_id AND v.id = c.vendor_id
      WHERE c.tenant_id = $1 ORDER BY c.campaign_id, c.position`,
    values: [tx.context.tenantId],
  });
  return Map.groupBy(rows, ({ campaignId }) => campaignId);
}
