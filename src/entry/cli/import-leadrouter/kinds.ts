import type { Kind } from './bring-record.ts';

const routesOf = (name: string): Kind['routes'] => ({
  get: `get_${name}`,
  create: `create_${name}`,
  update: `update_${name}`,
});

export const GROUP: Kind = {
  kind: 'vertical_group',
  param: 'verticalGroupId',
  routes: routesOf('vertical_group'),
  refs: {},
  essential: ['name'],
  waitsIfCut: false,
};

export const VERTICAL: Kind = {
  kind: 'vertical',
  param: 'verticalId',
  routes: routesOf('vertical'),
  refs: { verticalGroupId: 'vertical_group' },
  essential: ['name', 'slug'],
  waitsIfCut: false,
};

export const PARTNER: Kind = {
  kind: 'partner',
  param: 'partnerId',
  routes: routesOf('partner'),
  refs: {},
  essential: ['name'],
  waitsIfCut: false,
};

export const BUYER: Kind = {
  kind: 'buyer',
  param: 'buyerId',
  routes: routesOf('buyer'),
  refs: {},
  essential: ['name'],
  waitsIfCut: false,
};

export const CONTRACT: Kind = {
  kind: 'contract',
  param: 'contractId',
  routes: routesOf('contract'),
  refs: { buyerId: 'buyer', verticalId: 'vertical' },
  essential: ['name', 'buyerId', 'verticalId', 'price', 'pricePerLead'],
  waitsIfCut: true,
};

export const OFFER: Kind = {
  kind: 'offer',
  param: 'offerId',
  routes: routesOf('offer'),
  refs: { verticalId: 'vertical' },
  essential: ['name', 'verticalId'],
  waitsIfCut: true,
};

export const CAMPAIGN: Kind = {
  kind: 'campaign',
  param: 'campaignId',
  routes: routesOf('campaign'),
  refs: { partnerId: 'partner', verticalId: 'vertical', offerId: 'offer' },
  essential: ['name', 'partnerId', 'offerId', 'verticalId'],
  waitsIfCut: true,
};

/** The routes by which everything is read and written here. */
export const ROUTES_AT_WORK: ReadonlySet<string> = new Set([
  ...[GROUP, VERTICAL, PARTNER, BUYER, CONTRACT, OFFER, CAMPAIGN].flatMap(({ routes }) => Object.values(routes)),
  'create_vertical_custom_field',
  'update_vertical_custom_field',
  'list_vertical_custom_fields',
  'create_campaign_custom_field',
  'update_campaign_custom_field',
  'list_campaign_fields',
  'list_offer_contracts',
  'link_contract_to_offer',
  'update_offer_contract_link',
  'import_suppression_entries',
  'create_blocked_ip',
  'create_blocked_caller_id',
  'create_blocked_referrer',
]);
