import { KEY_KINDS, type KeyKind, type Role } from '../../src/core/access/index.ts';
import { ACCOUNT_CALLS } from './account-calls.ts';
import { ACT_CALLS } from './act-calls.ts';
import { ENROLMENT_CALLS } from './enrolment-calls.ts';
import type { OpenRoute, Route } from '../../src/core/gate/index.ts';
import { allRoutes } from '../../src/entry/api.ts';
import { identityDeps } from '../../src/entry/compose/identity.ts';
import type { TestApp } from './app.ts';
import type { Answer, Client } from './client.ts';
import {
  contractBody,
  fresh,
  freshCampaign,
  freshContract,
  freshGroup,
  freshKey,
  freshLink,
  ladenBuyer,
  ladenOffer,
  ladenPartner,
  ladenVertical,
  slug,
} from './fresh-rows.ts';
import { INTAKE_CALLS } from './intake-calls.ts';
import { LOG_CALLS } from './log-calls.ts';
import { OUTCOME_CALLS } from './outcome-calls.ts';
import type { RouteCall } from './route-call.ts';
import { bindingOf, type Party, uncertainSale } from './parties.ts';
import { PEOPLE_CALLS } from './people-calls.ts';
import { made } from './refusals.ts';
import { SCREENING_CALLS } from './screening-calls.ts';
import { SETTING_CALLS } from './setting-calls.ts';

/** The call as a kind of key makes it, on rows that are its own. */
type Make = (party: Party, kind: Role) => RouteCall | Promise<RouteCall>;

/** A field that nothing goes by yet, of the vertical or the campaign of a party. */
const freshField = (side: 'vertical' | 'campaign', body?: RouteCall['body']): Make => {
  const name = `${side}Id` as const;
  return async (party) => {
    const owner = party[name];
    const fieldBody = { name: `field${slug().slice(6)}`, fieldType: 'text' };
    const fieldId = await fresh(party, `${side}s/${owner}/custom-fields`, fieldBody);
    return { params: { [name]: owner, fieldId }, ...(body ? { body } : {}) };
  };
};

const none: Make = () => ({});
const at =
  (name: string, id: (party: Party, kind: Role) => string | Promise<string>, body?: RouteCall['body']): Make =>
  async (party, kind) => ({ params: { [name]: await id(party, kind) }, ...(body ? { body } : {}) });

/** A key that a kind of key may know of: a party its own, the tenant any. */
const freshKeyOf = (party: Party, kind: Role) =>
  freshKey(party, kind === 'buyer' || kind === 'partner' ? bindingOf(kind, party) : {});
const isKeyKind = (kind: Role): kind is KeyKind => (KEY_KINDS as readonly Role[]).includes(kind);
const freshOwnKey = (side: 'buyer' | 'partner') => (party: Party) => freshKey(party, bindingOf(side, party));

const keys: Readonly<Record<string, Make>> = {
  list_api_keys: none,
  create_api_key: () => ({ body: { name: 'Fresh' } }),
  get_api_key: at('keyId', (party, kind) => party.keys[isKeyKind(kind) ? kind : 'admin'].id),
  update_api_key: at('keyId', freshKeyOf, { name: 'Renamed' }),
  rotate_api_key: at('keyId', freshKeyOf),
  revoke_api_key: at('keyId', freshKeyOf),
  list_buyer_api_keys: none,
  create_buyer_api_key: ({ buyerId }) => ({ body: { name: 'Fresh', buyerId } }),
  rotate_buyer_api_key: at('keyId', freshOwnKey('buyer')),
  revoke_buyer_api_key: at('keyId', freshOwnKey('buyer')),
  list_partner_api_keys: none,
  create_partner_api_key: ({ partnerId }) => ({ body: { name: 'Fresh', partnerId } }),
  rotate_partner_api_key: at('keyId', freshOwnKey('partner')),
  revoke_partner_api_key: at('keyId', freshOwnKey('partner')),
  get_field_access: none,
  replace_field_access: () => ({ body: { role: 'support', rules: [{ field: 'gender', access: 'masked' }] } }),
  list_audit_logs: none,
  get_audit_log: at('id', (party) => party.auditId),
};

const vertical = (body?: RouteCall['body']): Make => at('verticalId', (party) => party.verticalId, body);
const campaign = (body?: RouteCall['body']): Make => at('campaignId', (party) => party.campaignId, body);
const sources: Readonly<Record<string, Make>> = {
  list_verticals: none,
  create_vertical: () => ({ body: { name: 'Fresh', slug: slug() } }),
  get_vertical: vertical(),
  update_vertical: vertical({ description: 'Changed' }),
  delete_vertical: at('verticalId', ladenVertical),
  list_vertical_fields: vertical(),
  list_vertical_custom_fields: vertical(),
  create_vertical_custom_field: (party, kind) =>
    vertical({ name: `field${slug().slice(6)}`, fieldType: 'text' })(party, kind),
  update_vertical_custom_field: freshField('vertical', { label: 'Changed' }),
  delete_vertical_custom_field: freshField('vertical'),
  list_vertical_documents: vertical(),
  list_vertical_groups: none,
  create_vertical_group: () => ({ body: { name: slug() } }),
  get_vertical_group: at('verticalGroupId', freshGroup),
  update_vertical_group: at('verticalGroupId', freshGroup, { dedupScope: 'vertical' }),
  delete_vertical_group: at('verticalGroupId', freshGroup),
  update_vertical_group_verticals: at('verticalGroupId', freshGroup, { verticalIds: [] }),
  list_partners: none,
  create_partner: () => ({ body: { name: 'Fresh' } }),
  get_partner: at('partnerId', (party) => party.partnerId),
  update_partner: at('partnerId', (party) => party.partnerId, { company: 'Changed' }),
  delete_partner: at('partnerId', ladenPartner),
  list_campaigns: none,
  create_campaign: ({ partnerId, verticalId, offerId }) => ({
    body: { name: 'Fresh', partnerId, verticalId, offerId },
  }),
  get_campaign: campaign(),
  get_campaign_usage: campaign(),
  update_campaign: campaign({ notes: 'Changed' }),
  delete_campaign: at('campaignId', (party) => freshCampaign(party)),
  list_campaign_fields: campaign(),
  create_campaign_custom_field: (party, kind) =>
    campaign({ name: `field${slug().slice(6)}`, fieldType: 'text' })(party, kind),
  update_campaign_custom_field: freshField('campaign', { label: 'Changed' }),
  delete_campaign_custom_field: freshField('campaign'),
  get_campaign_posting_instructions: campaign(),
  get_campaign_shadow_report: campaign(),
  test_post_to_campaign: campaign({ fields: {} }),
  try_campaign: campaign({}),
  create_lead: ({ market, campaignId }) => ({ body: { ...market.lead(), campaignId } }),
  list_partner_campaigns: none,
  get_partner_campaign: at('id', (party) => party.campaignId),
  get_partner_campaign_sync: none,
  regenerate_spec_token: at('id', (party) => party.campaignId),
  list_campaign_setup_tokens: at('id', (party) => party.campaignId),
  create_campaign_setup_token: at('id', (party) => party.campaignId),
  revoke_campaign_setup_token: async (party) => {
    const { campaignId: id } = party;
    const token = await made(party.admin, `/api/admin/campaigns/${id}/setup-token`, {});
    return { params: { id }, body: { tokenId: token.id } };
  },
};

const buyer = (body?: RouteCall['body']): Make => at('buyerId', (party) => party.buyerId, body);
const contract = (body?: RouteCall['body']): Make => at('contractId', (party) => party.contractId, body);
const PACK = { leads: 5, pricePerLead: '12.00', notes: 'Spring pack' };
const buyers: Readonly<Record<string, Make>> = {
  list_buyers: none,
  create_buyer: () => ({ body: { name: 'Fresh' } }),
  get_buyer: buyer(),
  update_buyer: buyer({ company: 'Changed' }),
  delete_buyer: at('buyerId', ladenBuyer),
  update_buyer_status: buyer({ status: 'active' }),
  patch_buyer_status: buyer({ status: 'active' }),
  get_buyer_balance: buyer(),
  get_buyer_usage: buyer(),
  adjust_buyer_balance: buyer({ amount: '15.00', type: 'payment', notes: 'By bank transfer' }),
  list_buyer_adjustments: buyer(),
  list_buyer_packs: buyer(),
  // Of a buyer of their own: what a pack is left with decides who gets leads.
  sell_buyer_pack: at('buyerId', (party) => fresh(party, 'buyers', { name: 'Fresh' }), PACK),
  close_buyer_pack: async (party) => {
    const buyerId = await fresh(party, 'buyers', { name: 'Fresh' });
    return {
      params: { buyerId, packId: await fresh(party, `buyers/${buyerId}/packs`, PACK) },
      body: { refund: false },
    };
  },
  list_contracts: none,
  get_contracts_readiness: none,
  preview_contract_filters: ({ market }) => ({
    body: { verticalId: market.verticalId, geoFilters: { states: ['TX'] } },
  }),
  create_contract: (party) => ({ body: contractBody(party) }),
  get_contract: contract(),
  get_contract_usage: contract(),
  get_contract_considered: contract(),
  update_contract: contract({ price: '21.00' }),
  delete_contract: at('contractId', async (party) => (await freshLink(party)).contractId),
  update_contract_status: contract({ status: 'active' }),
  patch_contract_status: contract({ status: 'active' }),
};

const offer = (body?: RouteCall['body']): Make => at('offerId', (party) => party.offerId, body);
const offers: Readonly<Record<string, Make>> = {
  list_offers: none,
  create_offer: ({ verticalId }) => ({ body: { name: 'Fresh', verticalId } }),
  get_offer: offer(),
  update_offer: offer({ description: 'Changed' }),
  delete_offer: at('offerId', ladenOffer),
  list_offer_campaigns: offer(),
  link_campaign_to_offer: async (party, kind) => offer({ campaignId: await freshCampaign(party) })(party, kind),
  unlink_campaign_from_offer: async (party) => {
    const { offerId } = party;
    return { params: { offerId, campaignId: await freshCampaign(party, { offerId }) } };
  },
  get_offer_cascade_status: offer(),
  cascade_offer_status: async (party) => {
    const { offerId } = party;
    const campaignIds = [await freshCampaign(party, { offerId })];
    return { params: { offerId }, body: { action: 'disable', campaignIds } };
  },
  list_offer_contracts: offer(),
  link_contract_to_offer: async (party, kind) => offer({ contractId: await freshContract(party) })(party, kind),
  order_offer_contracts: async ({ admin, offerId }) => {
    const links = (await admin.get(`/api/v1/offers/${offerId}/contracts?limit=1000`)).json.data;
    return { params: { offerId }, body: { contractIds: links.map((link: { contractId: string }) => link.contractId) } };
  },
  update_offer_contract_link: async (party) => ({ params: await freshLink(party), body: { priority: 3 } }),
  get_offer_readiness: offer(),
  replay_offer: offer({}),
  unlink_contract_from_offer: async (party) => ({ params: await freshLink(party) }),
};

const lead: Make = at('leadId', (party) => party.leadId);
const leads: Readonly<Record<string, Make>> = {
  submit_lead: ({ market }) => ({ body: market.lead() }),
  list_leads: none,
  follow_leads: () => ({ query: 'seconds=0' }),
  find_leads: ({ leadId }) => ({ body: { leadId } }),
  get_lead: lead,
  update_lead: async (party) => ({ params: { leadId: party.leadId }, body: { firstName: 'Avery' } }),
  list_partner_leads: none,
  get_partner_lead: lead,
  get_lead_status: lead,
  list_lead_distributions: lead,
  explain_lead: lead,
  reveal_lead: at('leadId', (party) => party.leadId, { fields: ['email'], reason: 'The person called back.' }),
  list_reveals: none,
  // Only the person who asked for an approval may use it.
  export_leads: ({ leadId }) => ({ body: { approvalId: leadId } }),
  create_export: ({ leadId }) => ({ body: { approvalId: leadId } }),
  list_exports: none,
  follow_exports: none,
  list_notices: none,
  // A file is its maker's alone, who is somebody new in each call.
  get_export: at('exportId', (party) => party.leadId),
  get_export_file: at('exportId', (party) => party.leadId),
  delete_export: at('exportId', (party) => party.leadId),
  resolve_sale: at('saleId', uncertainSale, { outcome: 'accepted' }),
};

/** A call of every route, by its id, on rows of a party; what a call uses up is made anew each time. */
export const ROUTE_CALLS: Readonly<Record<string, Make>> = {
  ...keys,
  ...sources,
  ...buyers,
  ...offers,
  ...leads,
  ...ACT_CALLS,
  ...OUTCOME_CALLS,
  ...ENROLMENT_CALLS,
  ...PEOPLE_CALLS,
  ...LOG_CALLS,
  ...INTAKE_CALLS,
  ...SCREENING_CALLS,
  ...SETTING_CALLS,
  ...ACCOUNT_CALLS,
};

/** The path of a route with its ids filled in. */
const pathOf = (template: string, { params = {}, query }: RouteCall): string =>
  template.replaceAll(/:(\w+)/g, (_all, name: string) => params[name] ?? '') + (query === undefined ? '' : `?${query}`);

/** Makes one call of a route. */
export const callRoute = (
  client: Client,
  route: { method: string; path: string },
  call: RouteCall,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  client.raw(route.method, pathOf(route.path, call), call.body ? JSON.stringify(call.body) : '', {
    'content-type': 'application/json',
    ...headers,
  });

/** The call of a route on rows of a party. Throws for a route that the table lacks. */
export async function callOf(route: Pick<Route, 'id'>, party: Party, kind: Role = 'admin'): Promise<RouteCall> {
  const make = ROUTE_CALLS[route.id];
  if (!make) throw new Error(`test/kit/route-calls.ts has no call of ${route.id}: add one`);
  return make(party, kind);
}

/** Every route that the application has registered. */
const registered = ({ runtime, engine, mail }: TestApp): (Route | OpenRoute)[] => {
  const publicUrl = 'https://localhost';
  const identity = identityDeps(runtime, { mail, publicUrl, onProblem: () => {} });
  return allRoutes(runtime, engine, { publicUrl, identity, hasRoom: () => true, onProblem: () => {} });
};

/** Those for known callers. */
export const routesOf = (app: TestApp): Route[] =>
  registered(app).filter((route): route is Route => !('handleOpen' in route));

/** Those that strangers may call: the ways in. */
export const openRoutesOf = (app: TestApp): OpenRoute[] =>
  registered(app).filter((route): route is OpenRoute => 'handleOpen' in route);

/** The names of the ids in a route's path. */
export const idNames = (route: Pick<Route, 'path'>): string[] =>
  [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '').filter((name) => /id$/i.test(name));

/** The same call about another record. */
export const withId = (on: RouteCall, name: string, id: string): RouteCall => ({
  ...on,
  params: { ...on.params, [name]: id },
});
