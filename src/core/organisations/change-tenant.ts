import type { Static } from 'typebox';
import { AppError } from '../../kernel/app-error.ts';
import { createTenant, type TenantWriter } from '../tenancy/index.ts';
import { readFeatures, readTenant } from './read-tenant.ts';
import { ownTenantLock, ownTenantUpdate, type TenantRow } from './store.ts';
import type { featureUpdate, tenantCreate, tenantUpdate } from './wire.ts';

/** Makes the tenant that the context names: it works at once, with no key and nobody in it. */
export async function makeTenant(tx: TenantWriter, body: Static<typeof tenantCreate>, now: Date): Promise<TenantRow> {
  const { name, slug } = body;
  const { timeZone = '', ...more } = readTenant(body, {}, true);
  await createTenant(tx, { name, slug, timeZone, isDemo: false });
  return ownTenantUpdate(tx, { ...more, approvedAt: now });
}

/** Changes the given fields of the context's tenant; one that becomes active counts as approved. */
export async function changeTenant(tx: TenantWriter, body: Static<typeof tenantUpdate>, now: Date): Promise<TenantRow> {
  const before = await ownTenantLock(tx);
  const change = readTenant(body, before.settings, false);
  const isApproved = body.status === 'active' && before.approvedAt === null;
  return ownTenantUpdate(tx, { ...change, ...(isApproved ? { approvedAt: now } : {}) });
}

/** Switches flags of the context's tenant; others stay. */
export async function changeFeatures(
  tx: TenantWriter,
  body: Static<typeof featureUpdate>,
): Promise<{ readonly row: TenantRow; readonly given: readonly string[] }> {
  const before = await ownTenantLock(tx);
  const { features, given } = readFeatures(body, before.features);
  return { row: await ownTenantUpdate(tx, { features }), given };
}

/** Lets in, or turns away, the context's tenant, which waits for it. CONFLICT for one that does not. */
export async function settleApplication(
  tx: TenantWriter,
  verdict: { readonly approve: boolean; readonly reason?: string | undefined },
  now: Date,
): Promise<TenantRow> {
  const { status } = await ownTenantLock(tx);
  if (status !== 'pending') {
    const message = `This tenant does not wait for approval: it is ${status}. Change its status by PATCH instead.`;
    throw new AppError('CONFLICT', message);
  }
  return verdict.approve
    ? ownTenantUpdate(tx, { status: 'active', statusReason: null, approvedAt: now })
    : ownTenantUpdate(tx, { status: 'inactive', statusReason: verdict.reason ?? null });
}
