import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import type { Market } from '../kit/market.ts';
import { keyFor } from '../kit/parties.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { bareOf, made, names, refused } from '../kit/refusals.ts';

const place = testPlace();
const run = promisify(execFile);

const specOf = async (m: Market) => (await place().admin.get(`/api/v1/campaigns/${m.campaignId}/posting`)).json.data;
const wholeOf = async (m: Market) => (await place().admin.get(`/api/v1/campaigns/${m.campaignId}`)).json.data;
const publicOf = (campaignId: string, token: string) =>
  place().app.client().get(`/api/public/campaigns/${campaignId}/specs?token=${token}`);

async function fielded(): Promise<Market> {
  const m = await place().market({ campaign: { costPerLead: '7.77' }, buyers: [{}] });
  const field = {
    name: 'tooth',
    label: 'Tooth',
    fieldType: 'select',
    options: ["wisdom's", 'Größe "x" \\'],
    required: true,
  };
  await made(place().admin, `/api/v1/verticals/${m.verticalId}/custom-fields`, { ...field, phiClass: 'health' });
  return m;
}

test('the instructions follow the schema as it is: fields, options, samples, answers and errors', async () => {
  const m = await fielded();
  const spec = await specOf(m);
  const tooth = spec.requiredFields.find(({ name }: { name: string }) => name === 'tooth');
  assert.deepEqual([tooth.type, tooth.required, tooth.options], ['select', true, ["wisdom's", 'Größe "x" \\']]);
  assert.ok(spec.optionalFields.some(({ name }: { name: string }) => name === 'sub1'));
  assert.deepEqual(Object.keys(spec.samples), ['curl', 'javascript', 'php', 'python']);
  for (const text of Object.values<string>(spec.samples)) {
    assert.ok(text.includes('tooth') && text.includes(m.campaignId) && text.includes('<posting key>'), text);
    assert.ok(!text.includes(m.postingKey));
  }
  // The answers are those that really come.
  const shape = (answer: object): string => JSON.stringify(Object.keys(answer).toSorted());
  const test_ = (await m.post({ ...spec.sampleBody })).json;
  assert.equal(shape(spec.responses.test), shape(test_));
  const sold = (await m.post(m.lead({ custom: { tooth: "wisdom's" } }))).json;
  assert.equal(sold.data.status, 'sold');
  assert.equal(shape(spec.responses.sold), shape(sold));
  assert.equal(shape(spec.responses.sold.data), shape(sold.data));
  const validated = (await m.post({ ...spec.sampleBody, validateOnly: true })).json;
  assert.equal(shape(spec.responses.validated), shape(validated));
  const missing = await m.post({ ...spec.sampleBody, custom: {} });
  assert.deepEqual(
    spec.errors.find(({ code }: { code: string }) => code === missing.json.error.code).status,
    missing.status,
  );
});

/** How each language is run here; PHP is judged by its shape, beside the samples. */
const LANGUAGES = {
  curl: { file: 'post.sh', command: 'sh', needs: 'curl' },
  javascript: { file: 'post.mjs', command: process.execPath, needs: process.execPath },
  python: { file: 'post.py', command: 'python3', needs: 'python3' },
} as const;

const isThere = (command: string): Promise<boolean> =>
  run(command, ['--version']).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    },
  );

test('the samples in curl, JavaScript and Python run as they are pasted, but for the key', async (t) => {
  const m = await fielded();
  const { samples, postingUrl } = await specOf(m);
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-samples-'));
  t.after(() => rm(directory, { recursive: true }));
  const ca = path.join(directory, 'ca.pem');
  await writeFile(ca, place().app.certificate.caPem);
  const trust = { CURL_CA_BUNDLE: ca, NODE_EXTRA_CA_CERTS: ca, SSL_CERT_FILE: ca };
  const ran: string[] = [];
  for (const [language, { file, command, needs }] of Object.entries(LANGUAGES)) {
    if (!(await isThere(needs))) continue;
    const script = path.join(directory, file);
    const here = `${place().app.baseUrl}/api/v1/leads/submit`;
    await writeFile(script, samples[language].replace('<posting key>', m.postingKey).replace(postingUrl, here));
    const { stdout } = await run(command, [script], { env: { ...process.env, ...trust }, timeout: 30_000 });
    assert.match(stdout, /matched|success/, `${language}: ${stdout}`);
    ran.push(language);
  }
  assert.ok(ran.includes('javascript'), 'the language that this test is written in is there');
  assert.equal(m.buyers[0]?.simulator.received().length, 0);
});

test('whoever has the link reads how to post, and no key, price or name of anybody else is in it', async () => {
  const m = await fielded();
  const { specToken, specUrl, postingKeyPrefix, partnerName } = await wholeOf(m);
  assert.equal(specUrl, `${place().app.publicUrl}/posting/${m.campaignId}/${specToken}`);
  const seen = await publicOf(m.campaignId, specToken);
  assert.equal(seen.status, 200, seen.text);
  const { campaignName, verticalName, postingSpec } = seen.json.data;
  assert.deepEqual([campaignName, verticalName, postingSpec.postingKey], ['Campaign', 'Dental', null]);
  assert.deepEqual({ ...(await specOf(m)), postingKeyPrefix: null }, postingSpec);
  const secrets = [postingKeyPrefix, place().tenantId, m.partnerId, m.offerId, `"${partnerName}"`, '7.77', '20.00'];
  for (const secret of secrets) assert.ok(!seen.text.includes(secret), secret);
  const [event] = await place().app.owner.query<{ action: string; ids: string[] }>({
    text: 'SELECT action, entity_ids::text[] AS ids FROM audit_events WHERE request_id = $1',
    values: [seen.headers['x-request-id']],
  });
  assert.deepEqual(event, { action: 'campaign.show_spec', ids: [m.campaignId] });
});

test('a wrong, missing or ended token, another campaign and no campaign are told apart by nobody', async () => {
  const [m, other] = [await place().market({ buyers: [] }), await place().market({ buyers: [] })];
  const { specToken } = await wholeOf(m);
  const nowhere = await publicOf('00000000-0000-7000-8000-00000000dead', specToken);
  refused(nowhere, 404, 'NOT_FOUND');
  const renewed = await place().admin.post(`/api/partner/campaigns/${m.campaignId}/spec-token`);
  assert.equal(renewed.status, 200, renewed.text);
  const next = renewed.json.data.specToken;
  assert.notEqual(next, specToken);
  assert.equal((await wholeOf(m)).specToken, next);
  assert.equal((await publicOf(m.campaignId, next)).status, 200);
  const wrong = [
    await publicOf(m.campaignId, specToken),
    await publicOf(m.campaignId, ''),
    await publicOf(other.campaignId, next),
    await publicOf('1', next),
    await place().app.client().get(`/api/public/campaigns/${m.campaignId}/specs`),
  ];
  for (const answer of wrong) assert.deepEqual([answer.status, bareOf(answer)], [404, bareOf(nowhere)]);
});

test('a partner reads and renews the link of its own campaigns, and sees by one hash whether any changed', async () => {
  const [m, other] = [await place().market({ buyers: [] }), await place().market({ buyers: [] })];
  const { client: partner } = await keyFor(place().app, place().admin, { partnerId: m.partnerId });
  const own = await partner.get(`/api/partner/campaigns/${m.campaignId}`);
  assert.equal(own.json.data.specToken, (await wholeOf(m)).specToken);
  const sync = async () => (await partner.get('/api/partner/campaigns/sync')).json;
  const before = await sync();
  assert.deepEqual([before.count, await sync()], [1, before]);
  const renewed = await partner.post(`/api/partner/campaigns/${m.campaignId}/spec-token`);
  assert.equal(renewed.status, 200, renewed.text);
  assert.notEqual((await sync()).hash, before.hash);
  const foreign = await partner.post(`/api/partner/campaigns/${other.campaignId}/spec-token`);
  refused(foreign, 404, 'NOT_FOUND');
  const changed = await sync();
  const field = { name: 'insurer', label: 'Insurer', fieldType: 'text', phiClass: 'other' };
  await made(place().admin, `/api/v1/verticals/${m.verticalId}/custom-fields`, field);
  assert.notEqual((await sync()).hash, changed.hash);
});

test('a setup link opens once, is listed without its token, and can be ended', async () => {
  const m = await place().market({ buyers: [] });
  const at = `/api/admin/campaigns/${m.campaignId}/setup-token`;
  const first = await made(place().admin, at, {});
  assert.match(first.setupUrl, /\/api\/public\/setup\/[\w-]{43}$/);
  const open = (token: string) => place().app.client().get(`/api/public/setup/${token}`);
  const [one, two] = await Promise.all([open(first.token), open(first.token)]);
  assert.deepEqual(
    [one.status, two.status].toSorted((a, b) => a - b),
    [200, 410],
  );
  const opened = one.status === 200 ? one : two;
  assert.equal(opened.json.data.postingSpec.campaignId, m.campaignId);
  const second = await made(place().admin, at, {});
  const ended = await place().admin.raw('DELETE', at, JSON.stringify({ tokenId: second.id }), {
    'content-type': 'application/json',
  });
  assert.deepEqual([ended.status, ended.json.data.status], [200, 'revoked'], ended.text);
  refused(await open(second.token), 410, 'GONE');
  refused(await open('x'.repeat(43)), 410, 'GONE');
  const listed = await place().admin.get(at);
  assert.deepEqual(
    listed.json.data.map(({ status }: { status: string }) => status),
    ['revoked', 'used'],
  );
  assert.ok(!listed.text.includes(first.token) && !listed.text.includes(second.token));
  const elsewhere = await place().market({ buyers: [] });
  const foreign = `/api/admin/campaigns/${elsewhere.campaignId}/setup-token`;
  const wrong = await place().admin.raw('DELETE', foreign, JSON.stringify({ tokenId: second.id }), {
    'content-type': 'application/json',
  });
  names(wrong, 'tokenId');
});

assertNoProblems(place);
