import {
  crudRoutes,
  defineResource,
  type Resource,
  requireSome,
  type Route,
  withIsoDates,
} from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import type { Vault } from '../../core/vault/index.ts';
import { type Fault, invalid, notFound } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { isSameOrigin } from '../contracts/index.ts';
import { answerForget } from './answer-store.ts';
import { checkVendorUrl } from './domain/check-vendor-url.ts';
import { vendorSecretPlace } from './request-check.ts';
import { vendorRecords, type VendorRow, vendorSecretUpdate } from './store.ts';
import { vendorCreate, vendorItem, vendorUpdate } from './wire.ts';

/** Outside services that are asked about a contact before a lead is routed. */
export const vendorRoutes = (vault: Vault): Route[] => crudRoutes(vendorsWith(vault));

const vendorsWith = (vault: Vault): Resource<VendorRow> =>
  defineResource<VendorRow, typeof vendorCreate, typeof vendorUpdate>({
    names: ['check_vendor', 'check_vendors'],
    path: '/api/v1/check-vendors',
    permissions: { read: 'checks:read', write: 'checks:write' },
    records: vendorRecords,
    wire: { create: vendorCreate, update: vendorUpdate, item: vendorItem },
    list: { statuses: [], sorts: ['name', 'createdAt'], ids: [], linked: {} },
    rules: { unique: { check_vendors_name: 'name' } },
    inUse: 'Campaigns ask this vendor. Take it off them first.',
    prepare: ({ tenantId }) => vault.prepareSecrets(tenantId),
    show: (row) => ({ ...withIsoDates(row) }),
    async insert({ tx, body, now }) {
      const { secret, ...values } = body;
      refuseFaults(faultsOf({ baaState: 'none', baaReason: null, ...values }));
      const row = await vendorRecords.insert(tx, { id: newId(now.getTime()), ...reasoned(values) });
      if (secret !== undefined) await sealSecret(vault, tx, row.id, secret);
      return { row: { ...row, hasSecret: secret !== undefined } };
    },
    async change({ tx, body }, row) {
      requireSome(
        body,
        Object.keys(vendorUpdate.properties).filter((name) => name !== '_snapshot'),
      );
      const { secret, _snapshot, ...values } = body;
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
      const faults = faultsOf({ ...row, ...given });
      if (secret === undefined && row.hasSecret && !isSameOrigin(row.url, values.url ?? row.url)) faults.push(MOVED);
      refuseFaults(faults);
      const changed = await vendorRecords.update(tx, row.id, reasoned(values));
      if (!changed) throw notFound();
      // What one service said is not the word of another.
      if (values.url !== undefined && values.url !== row.url) await answerForget(tx, row.id);
      if (secret !== undefined) await sealSecret(vault, tx, row.id, secret);
      return { row: { ...changed, hasSecret: row.hasSecret || secret !== undefined } };
    },
  });

/** Whoever may change settings may not know the secret, and a server of their own would be told it. */
const MOVED: Fault = {
  field: 'secret',
  rule: 'required',
  message: 'Another host never gets the secret that is kept. Send the secret as well.',
};

type Terms = Pick<VendorRow, 'url' | 'baaState'> & { readonly baaReason?: string | null };

/** What is wrong with a vendor as it would stand. */
function faultsOf({ url, baaState, baaReason }: Terms): Fault[] {
  const faults: Fault[] = [];
  const message = checkVendorUrl(url);
  if (message !== null) faults.push({ field: 'url', rule: 'wrong_format', message });
  if (baaState === 'not_needed' && (baaReason ?? '').trim() === '')
    faults.push({ field: 'baaReason', rule: 'required', message: 'Say why no agreement is needed with this vendor.' });
  return faults;
}

function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw invalid(faults);
}

/** A reason without text is none. */
const reasoned = <V extends { readonly baaReason?: string | null }>(values: V): V =>
  values.baaReason?.trim() === '' ? { ...values, baaReason: null } : values;

async function sealSecret(vault: Vault, tx: TenantWriter, vendorId: string, secret: string): Promise<void> {
  const place = vendorSecretPlace(tx.context.tenantId, vendorId);
  await vendorSecretUpdate(tx, vendorId, await vault.sealSecret(place, Buffer.from(secret, 'utf8')));
}
