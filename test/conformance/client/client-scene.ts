import assert from 'node:assert/strict';
import { ApiKeyAuthAdapter, type AuthAdapter, SessionAuthAdapter, type ToolDefinition } from 'theleadrouter-mcp';
import type { TestApp } from '../../kit/app.ts';
import type { Client } from '../../kit/client.ts';
import { makeParty, type Party } from '../../kit/parties.ts';
import { made } from '../../kit/refusals.ts';

/** Who calls: the client picks a key by the path, as its own roles do. */
type Who = 'admin' | 'buyer' | 'partner' | 'posting' | 'superadmin';

/** A tenant with a market and a lead that was sold, and what the calls made so far brought into being. */
export interface Scene {
  readonly party: Party;
  readonly saleId: string;
  readonly userId: string;
  /** A person whom another one may be made one with. */
  readonly otherPersonId: string;
  readonly specToken: string;
  /** Leads that nobody bought, and that fit now. */
  readonly unsoldIds: readonly [string, string];
  /** The id of what a call made, by the path it was made at, parameters and all. */
  readonly created: Map<string, string>;
  /** A ping that is no lead yet. */
  readonly quoteId: string;
  readonly setupTokenId: string;
  /** An offer that partners see and may ask for. */
  readonly openOfferId: string;
  /** Ids of the seeded market, by the collection's last segment. */
  readonly seeded: Readonly<Record<string, string>>;
  /** A code of the seeded group of verticals. */
  readonly codeId: string;
  /** A word of the seeded contract. */
  readonly wordId: string;
  adapterOf(tool: ToolDefinition): AuthAdapter;
  clientOf(tool: ToolDefinition): Client;
}

const POSTED = new Set(['submit_lead', 'ping_lead', 'post_lead', 'create_session', 'submit_session']);

function whoCalls({ name, metadata }: ToolDefinition): Who {
  if (POSTED.has(name) || metadata.path.startsWith('/api/v1/sessions')) return 'posting';
  const place = /^\/api\/(buyer|partner|superadmin)\//.exec(metadata.path)?.[1];
  return place === 'buyer' || place === 'partner' || place === 'superadmin' ? place : 'admin';
}

/** Makes the scene; buyers, partners and superadmins call with what is theirs. */
export async function makeScene(app: TestApp): Promise<Scene> {
  const party = await makeParty(app, await app.tenant('Moving in'));
  const superadmin = await party.person('superadmin');
  const opened = await superadmin.client.put('/api/superadmin/settings/signup', { enabled: true });
  assert.equal(opened.status, 200, opened.text);
  const waterfall = await party.admin.get(`/api/v1/leads/${party.leadId}/distributions`);
  const campaign = await party.admin.get(`/api/v1/campaigns/${party.campaignId}`);
  const { userId } = await party.person('analyst');
  const { keys } = party;
  const keyOf = (tool: ToolDefinition) => {
    const who = whoCalls(tool);
    return who === 'superadmin' ? undefined : keys[who];
  };
  const saleId = String(waterfall.json.data[0].saleId);
  assert.match(saleId, /^[0-9a-f-]{36}$/);
  await party.market.post();
  const people: { id: string; latestLeadId: string }[] = (await party.admin.get('/api/v1/people')).json.data;
  const personId = (isSold: boolean) =>
    String(people.find(({ latestLeadId }) => (latestLeadId === party.leadId) === isSold)?.id);
  const quote = await made(keys.posting.client, '/api/v1/leads/ping', { state: 'TX' });
  const link = await made(party.admin, `/api/admin/campaigns/${party.campaignId}/setup-token`, {});
  const { verticalId } = party;
  const open = await made(party.admin, '/api/v1/offers', {
    name: 'Made to be found',
    verticalId,
    visibility: 'public',
  });
  const { groupId, codeId, wordId } = await makeCodes(party);
  return {
    party,
    saleId,
    codeId,
    wordId,
    quoteId: quote.pingId,
    setupTokenId: link.id,
    openOfferId: open.id,
    userId,
    otherPersonId: personId(false),
    specToken: String(campaign.json.data.specToken),
    unsoldIds: await leaveUnsold(party),
    created: new Map(),
    seeded: { ...seedsOf(party, userId), people: personId(true), 'vertical-groups': groupId },
    adapterOf(tool) {
      const key = keyOf(tool);
      if (key) return new ApiKeyAuthAdapter(key.key, app.baseUrl);
      return new SessionAuthAdapter(superadmin.cookie, app.baseUrl);
    },
    clientOf: (tool) => keyOf(tool)?.client ?? superadmin.client,
  };
}

/** Puts the vertical of the party into a group with codes, and has its contract call one by a word of its own. */
async function makeCodes({ admin, verticalId, contractId }: Party) {
  const { id: groupId } = await made(admin, '/api/admin/vertical-groups', { name: 'Teeth and ears' });
  const verticals = await admin.put(`/api/admin/vertical-groups/${groupId}/verticals`, { verticalIds: [verticalId] });
  assert.equal(verticals.status, 200, verticals.text);
  const code = { label: 'Showed up', category: 'working' };
  const { id: codeId } = await made(admin, `/api/admin/vertical-groups/${groupId}/dispositions`, code);
  const word = { externalCode: 'showed', verticalGroupDispositionId: codeId };
  const { id: wordId } = await made(admin, `/api/admin/contracts/${contractId}/dispositions`, word);
  return { groupId: String(groupId), codeId: String(codeId), wordId: String(wordId) };
}

/** Posts two leads while nobody buys. */
async function leaveUnsold({ admin, market }: Party): Promise<readonly [string, string]> {
  const ids = market.buyers.map(({ contractId }) => contractId);
  const set = async (status: string): Promise<void> => {
    const answer = await admin.post('/api/v1/bulk/status', { entity: 'contract', ids, status });
    assert.equal(answer.status, 200, answer.text);
  };
  await set('paused');
  const [one, other] = [await market.post(), await market.post()];
  await set('active');
  return [String(one.json.leadId), String(other.json.leadId)];
}

const seedsOf = (party: Party, userId: string): Scene['seeded'] => ({
  verticals: party.verticalId,
  offers: party.offerId,
  partners: party.partnerId,
  campaigns: party.campaignId,
  buyers: party.buyerId,
  contracts: party.contractId,
  leads: party.leadId,
  'by-lead': party.leadId,
  users: userId,
  organizations: party.tenantId,
  tenants: party.tenantId,
});
