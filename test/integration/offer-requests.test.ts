import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import type { Answer, Client } from '../kit/client.ts';
import { OFFER_REQUESTS, type OfferScene, PARTNER_OFFERS, startOfferScene } from '../kit/offer-scene.ts';
import { bothWaiting } from '../kit/overtaking.ts';
import { personOf } from '../kit/people.ts';
import { made, names, refused, seenOf } from '../kit/refusals.ts';

let s: OfferScene;
before(async () => {
  s = await startOfferScene();
});
after(async () => {
  await s.stop();
  assert.deepEqual(s.app.problems, []);
});

const idsOf = ({ json }: Answer): string[] => json.data.map(({ id }: { id: string }) => id);
const reasonOf = (answer: Answer): string => answer.json.error.details.reason;
const campaignsOn = async (offerId: string): Promise<number> =>
  (await s.admin.get(`/api/v1/offers/${offerId}/campaigns`)).json.pagination.total;

test('a partner asks once for an active offer; a paused one, a private one and a second time are refused', async () => {
  const { id } = await s.openOffer();
  const request = await s.asked(id);
  const again = await s.ask(id);
  refused(again, 409, 'DUPLICATE');
  assert.equal(reasonOf(again), 'waiting');
  const seen = (await s.partner.client.get(`${PARTNER_OFFERS}/${id}`)).json.data;
  assert.deepEqual([seen.request.id, seen.request.status, seen.mayRequest], [request.id, 'pending', false]);
  assert.match(seen.whyNot, /asked for this offer already/);
  assert.equal((await s.rival.client.get(`${PARTNER_OFFERS}/${id}`)).json.data.request, null);
  const paused = await s.ask((await s.openOffer({ status: 'paused' })).id);
  refused(paused, 409, 'CONFLICT');
  assert.equal(reasonOf(paused), 'not_open');
  const hidden = await s.openOffer({ visibility: 'private' });
  refused(await s.ask(hidden.id), 404, 'NOT_FOUND');
  assert.deepEqual(seenOf(await s.ask(hidden.id)), seenOf(await s.ask(newId())));
  refused(await s.admin.post(`${PARTNER_OFFERS}/${id}/request`, {}), 403, 'FORBIDDEN');
});

test('of many who ask at once for one s.partner, one request comes', async () => {
  const { id } = await s.openOffer();
  const answers = await Promise.all(Array.from({ length: 8 }, () => s.ask(id)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  for (const answer of answers.filter(({ status }) => status !== 201)) refused(answer, 409, 'DUPLICATE');
  const waiting = await s.admin.get(`${OFFER_REQUESTS}?offerId=${id}`);
  assert.equal(waiting.json.pagination.total, 1);
  assert.equal(answers.find(({ status }) => status === 201)?.json.data.id, waiting.json.data[0].id);
});

test('approving makes a campaign in testing on the offer, with a key that posts, and ends the request', async () => {
  const { id, name } = await s.openOffer({ defaultPayoutAmount: '9.00' });
  const request = await s.asked(id);
  const answer = await s.approve(request.id, { dailyCap: 20, note: 'Welcome.' });
  assert.equal(answer.status, 200, answer.text);
  const { campaignId, postingKey, status } = answer.json.data;
  assert.equal(status, 'approved');
  const campaign = (await s.admin.get(`/api/v1/campaigns/${campaignId}`)).json.data;
  assert.deepEqual(
    [
      campaign.partnerId,
      campaign.offerId,
      campaign.verticalId,
      campaign.status,
      campaign.costPerLead,
      campaign.dailyCap,
    ],
    [s.partner.partnerId, id, s.market.verticalId, 'testing', '9.00', 20],
  );
  assert.equal(campaign.name, `Clicks: ${name}`);
  const posted = await s.app.client(postingKey).post('/api/v1/leads/submit', s.market.lead({ campaignId }));
  assert.equal(posted.status, 200, posted.text);
  const { data } = (await s.partner.client.get(`${PARTNER_OFFERS}/${id}`)).json;
  assert.deepEqual([data.enrolled, data.campaignIds, data.request.status], [true, [campaignId], 'approved']);
  assert.equal(data.request.note, 'Welcome.');
  assert.equal((await s.partner.client.get(`/api/partner/campaigns/${campaignId}`)).json.data.offerName, name);
  const again = await s.ask(id);
  refused(again, 409, 'DUPLICATE');
  assert.equal(reasonOf(again), 'enrolled');
  refused(await s.approve(request.id), 409, 'CONFLICT');
  refused(await s.decline(request.id), 409, 'CONFLICT');
  refused(await s.partner.client.delete(`${PARTNER_OFFERS}/${id}/request`), 404, 'NOT_FOUND');
});

test('terms that cannot be refuse the approval whole: the request waits, and there is no campaign', async () => {
  const { id } = await s.openOffer();
  const request = await s.asked(id);
  names(await s.approve(request.id, { pricingModel: 'revshare' }), 'revsharePercent');
  names(await s.approve(request.id, { costPerLead: '-1' }), 'costPerLead');
  assert.equal(await campaignsOn(id), 0);
  assert.equal((await s.admin.get(`${OFFER_REQUESTS}?offerId=${id}`)).json.data[0].status, 'pending');
});

test('of two who approve at once, one makes a campaign and the other is told', async () => {
  const { id } = await s.openOffer();
  const request = await s.asked(id);
  const held = { text: 'SELECT FROM offer_requests WHERE id = $1', values: [request.id] };
  const one = () => s.approve(request.id);
  const answers = await bothWaiting(s.app, held, [one, one]);
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
  assert.equal(await campaignsOn(id), 1);
});

test('an offer that is made private while it is approved is either listed until then, or not approved', async () => {
  const { id } = await s.openOffer();
  const request = await s.asked(id);
  const held = { text: 'SELECT FROM offer_listings WHERE id = $1', values: [id] };
  const hide = () => s.admin.patch(`/api/v1/offers/${id}`, { visibility: 'private' });
  const [hidden, approved] = await bothWaiting(s.app, held, [hide, () => s.approve(request.id)]);
  assert.equal(hidden.status, 200, hidden.text);
  refused(approved, 409, 'CONFLICT');
  assert.equal(reasonOf(approved), 'private');
  assert.equal(await campaignsOn(id), 0);
});

test('what is not there any more is not approved, and says what it is; declining tells the partner why', async () => {
  const reasons: string[] = [];
  for (const gone of [{ visibility: 'private' }, { status: 'inactive' }]) {
    const { id } = await s.openOffer();
    const request = await s.asked(id);
    await s.setOffer(id, gone);
    const answer = await s.approve(request.id);
    refused(answer, 409, 'CONFLICT');
    reasons.push(reasonOf(answer));
    assert.equal((await s.decline(request.id)).status, 200);
  }
  assert.deepEqual(reasons, ['private', 'closed']);
  const { id } = await s.openOffer();
  const request = await s.asked(id);
  await made(s.admin, '/api/v1/campaigns', { name: 'By hand', partnerId: s.partner.partnerId, offerId: id });
  assert.equal(reasonOf(await s.approve(request.id)), 'enrolled');
  names(await s.admin.post(`${OFFER_REQUESTS}/${request.id}/decline`, {}), 'note');
  const late = await s.side('Sleeper');
  const theirs = await s.asked(id, late);
  await s.admin.patch(`/api/v1/partners/${late.partnerId}`, { status: 'paused' });
  assert.equal(reasonOf(await s.approve(theirs.id)), 'partner_inactive');
  assert.equal((await s.decline(theirs.id, 'Your contract has ended.')).status, 200);
  const seen = (await late.client.get(`${PARTNER_OFFERS}/${id}`)).json.data;
  assert.deepEqual([seen.request.status, seen.request.note], ['declined', 'Your contract has ended.']);
});

test('who withdrew asks again, though not without end; who was declined waits a week', async () => {
  const { id } = await s.openOffer();
  for (let round = 0; round < 3; round += 1) {
    await s.asked(id);
    const withdrawn = await s.partner.client.delete(`${PARTNER_OFFERS}/${id}/request`);
    assert.equal(withdrawn.json.data.status, 'withdrawn', withdrawn.text);
  }
  const often = await s.ask(id);
  refused(often, 409, 'CONFLICT');
  assert.equal(reasonOf(often), 'too_often');
  assert.ok(new Date(often.json.error.details.again) > new Date());
  const other = await s.openOffer();
  const request = await s.asked(other.id);
  assert.equal((await s.decline(request.id)).status, 200);
  const early = await s.ask(other.id);
  refused(early, 409, 'CONFLICT');
  assert.equal(reasonOf(early), 'declined');
  await s.app.owner.query({
    text: `UPDATE offer_requests SET decided_at = decided_at - interval '7 days' WHERE id = $1`,
    values: [request.id],
  });
  await s.asked(other.id);
});

test('a partner withdraws its own requests only, also of an offer that it sees no more', async () => {
  const { id } = await s.openOffer();
  await s.asked(id);
  const path = `${PARTNER_OFFERS}/${id}/request`;
  refused(await s.rival.client.delete(path), 404, 'NOT_FOUND');
  assert.deepEqual(
    seenOf(await s.rival.client.delete(path)),
    seenOf(await s.rival.client.delete(`${PARTNER_OFFERS}/${newId()}/request`)),
  );
  await s.setOffer(id, { visibility: 'private' });
  assert.equal((await s.partner.client.delete(path)).status, 200);
  refused(await s.partner.client.delete(path), 404, 'NOT_FOUND');
});

test('another tenant sees neither the offer nor the request, and decides nothing', async () => {
  const { admin: theirs } = await s.app.tenant();
  const stranger = await s.side('Stranger', theirs);
  const { id } = await s.openOffer();
  const request = await s.asked(id);
  assert.deepEqual((await stranger.client.get(PARTNER_OFFERS)).json.data, []);
  for (const below of ['', '/stats']) {
    const answer = await stranger.client.get(`${PARTNER_OFFERS}/${id}${below}`);
    assert.deepEqual(seenOf(answer), seenOf(await stranger.client.get(`${PARTNER_OFFERS}/${newId()}${below}`)));
  }
  refused(await s.ask(id, stranger), 404, 'NOT_FOUND');
  assert.deepEqual((await theirs.get(OFFER_REQUESTS)).json.data, []);
  refused(await theirs.post(`${OFFER_REQUESTS}/${request.id}/approve`, {}), 404, 'NOT_FOUND');
  refused(await theirs.post(`${OFFER_REQUESTS}/${request.id}/decline`, { note: 'No.' }), 404, 'NOT_FOUND');
});

test('staff list what waits by offer, partner and state, and hear of it', async () => {
  const { id, name } = await s.openOffer();
  const [mine, theirs] = [await s.asked(id), await s.asked(id, s.rival)];
  assert.equal((await s.decline(theirs.id)).status, 200);
  const list = async (query: string): Promise<string[]> =>
    idsOf(await s.admin.get(`${OFFER_REQUESTS}?offerId=${id}${query}`));
  assert.deepEqual(await list(''), [theirs.id, mine.id], 'newest first');
  assert.deepEqual(await list('&status=pending'), [mine.id]);
  assert.deepEqual(await list(`&partnerId=${s.rival.partnerId}`), [theirs.id]);
  assert.deepEqual(await list('&search=clicks'), [mine.id]);
  assert.deepEqual(idsOf(await s.admin.get(`${OFFER_REQUESTS}?search=${encodeURIComponent(name)}`)), [
    theirs.id,
    mine.id,
  ]);
  refused(await s.partner.client.get(OFFER_REQUESTS), 403, 'FORBIDDEN');
  const noticed = async (role: 'owner' | 'analyst'): Promise<number> => {
    const { client } = await personOf(s.app, { tenantId: s.tenantId, role });
    const notices: { kind: string; count: number }[] = (await client.get('/api/v1/notices')).json.data;
    return notices.find(({ kind }) => kind === 'offers_asked')?.count ?? 0;
  };
  const { total } = (await s.admin.get(`${OFFER_REQUESTS}?status=pending`)).json.pagination;
  assert.deepEqual([await noticed('owner'), await noticed('analyst')], [total, 0]);
});

test('a partner hears what became of its request, and where to go on, as long as there is something', async () => {
  const { client } = await personOf(s.app, { tenantId: s.tenantId, role: 'partner', partnerId: s.rival.partnerId });
  const other = await personOf(s.app, { tenantId: s.tenantId, role: 'partner', partnerId: s.partner.partnerId });
  const [wanted, refusedOffer] = [await s.openOffer(), await s.openOffer()];
  const [one, two] = [await s.asked(wanted.id, s.rival), await s.asked(refusedOffer.id, s.rival)];
  const subjects = [wanted.id, refusedOffer.id];
  const heard = async (who: Client): Promise<string[]> => {
    const notices: { kind: string; subjectId: string }[] = (await who.get('/api/v1/notices')).json.data;
    return notices.flatMap(({ kind, subjectId }) => (subjects.includes(subjectId) ? [`${kind} ${subjectId}`] : []));
  };
  assert.deepEqual(await heard(client), [], 'nothing is decided yet');
  const { campaignId } = (await s.approve(one.id)).json.data;
  subjects.push(campaignId);
  assert.equal((await s.decline(two.id)).status, 200);
  const approved = `offer_approved ${campaignId}`;
  const declined = `offer_declined ${refusedOffer.id}`;
  assert.deepEqual(await heard(client), [declined, approved], 'the newest first');
  assert.deepEqual(await heard(other.client), [], 'it is nobody else’s affair');
  await s.setOffer(refusedOffer.id, { visibility: 'private' });
  assert.deepEqual(await heard(client), [approved], 'there is nothing to see any more');
  assert.equal((await s.admin.delete(`/api/v1/campaigns/${campaignId}`)).status, 200);
  assert.deepEqual(await heard(client), []);
});
