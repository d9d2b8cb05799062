import {
  changePlain,
  crudRoutes,
  defineResource,
  insertPlain,
  type Route,
  showProfile,
  withIsoDates,
} from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { GLOBAL_FIELDS } from '../intake/index.ts';
import { refuseUnknownFields } from './check-fields.ts';
import { countChildren, deactivateChildren, toldOf } from './deactivate-children.ts';
import { lowersRegime } from './domain/regime.ts';
import { fieldsOfVertical } from './field-store.ts';
import { verticalRecords, type VerticalRow } from './vertical-store.ts';
import {
  VERTICAL_STATUSES,
  verticalCreate,
  verticalDetail,
  verticalItem,
  verticalProfile,
  verticalUpdate,
} from './vertical-wire.ts';

const plain = {
  records: verticalRecords,
  columns: [
    'name',
    'slug',
    'description',
    'status',
    'regime',
    'dedupFields',
    'dedupMatch',
    'dedupWindowDays',
    'dedupSoldOnly',
    'verticalGroupId',
  ],
  profile: verticalProfile,
};

const CHILDREN = ['campaigns', 'offers', 'contracts'] as const;
const parentOf = (id: string) => ({ column: 'vertical_id', id }) as const;

export const verticals = defineResource<VerticalRow, typeof verticalCreate, typeof verticalUpdate>({
  names: ['vertical', 'verticals'],
  path: '/api/v1/verticals',
  permissions: { read: 'verticals:read', write: 'verticals:write' },
  records: verticalRecords,
  wire: {
    create: verticalCreate,
    update: verticalUpdate,
    item: verticalItem,
    detail: verticalDetail,
    beside: toldOf(CHILDREN),
  },
  list: {
    statuses: VERTICAL_STATUSES,
    sorts: ['displayId', 'name', 'slug', 'status', 'createdAt'],
    ids: [],
    linked: {},
    limit: 1000,
  },
  rules: {
    unique: { verticals_tenant_id_slug_key: 'slug' },
    references: { verticals_vertical_group_fkey: 'verticalGroupId' },
  },
  inUse: 'Campaigns, offers or contracts use this vertical. Delete them first, or set the vertical inactive.',
  show: (row, caller) => ({
    ...withIsoDates(row),
    ...showProfile(verticalProfile, row.profile, caller),
    fieldCount: GLOBAL_FIELDS.length + row.customFieldCount,
  }),
  detail: async ({ id }, { tx }) => ({ working: await countChildren(tx, parentOf(id), CHILDREN) }),
  async insert(writing) {
    await checkDedupFields(writing.tx, undefined, writing.body.dedupFields);
    return { row: await insertPlain(plain, writing) };
  },
  async change(writing, row) {
    const { tx, body } = writing;
    await checkDedupFields(tx, row.id, body.dedupFields);
    if (body.regime !== undefined && lowersRegime(row.regime, body.regime)) {
      const message = 'A less demanding regime needs a compliance sign-off, which is not available in this version.';
      throw invalid([{ field: 'regime', rule: 'needs_sign_off', message }]);
    }
    const changed = await changePlain(plain, writing, row);
    const wish = { status: body.status, cascade: body.cascadeInactive };
    return { row: changed, ...(await deactivateChildren(tx, wish, parentOf(row.id), CHILDREN)) };
  },
});

/** Checks the fields that tell duplicates against those that leads of the vertical have. */
async function checkDedupFields(
  tx: TenantReader,
  verticalId: string | undefined,
  names: readonly string[] = [],
): Promise<void> {
  if (names.length === 0) return;
  const own = verticalId === undefined ? [] : await fieldsOfVertical(tx, verticalId);
  refuseUnknownFields([...GLOBAL_FIELDS, ...own.map(({ definition }) => definition)], names);
}

/** Verticals and what hangs on them. */
export const verticalRoutes = (): Route[] => crudRoutes(verticals);
