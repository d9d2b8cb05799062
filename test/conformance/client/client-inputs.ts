import type { ToolDefinition } from 'theleadrouter-mcp';
import type { Scene } from './client-scene.ts';

export type Input = Record<string, unknown>;

/** An id that nothing has: where a group has no rows to point at. */
const NOBODY = '00000000-0000-7000-8000-0000000000ff';

/** Looks like a token of a link, and is none that is open. */
const SPENT = 'A'.repeat(43);

/** The little of zod that the client's schemas are made of. */
interface ZodKind {
  readonly _def: {
    readonly typeName: string;
    readonly innerType?: ZodKind;
    readonly schema?: ZodKind;
    readonly type?: ZodKind;
    readonly values?: readonly string[];
    readonly shape?: () => Readonly<Record<string, ZodKind>>;
  };
  isOptional(): boolean;
  parse(value: unknown): unknown;
}

const isZodKind = (schema: object): schema is ZodKind => '_def' in schema && 'parse' in schema;

let serial = 0;

const texts = (tag: string): Readonly<Record<string, string>> => ({
  name: `Made by the client ${tag}`,
  slug: `client-${tag}`,
  email: `client.${tag}@example.com`,
  fromEmail: 'sender@example.com',
  firstName: 'Avery',
  lastName: 'Bennett',
  phone: `512556${tag.padStart(4, '0')}`,
  state: 'TX',
  zipCode: '78701',
  amount: '25.00',
  costPerLead: '6.00',
  password: 'seven green bicycles',
  dateFrom: '2026-01-01T00:00:00Z',
  dateTo: '2027-01-01T00:00:00Z',
  startDate: '2026-01-01',
  endDate: '2027-01-01',
  periodStart: '2026-01-01',
  periodEnd: '2026-01-31',
  expiresAt: '2027-06-01T00:00:00Z',
  ipRange: `198.51.100.${tag}`,
  phoneNumber: `206556${tag.padStart(4, '0')}`,
  referrer: `client-${tag}.example`,
  domain: `client-${tag}.clinic.com`,
  url: 'https://crm.example.com/leads',
  host: 'mail.example.com',
  termsUrl: 'https://example.com/terms',
  trustedFormCertUrl: 'https://cert.trustedform.com/0123456789abcdef',
  consentCertUrl: 'https://cert.trustedform.com/0123456789abcdef',
  category: 'general',
  disposition: 'sale',
  content: 'Asked to be called after five.',
  search: 'Made',
  q: 'test',
  sort: 'createdAt',
  reason: 'manual',
  type: 'leads',
  role: 'admin',
  status: 'active',
  deliveryUrlOverride: 'https://crm.example.com/leads',
  scheduleTimezone: 'America/Chicago',
  plan: 'starter',
});

const NUMBERS: Readonly<Record<string, number>> = { limit: 5, offset: 0, pingTimeout: 5000, port: 587 };

/** What a single call says otherwise; undefined leaves a field out. */
const SPECIAL: Readonly<Record<string, (scene: Scene) => Input>> = {
  create_contract: () => ({
    geoFilters: { states: ['TX'] },
    demographicFilters: undefined,
    customFilters: undefined,
    scheduleHours: undefined,
    deliveryConfig: [{ id: 'primary', type: 'http_post', url: 'https://crm.example.com/leads' }],
  }),
  update_contract: () => ({
    deliveryConfig: [{ id: 'primary', type: 'http_post', url: 'https://crm.example.com/leads', format: 'json' }],
  }),
  list_partner_offers: ({ party }) => ({ verticalId: party.verticalId }),
  get_partner_offer: ({ openOfferId }) => ({ id: openOfferId }),
  get_partner_offer_stats: ({ openOfferId }) => ({ id: openOfferId }),
  request_offer_enrollment: ({ openOfferId }) => ({ id: openOfferId }),
  create_offer: () => ({ intakeCenterId: undefined, fieldSettings: undefined, attributionPolicy: undefined }),
  create_api_key: ({ party }) => ({ scopes: ['routing'], buyerId: party.buyerId, partnerId: undefined }),
  create_user: ({ party }) => ({ role: 'buyer', buyerId: party.buyerId }),
  create_contact: ({ party }) => ({ entityType: 'buyer', entityId: party.buyerId }),
  submit_session: ({ party }) => ({ data: { ...party.market.lead(), campaignId: undefined } }),
  create_coreg_lead: ({ party }) => ({ data: { ...party.market.lead(), campaignId: undefined } }),
  post_lead: ({ quoteId }) => ({ pingId: quoteId, acceptedBuyerIds: undefined }),
  revoke_campaign_setup_token: ({ setupTokenId }) => ({ tokenId: setupTokenId }),
  get_setup_token: () => ({ token: SPENT }),
  complete_setup: () => ({ token: SPENT, orgName: undefined }),
  create_session: () => ({ data: { firstName: 'Avery' } }),
  update_lead_session: () => ({ data: { state: 'TX' }, status: undefined }),
  create_vertical_custom_field: () => ({ name: 'insuranceKind', label: 'Insurance', options: undefined }),
  list_leads: () => ({ status: 'sold', search: undefined }),
  list_partner_leads: () => ({ status: 'sold', search: undefined }),
  list_partner_engagements: () => ({ status: undefined }),
  add_suppression_entry: () => ({ type: 'email', value: 'never@example.com' }),
  check_suppression: () => ({ type: 'email', value: 'never@example.com' }),
  opt_out: () => ({ identifier: 'no.more@example.com', identifierType: 'email' }),
  get_settings: () => ({ key: undefined }),
  list_audit_logs: () => ({ entityType: 'lead', entityId: undefined, action: undefined, userId: undefined }),
  list_posting_log: () => ({ cursor: undefined, endpoint: undefined, outcome: undefined, httpStatus: 200 }),
  list_partner_posting_log: () => ({ cursor: undefined, endpoint: undefined, outcome: undefined }),
  bulk_status_update: ({ party }) => ({ entityType: 'campaign', ids: [party.campaignId], status: 'active' }),
  distribute_lead: ({ party, unsoldIds: [leadId] }) => ({
    leadId,
    mode: 'include_specific',
    contractIds: [party.contractId],
  }),
  update_lead: ({ unsoldIds: [leadId] }) => ({ leadId }),
  cherry_pick_lead: ({ unsoldIds: [, leadId] }) => ({ leadId }),
  cascade_offer_status: ({ party }) => ({ action: 'disable', campaignIds: [party.campaignId] }),
  update_partner_settings: () => ({ currentPassword: 'seven green bicycles', newPassword: 'eight blue bicycles' }),
  transfer_ownership: ({ userId }) => ({ targetUserId: userId }),
  update_user: () => ({ email: undefined }),
  bulk_import_events: ({ party, saleId }) => ({
    events: [{ type: 'lead', identifier: saleId, contractId: party.contractId, status: 'sale' }],
  }),
  get_public_campaign_specs: ({ specToken }) => ({ token: specToken, format: 'json' }),
  link_campaign_to_offer: ({ created, party }) => ({
    offerId: created.get('/api/v1/offers') ?? party.offerId,
    campaignId: created.get('/api/v1/campaigns') ?? party.campaignId,
  }),
  unlink_campaign_from_offer: ({ created, party }) => ({
    offerId: party.offerId,
    campaignId: created.get('/api/v1/campaigns') ?? NOBODY,
  }),
  link_contract_to_offer: ({ created, party }) => ({
    offerId: created.get('/api/v1/offers') ?? party.offerId,
    contractId: created.get('/api/v1/contracts') ?? party.contractId,
  }),
  clone_vertical_group_dispositions: ({ created }) => ({
    sourceGroupId: created.get('/api/admin/vertical-groups') ?? NOBODY,
  }),
  reorder_vertical_group_dispositions: ({ codeId }) => ({ items: [{ id: codeId, sortOrder: 1 }] }),
  delete_contract_disposition: ({ wordId }) => ({ overrideId: wordId }),
  update_vertical_group_verticals: ({ party }) => ({ verticalIds: [party.verticalId] }),
  handle_postback: ({ party }) => ({ key: party.keys.buyer.key }),
  handle_postback_post: ({ party }) => ({ key: party.keys.buyer.key }),
  update_lead_crm_status: () => ({ status: 'contacted', substatus: 'left_message' }),
  adjust_lead_payout: () => ({ newPrice: 12.5 }),
  merge_person: ({ otherPersonId }) => ({ mergePersonId: otherPersonId }),
  navigate_to: () => ({ path: '/admin/offers' }),
};

/** Names of id fields whose collection is not simply their plural. */
const COLLECTIONS: Readonly<Record<string, string>> = { person: 'people', mergePerson: 'people', targetUser: 'users' };

function idOf(name: string, scene: Scene): string {
  if (name === 'saleId') return scene.saleId;
  const stem = name.replace(/Ids?$/, '');
  return scene.seeded[COLLECTIONS[stem] ?? `${stem}s`] ?? NOBODY;
}

const isId = (name: string): boolean => /Ids?$/.test(name) && name !== 'externalId';

function inner(kind: ZodKind): ZodKind {
  const next = kind._def.innerType ?? kind._def.schema;
  return next ? inner(next) : kind;
}

function valueOf(name: string, given: ZodKind, scene: Scene): unknown {
  const kind = inner(given);
  const { typeName, values, type, shape } = kind._def;
  if (typeName === 'ZodEnum') return values?.[0];
  if (typeName === 'ZodNumber') return NUMBERS[name] ?? 10;
  if (typeName === 'ZodBoolean') return /consent|terms/i.test(name);
  if (typeName === 'ZodArray' && type) return [valueOf(name, type, scene)];
  if (typeName === 'ZodRecord') return {};
  if (typeName === 'ZodObject' && shape) return valuesOf(shape(), scene, false);
  if (isId(name)) return idOf(name, scene);
  return texts(String((serial += 1)))[name] ?? 'Text';
}

function valuesOf(fields: Readonly<Record<string, ZodKind>>, scene: Scene, onlyRequired: boolean): Input {
  const wanted = Object.entries(fields).filter(([, kind]) => !onlyRequired || !kind.isOptional());
  return Object.fromEntries(wanted.map(([name, kind]) => [name, valueOf(name, kind, scene)]));
}

/** Looks up an id for a parameter of a path: what was made there, what the market has, or the first of the list. */
async function paramOf(tool: ToolDefinition, before: { readonly route: string; readonly path: string }, scene: Scene) {
  const fresh = scene.created.get(before.route);
  if (tool.metadata.method === 'DELETE' && fresh) return fresh;
  const seeded = scene.seeded[before.route.split('/').at(-1) ?? ''];
  if (seeded ?? fresh) return seeded ?? fresh;
  const listed = await scene.clientOf(tool).get(before.path);
  const first: unknown = listed.json?.data?.[0]?.id;
  return typeof first === 'string' ? first : NOBODY;
}

async function paramsOf(tool: ToolDefinition, scene: Scene): Promise<Record<string, string>> {
  const params: Record<string, string> = {};
  const before = { route: '', path: '' };
  for (const segment of tool.metadata.path.split('/').slice(1)) {
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name) params[name] = (await paramOf(tool, before, scene)) ?? NOBODY;
    before.route += `/${segment}`;
    before.path += `/${name ? (params[name] ?? '') : segment}`;
  }
  return params;
}

/** What the client would send for a call: what its schema names, whole or only what it demands. */
export async function inputOf(tool: ToolDefinition, scene: Scene, onlyRequired: boolean): Promise<Input> {
  const { zodSchema: schema } = tool;
  if (!isZodKind(schema)) throw new Error(`${tool.name} has no schema of zod`);
  const fields = schema._def.shape?.() ?? {};
  const values = valuesOf(fields, scene, onlyRequired);
  const special = Object.entries(SPECIAL[tool.name]?.(scene) ?? {});
  const wanted = special.filter(([name]) => !onlyRequired || fields[name]?.isOptional() === false);
  const input = { ...values, ...(await paramsOf(tool, scene)), ...Object.fromEntries(wanted) };
  return schema.parse(input) as Input;
}
