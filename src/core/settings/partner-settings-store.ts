import type { TenantReader, TenantWriter } from '../tenancy/index.ts';

type Notifications = Readonly<Record<string, boolean>>;

/** What a partner wants to be told of; nothing chosen gives an empty map. */
export async function partnerSettingsFind(tx: TenantReader, partnerId: string): Promise<Notifications> {
  const row = await tx.first<{ notifications: Notifications }>({
    text: 'SELECT notifications FROM partner_settings WHERE tenant_id = $1 AND partner_id = $2',
    values: [tx.context.tenantId, partnerId],
  });
  return row?.notifications ?? {};
}

/** Keeps the given choices beside the others, and gives all of them. */
export async function partnerSettingsPut(
  tx: TenantWriter,
  partnerId: string,
  chosen: Notifications,
): Promise<Notifications> {
  const row = await tx.first<{ notifications: Notifications }>({
    text: `INSERT INTO partner_settings AS s (tenant_id, partner_id, notifications) VALUES ($1, $2, $3::jsonb)
      ON CONFLICT (tenant_id, partner_id) DO UPDATE
        SET notifications = s.notifications || EXCLUDED.notifications, updated_at = now()
      RETURNING notifications`,
    values: [tx.context.tenantId, partnerId, JSON.stringify(chosen)],
  });
  if (!row) throw new Error('the settings of a partner were not kept');
  return row.notifications;
}
