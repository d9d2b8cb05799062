import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';

/** A campaign that its offer switched off, and what it is again when the offer switches it on. */
export interface OffCampaign {
  readonly campaignId: string;
  readonly name: string;
  readonly status: string;
  readonly restoresTo: string;
}

/** The campaigns that an offer switched off, and that nobody changed since. */
export async function cascadeList(tx: TenantReader, offerId: string): Promise<OffCampaign[]> {
  return tx.many({
    text: `SELECT id AS "campaignId", name, status, off_from AS "restoresTo" FROM campaigns
      WHERE tenant_id = $1 AND off_by_offer = $2 ORDER BY name, id`,
    values: [tx.context.tenantId, offerId],
  });
}

/** Pauses those campaigns of an offer that take leads, all or the ones that are named; gives their ids. */
export async function cascadeDisable(
  tx: TenantWriter,
  offerId: string,
  campaignIds: readonly string[] | undefined,
): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE campaigns SET off_by_offer = $2, off_from = status, status = 'paused', updated_at = now()
      WHERE tenant_id = $1 AND offer_id = $2 AND status IN ('active', 'testing')
        AND ($3::uuid[] IS NULL OR id = ANY($3::uuid[]))
      RETURNING id`,
    values: [tx.context.tenantId, offerId, campaignIds ?? null],
  });
  return rows.map(({ id }) => id);
}

/** Makes what an offer switched off what it was before, all or the ones that are named; gives their ids. */
export async function cascadeRestore(
  tx: TenantWriter,
  offerId: string,
  campaignIds: readonly string[] | undefined,
): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    text: `UPDATE campaigns SET status = off_from, off_by_offer = NULL, off_from = NULL, updated_at = now()
      WHERE tenant_id = $1 AND off_by_offer = $2 AND ($3::uuid[] IS NULL OR id = ANY($3::uuid[]))
      RETURNING id`,
    values: [tx.context.tenantId, offerId, campaignIds ?? null],
  });
  return rows.map(({ id }) => id);
}

/** Which of these campaigns send into an offer. */
export async function campaignsOfOffer(
  tx: TenantReader,
  offerId: string,
  campaignIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.many<{ id: string }>({
    text: 'SELECT id FROM campaigns WHERE tenant_id = $1 AND offer_id = $2 AND id = ANY($3::uuid[])',
    values: [tx.context.tenantId, offerId, campaignIds],
  });
  return new Set(rows.map(({ id }) => id));
}
