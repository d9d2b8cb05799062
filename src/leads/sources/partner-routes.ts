import { apiKeysDelete } from '../../core/access/index.ts';
import {
  changePlain,
  crudRoutes,
  defineResource,
  insertPlain,
  type Route,
  showProfile,
  withIsoDates,
} from '../../core/gate/index.ts';
import { deactivateChildren, toldOf } from './deactivate-children.ts';
import { partnerRecords, type PartnerRow } from './partner-store.ts';
import { PARTNER_STATUSES, partnerCreate, partnerItem, partnerProfile, partnerUpdate } from './partner-wire.ts';

const plain = { records: partnerRecords, columns: ['name', 'status'], profile: partnerProfile };

const partners = defineResource<PartnerRow, typeof partnerCreate, typeof partnerUpdate>({
  names: ['partner', 'partners'],
  path: '/api/v1/partners',
  permissions: { read: 'partners:read', write: 'partners:write' },
  records: partnerRecords,
  wire: {
    create: partnerCreate,
    update: partnerUpdate,
    item: partnerItem,
    beside: toldOf(['campaigns']),
  },
  list: {
    statuses: PARTNER_STATUSES,
    sorts: ['displayId', 'legacyId', 'name', 'status', 'createdAt'],
    ids: [],
    linked: {
      verticalId: `EXISTS (SELECT 1 FROM campaigns AS c
        WHERE c.tenant_id = partners.tenant_id AND c.partner_id = partners.id AND c.vertical_id = ?)`,
    },
  },
  rules: {},
  inUse: 'This partner has campaigns or people. Delete the campaigns first; with people, set the partner inactive.',
  show: (row, caller) => ({ ...withIsoDates(row), ...showProfile(partnerProfile, row.profile, caller) }),
  async insert(writing) {
    return { row: await insertPlain(plain, writing) };
  },
  async change(writing, row) {
    const { status, deactivateChildren: cascade } = writing.body;
    const changed = await changePlain(plain, writing, row);
    const parent = { column: 'partner_id', id: row.id } as const;
    return { row: changed, ...(await deactivateChildren(writing.tx, { status, cascade }, parent, ['campaigns'])) };
  },
  unlink: (tx, row) => apiKeysDelete(tx, { partnerId: row.id }),
});

/** Partners: who sends leads. */
export const partnerRoutes = (): Route[] => crudRoutes(partners);
