import { type Static, Type } from 'typebox';
import { apiKeysDelete } from '../../core/access/index.ts';
import {
  centsOf,
  changePlain,
  crudRoutes,
  defineResource,
  insertPlain,
  type Route,
  showProfile,
  statusRoutes,
  withIsoDates,
} from '../../core/gate/index.ts';
import { type Fault, invalid } from '../../kernel/app-error.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { formatCents } from '../../kernel/money.ts';
import { GLOBAL_FIELDS } from '../intake/index.ts';
import type { Caps } from '../routing/index.ts';
import { deactivateChildren, fieldsOfTenant, refuseUnknownFields, toldOf } from '../sources/index.ts';
import { readCaps, showCaps } from './cap-wire.ts';
import { buyerRecords, type BuyerRow } from './buyer-store.ts';
import { BUYER_STATUSES, buyerCreate, buyerItem, buyerProfile, buyerStatus, buyerUpdate } from './buyer-wire.ts';

const plain = {
  records: buyerRecords,
  columns: ['name', 'status', 'dedupEnabled', 'dedupFields', 'dedupWindowDays'],
  profile: buyerProfile,
};

export const buyers = defineResource<BuyerRow, typeof buyerCreate, typeof buyerUpdate>({
  names: ['buyer', 'buyers'],
  path: '/api/v1/buyers',
  permissions: { read: 'buyers:read', write: 'buyers:write' },
  records: buyerRecords,
  wire: {
    create: buyerCreate,
    update: buyerUpdate,
    item: buyerItem,
    beside: toldOf(['contracts']),
  },
  list: {
    statuses: BUYER_STATUSES,
    sorts: ['displayId', 'name', 'status', 'createdAt'],
    ids: [],
    linked: {
      verticalId: `EXISTS (SELECT 1 FROM contracts AS c
        WHERE c.tenant_id = buyers.tenant_id AND c.buyer_id = buyers.id AND c.vertical_id = ?)`,
    },
    // Every buyer has the one model there is.
    also: { pricingModel: Type.Optional(Type.Enum(['fixed'])) },
  },
  rules: {},
  inUse: 'This buyer has contracts or people. Delete the contracts first; with people, set the buyer inactive.',
  show: (row, caller) => ({
    ...withIsoDates(row),
    ...showProfile(buyerProfile, row.profile, caller),
    pricingModel: 'fixed',
    creditLimit: row.creditLimitCents === null ? null : formatCents(row.creditLimitCents),
    balance: formatCents(row.balanceCents),
    reserved: formatCents(row.committedCents - row.balanceCents),
    ...showCaps(row.caps),
  }),
  async insert(writing) {
    await checkDedupFields(writing.tx, writing.body.dedupFields);
    return { row: await insertPlain(plain, writing, limitsOf(writing.body, {})) };
  },
  async change(writing, row) {
    await checkDedupFields(writing.tx, writing.body.dedupFields);
    const changed = await changePlain(plain, writing, row, limitsOf(writing.body, row.caps));
    const { status, deactivateChildren: cascade } = writing.body;
    const parent = { column: 'buyer_id', id: row.id } as const;
    return { row: changed, ...(await deactivateChildren(writing.tx, { status, cascade }, parent, ['contracts'])) };
  },
  unlink: (tx, row) => apiKeysDelete(tx, { buyerId: row.id }),
});

/** The caps and the credit that a body speaks of. */
function limitsOf(
  body: Static<typeof buyerUpdate>,
  before: Caps,
): { readonly caps: Caps; readonly creditLimitCents?: number | null } {
  const faults: Fault[] = [];
  const caps = readCaps(body, before, faults);
  if (faults.length > 0) throw invalid(faults);
  const { creditLimit } = body;
  if (creditLimit === undefined) return { caps };
  return { caps, creditLimitCents: creditLimit === null || creditLimit === '' ? null : centsOf(creditLimit) };
}

/** A buyer buys in several verticals: fields of any of them will do. */
async function checkDedupFields(tx: TenantReader, names: readonly string[] = []): Promise<void> {
  if (names.length === 0) return;
  const own = await fieldsOfTenant(tx);
  refuseUnknownFields([...GLOBAL_FIELDS, ...own.map(({ definition }) => definition)], names);
}

/** Buyers: who gets leads. */
export const buyerRoutes = (): Route[] => [...crudRoutes(buyers), ...statusRoutes(buyers, buyerStatus)];
