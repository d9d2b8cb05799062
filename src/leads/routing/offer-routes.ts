import type { Static } from 'typebox';
import {
  changePlain,
  crudRoutes,
  defineResource,
  insertPlain,
  type Route,
  showProfile,
  withIsoDates,
} from '../../core/gate/index.ts';
import { type Fault, invalid } from '../../kernel/app-error.ts';
import { campaignsUnlink } from '../sources/index.ts';
import { readListed, showListed } from './listed-wire.ts';
import { readMargin, showMargin } from './margin-wire.ts';
import { offerRecords, type OfferRow } from './store.ts';
import { OFFER_STATUSES, offerCreate, offerItem, offerProfile, offerUpdate } from './wire.ts';

const plain = {
  records: offerRecords,
  columns: [
    'name',
    'description',
    'status',
    'verticalId',
    'visibility',
    'distributionType',
    'affinity',
    'affinityDays',
    'distributionRule',
    'maxSales',
    'dedupEnabled',
    'dedupWindowDays',
    'dedupScope',
  ],
  profile: offerProfile,
};

export const offers = defineResource<OfferRow, typeof offerCreate, typeof offerUpdate>({
  names: ['offer', 'offers'],
  path: '/api/v1/offers',
  permissions: { read: 'offers:read', write: 'offers:write' },
  records: offerRecords,
  wire: { create: offerCreate, update: offerUpdate, item: offerItem },
  list: {
    statuses: OFFER_STATUSES,
    sorts: ['displayId', 'name', 'status', 'createdAt'],
    ids: ['verticalId'],
    linked: {
      contractId: `EXISTS (SELECT 1 FROM offer_contracts AS l
        WHERE l.tenant_id = offers.tenant_id AND l.offer_id = offers.id AND l.contract_id = ?)`,
    },
  },
  rules: { references: { offers_tenant_id_vertical_id_fkey: 'verticalId' } },
  inUse: 'This offer is in use. Set it inactive.',
  show: ({ fallbackRule, margin, minMarginCents, defaultPayoutCents, states, ...row }, caller) => ({
    ...withIsoDates(row),
    ...showMargin({ margin, minMarginCents }),
    ...showListed({ defaultPayoutCents, states }),
    ...showProfile(offerProfile, row.profile, caller),
    dqDistributionRule: fallbackRule,
  }),
  async insert(writing) {
    requireBound(writing.body, { distributionType: 'exclusive', maxSales: null });
    return { row: await insertPlain(plain, writing, moreOf(writing.body)) };
  },
  async change(writing, row) {
    const { verticalId } = writing.body;
    if (verticalId !== undefined && verticalId !== row.verticalId) {
      throw invalid([
        { field: 'verticalId', rule: 'immutable', message: 'An offer stays with its vertical. Make another offer.' },
      ]);
    }
    requireBound(writing.body, row);
    return { row: await changePlain(plain, writing, row, moreOf(writing.body)) };
  },
  unlink: (tx, row) => campaignsUnlink(tx, row.id),
});

/** What of a body is not kept under its own name. Throws VALIDATION_ERROR for a margin that cannot be read. */
function moreOf(body: Static<typeof offerUpdate>) {
  const faults: Fault[] = [];
  const margin = readMargin(body, faults);
  if (faults.length > 0) throw invalid(faults);
  return { ...fallbackOf(body), ...margin, ...readListed(body) };
}

/** Null is the pool's usual rule. */
const fallbackOf = ({ dqDistributionRule: rule }: Static<typeof offerUpdate>): { readonly fallbackRule?: string } =>
  rule === undefined ? {} : { fallbackRule: rule ?? 'priority' };

/** A hybrid sells to so many: without the number it would sell to all, which is what multisell is for. */
function requireBound(body: Static<typeof offerUpdate>, before: Pick<OfferRow, 'distributionType' | 'maxSales'>): void {
  const maxSales = body.maxSales === undefined ? before.maxSales : body.maxSales;
  if ((body.distributionType ?? before.distributionType) !== 'hybrid' || maxSales !== null) return;
  const message = 'A hybrid offer needs it. Send the most buyers that may get one lead, such as 3.';
  throw invalid([{ field: 'maxSales', rule: 'required', message }]);
}

/** Offers: what joins campaigns to contracts. */
export const offerRoutes = (): Route[] => crudRoutes(offers);
