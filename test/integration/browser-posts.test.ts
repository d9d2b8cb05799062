import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Market } from '../kit/market.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { names, refused } from '../kit/refusals.ts';

const place = testPlace();
const HOME = 'https://forms.example.com';
const listed = (origin: string) => place().market({ campaign: { allowedOrigins: [origin] }, buyers: [{}] });
const SUBMIT = '/api/v1/leads/submit';

const ask = (origin: string | undefined, at = SUBMIT) =>
  place()
    .app.client()
    .raw('OPTIONS', at, '', {
      ...(origin === undefined ? {} : { origin }),
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    });

test('a page of a listed origin asks, posts, and may read the answer, faults included', async () => {
  const m = await listed(HOME);
  const asked = await ask(HOME);
  assert.equal(asked.status, 204, asked.text);
  assert.equal(asked.headers['access-control-allow-origin'], HOME);
  assert.equal(asked.headers['access-control-allow-methods'], 'POST');
  assert.match(String(asked.headers['access-control-allow-headers']), /authorization.*idempotency-key/);
  assert.equal(asked.headers['access-control-allow-credentials'], undefined);
  const posted = await m.post(m.lead(), { origin: HOME });
  assert.deepEqual([posted.status, posted.json.data.status], [200, 'sold'], posted.text);
  assert.equal(posted.headers['access-control-allow-origin'], HOME);
  assert.match(String(posted.headers['vary']), /origin/i);
  const faulty = await m.post(m.lead({ email: 'x' }), { origin: HOME });
  refused(faulty, 400, 'VALIDATION_ERROR');
  assert.equal(faulty.headers['access-control-allow-origin'], HOME);
});

test('a foreign page is refused by a code of its own, keeps no lead, and its refusal is logged', async () => {
  const [m, other] = [await listed(HOME), await listed('https://other.example')];
  const attempts: [Market, string][] = [
    [m, 'https://evil.example'],
    [m, 'https://other.example'],
    [m, 'null'],
    [m, `${HOME}.evil.example`],
    [m, 'http://forms.example.com'],
    [other, HOME],
  ];
  for (const [market, origin] of attempts) {
    const answer = await market.post(market.lead(), { origin });
    const [fault] = refused(answer, 403, 'ORIGIN_NOT_ALLOWED');
    assert.deepEqual([fault?.field, fault?.rule], ['Origin', 'not_allowed']);
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  }
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
  const log = (await place().admin.get(`/api/admin/posting-log?campaignId=${m.campaignId}`)).json.data;
  assert.deepEqual(
    new Set(log.map(({ outcome, httpStatus }: { outcome: string; httpStatus: number }) => `${outcome} ${httpStatus}`)),
    new Set(['auth_error 403']),
  );
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const asked = await ask(origin);
    refused(asked, 403, 'ORIGIN_NOT_ALLOWED');
    assert.equal(asked.headers['access-control-allow-origin'], undefined);
  }
});

test('a server sends no origin and posts, and our own pages may always', async () => {
  const m = await place().market({ buyers: [{}] });
  const served = await m.post();
  assert.deepEqual([served.status, served.headers['access-control-allow-origin']], [200, undefined]);
  const own = await m.post(m.lead(), { origin: new URL(place().app.publicUrl).origin });
  assert.equal(own.status, 200, own.text);
  refused(await m.post(m.lead(), { origin: HOME }), 403, 'ORIGIN_NOT_ALLOWED');
});

test('a form of several steps goes the same way, with the key of its session', async () => {
  const m = await listed(HOME);
  const { campaignId, ...data } = m.lead();
  const made = await m.posting.post('/api/v1/sessions', { campaignId, data }, { origin: HOME });
  assert.equal(made.status, 201, made.text);
  const { sessionKey } = made.json.data;
  const asked = await ask(HOME, `/api/v1/sessions/${sessionKey}`);
  assert.equal(asked.headers['access-control-allow-methods'], 'GET, PATCH');
  const page = place().app.client(sessionKey);
  const at = `/api/v1/sessions/${sessionKey}/submit`;
  refused(await page.post(at, {}, { origin: 'https://evil.example' }), 403, 'ORIGIN_NOT_ALLOWED');
  const sold = await page.post(at, {}, { origin: HOME });
  assert.deepEqual([sold.status, sold.headers['access-control-allow-origin']], [201, HOME], sold.text);
});

test('a campaign lists origins as browsers write them, and a change holds at once', async () => {
  const m = await listed(HOME);
  const at = `/api/v1/campaigns/${m.campaignId}`;
  for (const wrong of [
    'forms.example.com',
    `${HOME}/`,
    `${HOME}/path`,
    '*',
    'https://*.example.com',
    'http://a.example',
  ])
    names(await place().admin.patch(at, { allowedOrigins: [wrong] }), 'allowedOrigins.0');
  const local = ['https://b.example:8443', 'http://localhost:3000'];
  assert.deepEqual((await place().admin.patch(at, { allowedOrigins: local })).json.data.allowedOrigins, local);
  refused(await m.post(m.lead(), { origin: HOME }), 403, 'ORIGIN_NOT_ALLOWED');
  assert.equal((await m.post(m.lead(), { origin: 'http://localhost:3000' })).status, 200);
});

const asXml = (lead: Record<string, unknown>): string =>
  Object.entries(lead)
    .map(
      ([name, value]) =>
        `<${name}>${typeof value === 'object' && value ? asXml({ ...value }) : String(value)}</${name}>`,
    )
    .join('');

test('a lead in XML is sold like one in JSON, with the same faults by name and a JSON answer', async () => {
  const m = await place().market({ buyers: [{}] });
  const send = (body: string, type = 'application/xml') =>
    m.posting.raw('POST', SUBMIT, body, { 'content-type': type });
  for (const type of ['application/xml', 'text/xml; charset=utf-8']) {
    const sold = await send(`<?xml version="1.0"?><lead>${asXml(m.lead())}</lead>`, type);
    assert.deepEqual([sold.status, sold.json.data.status], [200, 'sold'], sold.text);
    assert.match(String(sold.headers['content-type']), /^application\/json/);
  }
  const wrong = m.lead({ email: 'x', phone: undefined });
  const [inJson, inXml] = [await m.post(wrong), await send(`<lead>${asXml(JSON.parse(JSON.stringify(wrong)))}</lead>`)];
  assert.deepEqual(inXml.json.error.details, inJson.json.error.details);
  refused(await send('<!DOCTYPE l [<!ENTITY a "b">]><lead><x>&a;</x></lead>'), 400, 'INVALID_XML');
  const [fault] = refused(await send('<lead><email>a</email><email>b</email></lead>'), 400, 'VALIDATION_ERROR');
  assert.deepEqual([fault?.field, fault?.rule], ['email', 'duplicate_key']);
});

test('equal leads in JSON and in XML are one request', async () => {
  const m = await place().market({ buyers: [{}] });
  const lead = Object.fromEntries(Object.entries(m.lead()).map(([name, value]) => [name, String(value)]));
  const first = await m.post(lead);
  const again = await m.posting.raw('POST', SUBMIT, `<lead>${asXml(lead)}</lead>`, { 'content-type': 'text/xml' });
  assert.deepEqual([again.json.idempotent, again.json.leadId], [true, first.json.leadId], again.text);
});

assertNoProblems(place);
