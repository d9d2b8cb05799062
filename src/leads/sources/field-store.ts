import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import type { LeadField } from './domain/lead-field.ts';

/** A field beyond the global ones, with its place. */
export interface FieldRow {
  readonly id: string;
  readonly tier: 'vertical' | 'campaign';
  readonly verticalId: string | null;
  readonly campaignId: string | null;
  readonly sortOrder: number;
  readonly definition: LeadField;
  readonly createdAt: Date;
}

interface Selected extends Omit<FieldRow, 'definition'>, Omit<LeadField, 'tier' | 'options'> {
  readonly options: string[] | null;
}

const COLUMNS = `id, tier, vertical_id AS "verticalId", campaign_id AS "campaignId", name, label, type,
  phi_class AS "phiClass", required, options,
  ping_safe AS "pingSafe", sort_order AS "sortOrder", created_at AS "createdAt"`;
const ORDER = 'ORDER BY tier DESC, sort_order, created_at, id';

function rowOf(selected: Selected): FieldRow {
  const { name, label, type, phiClass, required, options, pingSafe = false, ...place } = selected;
  return {
    ...place,
    definition: { name, label, tier: place.tier, type, phiClass, required, pingSafe, ...(options ? { options } : {}) },
  };
}

/** Every field of the tenant beyond the global ones, those of verticals first. */
export async function fieldsOfTenant(tx: TenantReader): Promise<FieldRow[]> {
  const rows = await tx.many<Selected>({
    name: 'fields-of-tenant',
    text: `SELECT ${COLUMNS} FROM lead_fields WHERE tenant_id = $1 ${ORDER}`,
    values: [tx.context.tenantId],
  });
  return rows.map(rowOf);
}

/** The fields of a vertical, and of its campaigns if asked. */
export async function fieldsOfVertical(
  tx: TenantReader,
  verticalId: string,
  withCampaigns = false,
): Promise<FieldRow[]> {
  const rows = await tx.many<Selected>({
    text: `SELECT ${COLUMNS} FROM lead_fields WHERE tenant_id = $1 AND (vertical_id = $2 OR ($3 AND campaign_id IN
        (SELECT c.id FROM campaigns AS c WHERE c.tenant_id = $1 AND c.vertical_id = $2))) ${ORDER}`,
    values: [tx.context.tenantId, verticalId, withCampaigns],
  });
  return rows.map(rowOf);
}

/** The fields of a campaign: those of its vertical, then its own. */
export async function fieldsOfCampaign(
  tx: TenantReader,
  campaign: { id: string; verticalId: string | null },
): Promise<FieldRow[]> {
  const rows = await tx.many<Selected>({
    text: `SELECT ${COLUMNS} FROM lead_fields WHERE tenant_id = $1 AND (vertical_id = $2 OR campaign_id = $3) ${ORDER}`,
    values: [tx.context.tenantId, campaign.verticalId, campaign.id],
  });
  return rows.map(rowOf);
}

export interface NewField {
  readonly id: string;
  /** The vertical or the campaign, by the tier of the definition. */
  readonly ownerId: string;
  readonly definition: LeadField;
  readonly sortOrder: number;
}

/** Adds a field to a vertical or a campaign. */
export async function fieldInsert(tx: TenantWriter, field: NewField): Promise<FieldRow> {
  const { name, label, tier, type, phiClass, required, options, pingSafe = false } = field.definition;
  const row = await tx.first<Selected>({
    text: `INSERT INTO lead_fields (tenant_id, id, tier, ${tier === 'vertical' ? 'vertical_id' : 'campaign_id'}, name,
        label, type, phi_class, required, options, sort_order, ping_safe)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${COLUMNS}`,
    values: [
      tx.context.tenantId,
      field.id,
      tier,
      field.ownerId,
      name,
      label,
      type,
      phiClass,
      required,
      options ?? null,
      field.sortOrder,
      pingSafe,
    ],
  });
  if (!row) throw new Error('a field that was inserted did not come back');
  return rowOf(row);
}

/** A field of a vertical or a campaign, kept from others until the transaction ends. */
export async function fieldLock(tx: TenantWriter, ownerId: string, fieldId: string): Promise<FieldRow | undefined> {
  const row = await tx.first<Selected>({
    text: `SELECT ${COLUMNS} FROM lead_fields
      WHERE tenant_id = $1 AND id = $2 AND (vertical_id = $3 OR campaign_id = $3) FOR UPDATE`,
    values: [tx.context.tenantId, fieldId, ownerId],
  });
  return row && rowOf(row);
}

/** Puts a definition in the place of the one before. */
export async function fieldUpdate(tx: TenantWriter, field: Omit<NewField, 'ownerId'>): Promise<FieldRow> {
  const { name, label, type, phiClass, required, options, pingSafe = false } = field.definition;
  const row = await tx.first<Selected>({
    text: `UPDATE lead_fields SET name = $3, label = $4, type = $5, phi_class = $6, required = $7, options = $8,
        sort_order = $9, ping_safe = $10
      WHERE tenant_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
    values: [
      tx.context.tenantId,
      field.id,
      name,
      label,
      type,
      phiClass,
      required,
      options ?? null,
      field.sortOrder,
      pingSafe,
    ],
  });
  if (!row) throw new Error('a field that was locked did not come back');
  return rowOf(row);
}

export async function fieldRemove(tx: TenantWriter, fieldId: string): Promise<void> {
  await tx.run({
    text: 'DELETE FROM lead_fields WHERE tenant_id = $1 AND id = $2',
    values: [tx.context.tenantId, fieldId],
  });
}

/**
 * Whether a lead that is not erased came since the field is there. What it holds is sealed, so it may hold the field.
 */
export async function fieldIsHeld(tx: TenantReader, field: FieldRow): Promise<boolean> {
  const row = await tx.first({
    text: `SELECT 1 FROM leads WHERE tenant_id = $1 AND (vertical_id = $2 OR campaign_id = $3) AND status <> 'erased'
        AND received_at >= $4::timestamptz - interval '10 seconds' LIMIT 1`,
    values: [tx.context.tenantId, field.verticalId, field.campaignId, field.createdAt],
  });
  return row !== undefined;
}
