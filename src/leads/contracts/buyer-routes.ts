import { Type } from 'typebox';
import { apiKeysDelete } from '../../core/access/index.ts';
import {
  changePlain,
  crudRoutes,
  defineResource,
  defineRoute,
  idSchema,
  insertPlain,
  one,
  requireRow,
  type Route,
  showProfile,
  statusRoutes,
  withIsoDates,
} from '../../core/gate/index.ts';
import { formatCents } from '../../kernel/money.ts';
import { buyerRecords, type BuyerRow } from './buyer-store.ts';
import {
  BUYER_STATUSES,
  buyerBalanceItem,
  buyerCreate,
  buyerItem,
  buyerProfile,
  buyerStatus,
  buyerUpdate,
} from './buyer-wire.ts';

const plain = { records: buyerRecords, columns: ['name', 'status'], profile: buyerProfile };

const buyers = defineResource<BuyerRow, typeof buyerCreate, typeof buyerUpdate>({
  names: ['buyer', 'buyers'],
  path: '/api/v1/buyers',
  permissions: { read: 'buyers:read', write: 'buyers:write' },
  records: buyerRecords,
  wire: { create: buyerCreate, update: buyerUpdate, item: buyerItem },
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
    creditLimit: null,
    balance: formatCents(row.balanceCents),
  }),
  async insert(writing) {
    return { row: await insertPlain(plain, writing) };
  },
  async change(writing, row) {
    return { row: await changePlain(plain, writing, row) };
  },
  unlink: (tx, row) => apiKeysDelete(tx, { buyerId: row.id }),
});

/** Buyers: who gets leads. */
export function buyerRoutes(): Route[] {
  return [
    ...crudRoutes(buyers),
    ...statusRoutes(buyers, buyerStatus),
    defineRoute({
      id: 'get_buyer_balance',
      method: 'GET',
      path: '/api/v1/buyers/:buyerId/balance',
      tag: 'buyers',
      summary: 'What the buyer owes, by the ledger, against its credit limit.',
      permission: 'buyers:read',
      audit: { action: 'buyer.balance', entity: 'buyer' },
      params: Type.Object({ buyerId: idSchema }),
      response: one(buyerBalanceItem),
      async handle({ tx, params: { buyerId } }) {
        const row = await requireRow(buyers, tx, buyerId);
        return {
          answer: { data: { balance: formatCents(row.balanceCents), creditLimit: null, available: null } },
          touched: [row.id],
        };
      },
    }),
  ];
}
