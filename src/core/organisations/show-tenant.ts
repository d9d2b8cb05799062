import type { Static } from 'typebox';
import type { TenantRow } from './store.ts';
import type { tenantAnswer } from './wire.ts';

/** A tenant as answers show it; its time zone stands among its settings too, where clients look for it. */
export function showTenant(row: TenantRow): Static<typeof tenantAnswer>['data'] {
  return {
    ...row,
    settings: { ...row.settings, timeZone: row.timeZone },
    features: { ...row.features },
    approvedAt: row.approvedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
