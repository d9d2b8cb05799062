import type { TenantReader } from '../../core/tenancy/index.ts';

/** How much there is in the context's tenant of what the product keeps. */
export async function countRows(tx: TenantReader): Promise<{ leads: number; buyers: number; partners: number }> {
  const counted = await tx.first<{ leads: number; buyers: number; partners: number }>({
    text: `SELECT (SELECT count(*) FROM leads WHERE tenant_id = $1) AS leads,
      (SELECT count(*) FROM buyers WHERE tenant_id = $1) AS buyers,
      (SELECT count(*) FROM partners WHERE tenant_id = $1) AS partners`,
    values: [tx.context.tenantId],
  });
  return counted ?? { leads: 0, buyers: 0, partners: 0 };
}

/** Name and status of a partner that the actor may see. */
export async function partnerOf(
  tx: TenantReader,
  partnerId: string,
): Promise<{ name: string; status: string } | undefined> {
  return tx.first({
    text: 'SELECT name, status FROM partners WHERE tenant_id = $1 AND id = $2',
    values: [tx.context.tenantId, partnerId],
  });
}

/** The name of a buyer that the actor may see. */
export async function buyerName(tx: TenantReader, buyerId: string): Promise<string | undefined> {
  const row = await tx.first<{ name: string }>({
    text: 'SELECT name FROM buyers WHERE tenant_id = $1 AND id = $2',
    values: [tx.context.tenantId, buyerId],
  });
  return row?.name;
}
