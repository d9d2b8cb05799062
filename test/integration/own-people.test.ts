import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Client } from '../kit/client.ts';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names } from '../kit/refusals.ts';

const place = testPlace();

const keyFor = async (binding: object): Promise<Client> =>
  place().app.client((await made(place().admin, '/api/v1/auth/api-keys', { name: 'k', ...binding })).key);

const idsOf = ({ json }: Answer): string[] => json.data.map(({ id }: { id: string }) => id);

/** Posts a lead that is sold; gives its id and whose it is. */
async function sold(m: Market, more: object): Promise<{ readonly leadId: string; readonly personId: string }> {
  const { json, text } = await m.post(m.lead({ ...more }));
  assert.equal(json.result, 'success', text);
  const lead = await place().admin.get(`/api/v1/leads/${json.leadId}?masked=true`);
  return { leadId: json.leadId, personId: lead.json.data.personId };
}

const market = (contract: Record<string, unknown> = {}): Promise<Market> =>
  place().market({ buyers: [{ contract }], offer: { dedupEnabled: false } });

const search = (client: Client, side: string, value: string, more = ''): Promise<Answer> =>
  client.get(`/api/${side}/people?search=${encodeURIComponent(value)}${more}`);

const contact = { email: 'mine@own.example', phone: '5127740001' };

test('buyers and partners find people by the id, e-mail or phone of their own leads, and nobody else', async () => {
  const [m, elsewhere] = [await market(), await market()];
  const { personId, leadId } = await sold(m, contact);
  const theirs = { email: 'theirs@own.example', phone: contact.phone };
  const same = await sold(elsewhere, theirs);
  const outsider = await sold(elsewhere, { email: 'outsider@own.example', phone: '5127740002' });
  const sides = {
    buyer: await keyFor({ buyerId: m.buyers[0]?.buyerId, piiAccess: true }),
    partner: await keyFor({ partnerId: m.partnerId, piiAccess: true }),
  };
  for (const [side, client] of Object.entries(sides)) {
    for (const value of [personId, 'MINE@own.example', '(512) 774-0001']) {
      const found = await search(client, side, value);
      assert.deepEqual(idsOf(found), [personId], `${side} ${value} ${found.text}`);
      assert.equal(found.json.pagination.total, 1);
    }
    assert.deepEqual(idsOf(await search(client, side, contact.email, '&masked=true')), [personId]);
    for (const value of [outsider.personId, 'outsider@own.example', '5127740002', theirs.email]) {
      const found = await search(client, side, value);
      assert.deepEqual([found.status, found.json.pagination.total], [200, 0], `${side} ${value}`);
    }
    for (const value of ['mine', 'P-1001']) names(await search(client, side, value), 'search');
    const [event] = (await place().admin.get('/api/v1/audit-logs?action=person.list&limit=100')).json.data.filter(
      ({ details, entityIds }: { details: { searched?: true }; entityIds: string[] }) =>
        details.searched && entityIds.includes(personId),
    );
    assert.ok(event.entityIds.includes(leadId));
  }
  assert.ok(same.personId);
});

test('a buyer finds nobody by what its contract does not give it', async () => {
  const m = await market({ licensedFields: ['firstName', 'phone'] });
  const given = { email: 'kept@own.example', phone: '5127740003' };
  const { personId } = await sold(m, given);
  const buyer = await keyFor({ buyerId: m.buyers[0]?.buyerId, piiAccess: true });
  assert.deepEqual(idsOf(await search(buyer, 'buyer', given.phone)), [personId]);
  assert.deepEqual(idsOf(await search(buyer, 'buyer', given.email)), []);
});

test('who sees no personal data looks for nobody by it, but by the id', async () => {
  const m = await market();
  const { personId } = await sold(m, { email: 'blind@own.example' });
  const partner = await keyFor({ partnerId: m.partnerId });
  names(await search(partner, 'partner', 'blind@own.example'), 'search');
  assert.deepEqual(idsOf(await search(partner, 'partner', personId)), [personId]);
});

assertNoProblems(place);
