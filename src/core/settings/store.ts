import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

export interface SettingRow {
  readonly id: string;
  readonly key: string;
  readonly value: unknown;
}

/** The values of a category, or the one of a key, by key. */
export async function settingList(tx: TenantReader, category: string, key?: string): Promise<SettingRow[]> {
  return tx.many({
    text: `SELECT id, key, value FROM tenant_settings
      WHERE tenant_id = $1 AND category = $2 AND ($3::text IS NULL OR key = $3) ORDER BY key`,
    values: [tx.context.tenantId, category, key ?? null],
  });
}

/** Keeps a value; `id` counts only for one that was not there before. Gives the id under which it stands. */
export async function settingPut(
  tx: TenantWriter,
  setting: SettingRow & { readonly category: string },
): Promise<string> {
  const row = await tx.first<{ id: string }>({
    text: `INSERT INTO tenant_settings (tenant_id, id, category, key, value) VALUES ($1, $2, $3, $4, $5::jsonb)
      ON CONFLICT (tenant_id, category, key) DO UPDATE SET value = EXCLUDED.value, updated_at = now() RETURNING id`,
    values: [tx.context.tenantId, setting.id, setting.category, setting.key, JSON.stringify(setting.value)],
  });
  if (!row) throw new Error('a setting was not kept');
  return row.id;
}

/** Takes a value away, and gives the id under which it stood. */
export async function settingDelete(tx: TenantWriter, category: string, key: string): Promise<string | undefined> {
  const row = await tx.first<{ id: string }>({
    text: 'DELETE FROM tenant_settings WHERE tenant_id = $1 AND category = $2 AND key = $3 RETURNING id',
    values: [tx.context.tenantId, category, key],
  });
  return row?.id;
}
