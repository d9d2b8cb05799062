import assert from 'node:assert/strict';
import { KEY_KINDS, type KeyKind } from '../../src/core/access/index.ts';
import type { TestApp } from './app.ts';
import type { Client } from './client.ts';
import { type Market, startMarket } from './market.ts';
import { keepAccounts, partyRows, type PartyRows } from './party-rows.ts';
import { made } from './refusals.ts';
import { keepSettings } from './settings-of.ts';

/** A key of one kind, and who calls with it. */
export interface PartyKey {
  readonly id: string;
  readonly key: string;
  readonly client: Client;
}

/**
 * One buyer and one partner of a tenant with all that belongs to them, made by the public API: leads that were sold,
 * refused and left uncertain, with what follows from each.
 */
export interface Party extends PartyRows {
  readonly tenantId: string;
  readonly admin: Client;
  readonly market: Market;
  readonly verticalId: string;
  readonly offerId: string;
  readonly partnerId: string;
  readonly campaignId: string;
  readonly buyerId: string;
  readonly contractId: string;
  /** Sold to the buyer. */
  readonly leadId: string;
  readonly auditId: string;
  readonly postingId: string;
  /** The ping that its lead was posted to. */
  readonly pingId: string;
  readonly keys: Readonly<Record<KeyKind, PartyKey>>;
  /** A further tenant with nothing in it, in this state. */
  freshTenant(status?: 'active' | 'pending'): Promise<string>;
}

/** Posts a lead that the buyer leaves uncertain, and gives the sale. */
export async function uncertainSale({ market, admin }: Pick<Party, 'market' | 'admin'>): Promise<string> {
  market.buyers[0]?.simulator.control({ behaviour: 'status_500' });
  const answer = await market.post();
  market.buyers[0]?.simulator.control({ behaviour: 'accept' });
  assert.equal(answer.json.data.status, 'pending', answer.text);
  const waterfall = await admin.get(`/api/v1/leads/${answer.json.leadId}/distributions`);
  return String(waterfall.json.data[0].saleId);
}

/** Makes a party of the tenant whose admin key it is. */
export async function makeParty(
  app: TestApp,
  tenant: { tenantId: string; adminKey: string; admin: Client },
): Promise<Party> {
  const { admin } = tenant;
  const licensedFields = ['firstName', 'phone', 'zipCode'];
  const market = await startMarket(app, admin, {
    rule: 'round_robin',
    buyers: [{ contract: { uncertainPolicy: 'hold', licensedFields } }],
  });
  const buyer = market.buyers[0];
  assert.ok(buyer);
  const { verticalId, offerId, partnerId, campaignId } = market;
  await made(admin, `/api/v1/verticals/${verticalId}/custom-fields`, { name: 'treatment', fieldType: 'text' });
  const sold = await market.post(market.lead({ treatment: 'implants' }));
  assert.equal(sold.json.result, 'success', sold.text);
  buyer.simulator.control({ behaviour: 'reject' });
  assert.equal((await market.post()).json.result, 'rejected');
  await uncertainSale({ market, admin });
  await made(market.posting, '/api/v1/sessions', { campaignId });
  await made(admin, `/api/admin/campaigns/${campaignId}/setup-token`, {});
  const leadId = String(sold.json.leadId);
  const audit = await admin.get(`/api/v1/audit-logs?entityId=${leadId}`);
  const posting = await admin.get(`/api/admin/posting-log?leadId=${leadId}`);
  const { buyerId, contractId } = buyer;
  const pingId = await pingOfLead(app, market, leadId);
  const keys = await keysOf(app, admin, { buyerId, partnerId, campaignId });
  await keepSettings(admin, keys.partner.client);
  await workOn(admin, leadId, buyer.buyerId);
  await keepLists(admin, contractId);
  const rows = partyRows(app, { tenantId: tenant.tenantId, buyerId, partnerId, leadId });
  await keepAccounts(app, rows, tenant.tenantId);
  return {
    ...tenant,
    ...rows,
    market,
    verticalId,
    offerId,
    partnerId,
    campaignId,
    buyerId,
    contractId,
    leadId,
    auditId: audit.json.data[0].id,
    postingId: posting.json.data[0].id,
    pingId,
    keys,
    freshTenant: (status = 'active') => emptyTenant(app, status),
  };
}

/** Looks at a lead behind the mask, writes a note beside it, and says what became of it. */
async function workOn(admin: Client, leadId: string, buyerId: string): Promise<void> {
  await lookBehindMask(admin, leadId);
  await made(admin, `/api/v1/leads/${leadId}/notes`, { content: 'Asked to be called after five.' });
  const said = await admin.put(`/api/v1/leads/${leadId}/crm-status`, { buyerId, status: 'contacted' });
  assert.equal(said.status, 200, said.text);
}

/** Makes a ping, and has it be the one of a lead. */
async function pingOfLead(app: TestApp, market: Market, leadId: string): Promise<string> {
  const { pingId } = await made(market.posting, '/api/v1/leads/ping', { state: 'TX' });
  await app.owner.query({ text: 'UPDATE pings SET lead_id = $2 WHERE ping_id = $1', values: [pingId, leadId] });
  return pingId;
}

let lists = 0;

/** Lists a contact and senders that no lead of the tests has, and what a buyer calls things. */
async function keepLists(admin: Client, contractId: string): Promise<void> {
  lists += 1;
  await made(admin, '/api/v1/suppression', { type: 'email', value: `nobody-${lists}@listed.example` });
  await made(admin, '/api/v1/blocked-ips', { ipRange: `203.0.113.${lists}` });
  await made(admin, '/api/v1/blocked-callerids', { phoneNumber: `20655501${String(lists).padStart(2, '0')}` });
  await made(admin, '/api/v1/blocked-referrers', { referrer: `blocked-${lists}.example` });
  await made(admin, '/api/admin/vertical-groups', { name: `Group ${lists}` });
  await made(admin, `/api/admin/contracts/${contractId}/dispositions`, { externalCode: 'call_back' });
}

/** Masks a field from nobody who calls here, and shows one of the lead on purpose. */
async function lookBehindMask(admin: Client, leadId: string): Promise<void> {
  const rules = { role: 'support', rules: [{ field: 'gender', access: 'masked' }] };
  assert.equal((await admin.put('/api/v1/settings/field-access', rules)).status, 200);
  await made(admin, `/api/v1/leads/${leadId}/reveal`, { fields: ['email'], reason: 'The person called back.' });
}

async function emptyTenant(app: TestApp, status: string): Promise<string> {
  const { tenantId } = await app.tenant('Empty');
  await app.owner.query({ text: 'DELETE FROM api_keys WHERE tenant_id = $1', values: [tenantId] });
  await app.owner.query({ text: 'UPDATE tenants SET status = $2 WHERE tenant_id = $1', values: [tenantId, status] });
  return tenantId;
}

/** What a key of each kind is bound to. */
export const bindingOf = (kind: KeyKind, at: Pick<Party, 'buyerId' | 'partnerId' | 'campaignId'>): object => {
  if (kind === 'buyer') return { buyerId: at.buyerId };
  if (kind === 'partner') return { partnerId: at.partnerId };
  return kind === 'posting' ? { campaignId: at.campaignId } : {};
};

/** The scopes of a key that rules its tenant. */
const RULING = ['posting', 'routing', 'messaging', 'calls', 'call_data_write', 'admin'];

/** A new key of the kind for the party; `more` says what is special about it. */
export async function keyFor(
  app: Pick<TestApp, 'client'>,
  admin: Client,
  binding: object,
  more: object = {},
): Promise<PartyKey> {
  const ruling = Object.keys(binding).length === 0 ? { scopes: RULING } : {};
  const body = { name: 'A key', piiAccess: true, ...ruling, ...binding, ...more };
  const data = await made(admin, '/api/v1/auth/api-keys', body);
  return { id: data.id, key: data.key, client: app.client(data.key) };
}

async function keysOf(app: TestApp, admin: Client, at: Pick<Party, 'buyerId' | 'partnerId' | 'campaignId'>) {
  const keys: Partial<Record<KeyKind, PartyKey>> = {};
  for (const kind of KEY_KINDS) keys[kind] = await keyFor(app, admin, bindingOf(kind, at));
  return keys as Record<KeyKind, PartyKey>;
}

/** Two parties of one tenant, and one of another. */
export interface Parties {
  readonly own: Party;
  readonly other: Party;
  readonly foreign: Party;
  stop(): Promise<void>;
}

export async function makeParties(app: TestApp): Promise<Parties> {
  const tenant = await app.tenant('One tenant');
  const own = await makeParty(app, tenant);
  const other = await makeParty(app, tenant);
  const foreign = await makeParty(app, await app.tenant('Another tenant'));
  const stop = async (): Promise<void> => {
    await Promise.all([own, other, foreign].map((party) => party.market.stop()));
  };
  return { own, other, foreign, stop };
}
