import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { systemContext } from '../../src/core/gate/index.ts';
import { exportSubject, purgeSubject } from '../../src/core/privacy/index.ts';
import { UnsealError } from '../../src/core/vault/index.ts';
import { foundTenant } from '../../src/entry/compose/tenants.ts';
import { ALL_HOLDINGS } from '../../src/entry/holdings.ts';
import { GLOBAL_FIELDS, sweepExports } from '../../src/leads/intake/index.ts';
import { sweepImports } from '../../src/leads/imports/index.ts';
import { sweepLeadSessions } from '../../src/leads/sessions/index.ts';
import { type Database, openDatabase } from '../../src/platform/postgres/index.ts';
import type { VendorSimulator } from '../../src/entry/demo/vendor-simulator.ts';
import { startTalkativeVendor } from '../kit/checks.ts';
import { bringIn } from '../kit/bring-in.ts';
import type { Client } from '../kit/client.ts';
import { placesOf } from '../kit/columns.ts';
import { fillInForm } from '../kit/fill-in-form.ts';
import { type EmbeddedProduct, startEmbeddedProduct } from '../kit/embedded-product.ts';
import { grepFiles } from '../kit/grep-files.ts';
import { type Market, startMarket } from '../kit/market.ts';
import { type MarkedLead, markedLead } from '../kit/marked-lead.ts';
import { keyFor } from '../kit/parties.ts';
import { made, refused } from '../kit/refusals.ts';
import { type Sealed, sealedOf } from '../kit/sealed-copies.ts';
import { takeOut } from '../kit/take-out.ts';
import { startTalkativeBuyer, type TalkativeBuyer } from '../kit/talkative-buyer.ts';

const TAG = `zq${randomBytes(3).toString('hex')}`;
/** Planted in clear on purpose, so that a search that finds nothing is known to search. */
const CONTROL = `${TAG.replace('zq', 'yk')}control`;
const CUSTOM = ['text', 'number', 'date', 'boolean', 'select', 'email', 'phone', 'url'] as const;

let product: EmbeddedProduct;
let owners: { readonly application: Database; readonly keystore: Database };
let market: Market;
let talker: TalkativeBuyer;
let vendor: VendorSimulator;
let admin: Client;
let buyer: Client;
let tenantId: string;
let lead: MarkedLead;
let leadId: string;
let personId: string;
let exportId: string;
let importId: string;

const customField = (type: (typeof CUSTOM)[number]) => ({
  name: `own${type}`,
  type,
  label: type,
  ...(type === 'select' ? { options: ['first', 'second'] } : {}),
});

async function plant(): Promise<void> {
  const runtime = product.careroute.runtime;
  const tenant = await foundTenant(runtime, {
    slug: 'canaries',
    name: 'Canaries',
    timeZone: 'America/Chicago',
    isDemo: false,
  });
  ({ tenantId } = tenant);
  admin = product.client(tenant.adminKey);
  const campaignField = { name: 'ofCampaign', type: 'text' as const };
  const fields = [...GLOBAL_FIELDS, ...CUSTOM.map(customField), campaignField];
  talker = await startTalkativeBuyer(product.certificate, TAG);
  const deliveryConfig = [{ type: 'http_post', url: talker.url, timeout: 3 }];
  market = await startMarket(product, admin, {
    buyers: [
      { contract: { price: '90.00', geoFilters: { states: ['FL'] }, demographicFilters: { minAge: 80 } } },
      { contract: { price: '50.00', deliveryConfig } },
    ],
  });
  for (const { name, type, ...rest } of CUSTOM.map(customField)) {
    await made(admin, `/api/v1/verticals/${market.verticalId}/custom-fields`, { name, fieldType: type, ...rest });
  }
  await made(admin, `/api/v1/campaigns/${market.campaignId}/custom-fields`, campaignField);
  const licensed = await admin.patch(`/api/v1/contracts/${market.buyers[1]?.contractId}`, {
    licensedFields: fields.map(({ name }) => name),
  });
  assert.equal(licensed.status, 200, licensed.text);
  vendor = await startTalkativeVendor(product.certificate, admin, market.campaignId);
  lead = markedLead(TAG, market.campaignId, fields);
}

/** Every way that a person's data comes in, well-formed or not. */
async function talk(): Promise<void> {
  const { firstName, lastName } = lead.body;
  personId = (await made(admin, '/api/v1/people', { firstName, lastName, email: emailOf() })).id;
  leadId = await fillInForm({ posting: market.posting, client: (key) => product.client(key) }, lead.body, TAG);
  const again = await market.post(lead.body);
  assert.equal(again.json.result, 'duplicate', again.text);
  const text = JSON.stringify(lead.body);
  const json = { 'content-type': 'application/json' };
  const wrong = Object.fromEntries(Object.keys(lead.body).map((name) => [name, { [`${TAG}key`]: `${TAG}value` }]));
  const answers = [
    await market.post({ ...wrong, campaignId: market.campaignId }),
    await market.post({ ...lead.body, [`${TAG} not a name`]: '\u0000' }),
    await market.posting.raw('POST', '/api/v1/leads/submit', text.slice(0, -5), json),
    await market.posting.raw('POST', '/api/v1/leads/submit', text, { 'content-type': `text/${TAG}` }),
    await market.posting.raw('POST', `/api/v1/leads/submit?x=${TAG}`, text, {
      ...json,
      'idempotency-key': `${TAG}\u00e9`,
    }),
    await admin.get(`/api/v1/leads/${TAG}`),
    await admin.get(`/api/v1/${TAG}`),
    await admin.get(`/api/v1/leads?verticalId=${TAG}`),
    await admin.post('/api/v1/partners', { name: { [TAG]: TAG } }),
  ];
  for (const answer of answers) {
    assert.ok(answer.status >= 400 && answer.status < 500, answer.text);
    assert.ok(!answer.text.toLowerCase().includes(`${TAG}x`) && !answer.text.includes(`${TAG}value`), answer.text);
  }
  const failed = await whileBroken(() =>
    market.post({ ...lead.body, email: `${TAG}other@example.com`, phone: '2123550999' }),
  );
  assert.equal(failed.status, 500, failed.text);
  assert.equal(await search(), 1);
  assert.equal((await admin.get(`/api/v1/leads/${leadId}`)).json.data.email, emailOf());
  await made(admin, '/api/v1/suppression', { type: 'email', value: emailOf() });
  await made(admin, '/api/v1/blocked-callerids', { phoneNumber: lead.shown['phone']?.[1] ?? '' });
  const reason = `${TAG}reason: the person called back`;
  const revealed = await admin.post(`/api/v1/leads/${leadId}/reveal`, { fields: ['email'], reason });
  assert.deepEqual(revealed.json.data, { leadId, fields: { email: emailOf() } }, revealed.text);
  await made(admin, `/api/v1/leads/${leadId}/notes`, { content: `${TAG}note` });
}

const sessionsOf = async (): Promise<string[]> => {
  const text = 'SELECT session_id AS id FROM lead_sessions WHERE sealed_data IS NOT NULL';
  return (await owners.application.query<{ id: string }>({ text })).map(({ id }) => id);
};

/** Does something while the database refuses to take leads in, so that errors of its own come up with them in hand. */
async function whileBroken<T>(work: () => Promise<T>): Promise<T> {
  await owners.application.query({ text: 'ALTER TABLE leads ADD CONSTRAINT broken CHECK (is_test) NOT VALID' });
  try {
    return await work();
  } finally {
    await owners.application.query({ text: 'ALTER TABLE leads DROP CONSTRAINT broken' });
  }
}

const emailOf = (): string => lead.shown['email']?.[1] ?? '';
const search = async (): Promise<number> =>
  (await admin.get(`/api/v1/leads?search=${encodeURIComponent(emailOf())}`)).json.pagination.total;
const exported = () => {
  const { tenancy, vault } = product.careroute.runtime;
  return tenancy.readTenant(systemContext(tenantId), (tx) => exportSubject(ALL_HOLDINGS, { tx, vault }, leadId));
};

before(async () => {
  product = await startEmbeddedProduct();
  const { application, keystore } = product.careroute.databases.urls;
  const open = (url: string): Database =>
    openDatabase({ url, maxConnections: 1, applicationName: 'careroute-test', onIdleError: () => {} });
  owners = { application: open(application), keystore: open(keystore) };
  await plant();
  await talk();
  exportId = await takeOut(product, tenantId);
  const values = Object.fromEntries(Object.entries(lead.shown).map(([name, texts]) => [name, texts.at(-1) ?? '']));
  const scene = { tenantId, campaignId: market.campaignId, leadId };
  importId = await bringIn(product, owners.application, scene, values);
  ({ client: buyer } = await keyFor(product, admin, { buyerId: market.buyers[1]?.buyerId }));
  assert.equal((await buyer.put(`/api/v1/leads/${leadId}/crm-status`, { status: 'booked' })).status, 200);
});
after(async () => {
  await market.stop();
  await talker.stop();
  await vendor.stop();
  await Promise.all([owners.application.close(), owners.keystore.close()]);
  await product.stop();
});

test('no column of either database holds a value of the lead in clear', async () => {
  await owners.application.query({ text: 'CREATE TABLE public.control (note text, bytes bytea)' });
  await owners.application.query({
    text: 'INSERT INTO public.control VALUES ($1, $2)',
    values: [`A ${CONTROL}.`, Buffer.from(`04417 ${CONTROL}`)],
  });
  const found = await placesOf(owners.application, [CONTROL], ['04417']);
  assert.equal(found.length, 2, `the control is found as text and as bytes: ${found.join()}`);
  for (const database of Object.values(owners)) assert.deepEqual(await placesOf(database, lead.secret, lead.short), []);
});

test('no file of either cluster holds one, nor any other file that the product keeps', async () => {
  for (const database of Object.values(owners)) await database.query({ text: 'CHECKPOINT' });
  const control = await grepFiles(product.directory, [CONTROL]);
  assert.ok(control.hits.length >= 1, 'the control is found on disk');
  const { hits, bytes } = await grepFiles(product.directory, lead.secret);
  assert.deepEqual(hits, []);
  assert.ok(bytes > 20_000_000, `only ${bytes} bytes were searched`);
});

test('no line of the log holds one', () => {
  const lines = product.logged();
  assert.ok(lines.filter((line) => line.includes('request_refused')).length >= 9, `${lines.length} lines`);
  const log = lines.join('\n').toLowerCase();
  assert.deepEqual(
    [...lead.secret, `${TAG}answer`, `${TAG}reason`, `${TAG}note`].filter((text) => log.includes(text.toLowerCase())),
    [],
  );
});

test('an export finds every field sent, defined or not, what the buyer got and what it answered', async () => {
  const found = await exported();
  assert.deepEqual(
    Object.keys(found),
    ALL_HOLDINGS.map((holding) => holding.table),
  );
  const kept = JSON.stringify(found['leads']);
  const missing = Object.entries(lead.shown).flatMap(([name, texts]) =>
    texts.filter((text) => !kept.includes(text)).map((text) => `${name}: ${text}`),
  );
  assert.deepEqual(missing, []);
  const delivered = JSON.stringify(found['sales']);
  const licensed = Object.keys(lead.shown).filter((name) => !['favouriteColour', 'nested'].includes(name));
  assert.deepEqual(
    licensed.filter((name) => !delivered.includes(lead.shown[name]?.at(-1) ?? name)),
    [],
  );
  assert.ok(JSON.stringify(found['delivery_attempts']).includes(`${TAG}answer`));
  assert.ok(JSON.stringify(found['reveal_reasons']).includes(`${TAG}reason`));
  assert.ok(JSON.stringify(found['lead_notes']).includes(`${TAG}note`));
  assert.ok(JSON.stringify(found['export_parts']).includes(emailOf()));
  assert.ok(JSON.stringify(found['lead_import_parts']).includes(emailOf()));
  assert.ok((found['lead_tokens'] ?? []).length >= 2 && (found['intake_claims'] ?? []).length >= 1);
  assert.equal(await search(), 1);
});

test('after a purge nothing of the person is found or opens again, and the fact of the sale stays', async () => {
  const { tenancy, vault } = product.careroute.runtime;
  const copies = await sealedOf(owners.application, leadId);
  assert.equal(copies.length, 8);
  const sessionIds = await sessionsOf();
  assert.equal(sessionIds.length, 1);
  const open = ({ table, recordId, part, bytes }: Sealed) =>
    vault.open(leadId, { tenantId, table, recordId, part }, bytes);
  for (const copy of copies) assert.ok((await open(copy)).length > 0);
  const had = new Set<string>();
  for (const subject of [leadId, personId]) {
    const counts = await tenancy.withTenant(systemContext(tenantId), (tx) => purgeSubject(ALL_HOLDINGS, tx, subject));
    await vault.shred(tenantId, subject);
    for (const [table, count] of Object.entries(counts)) if (count > 0) had.add(table);
  }
  assert.deepEqual(
    ALL_HOLDINGS.map(({ table }) => table).filter((table) => !had.has(table)),
    [],
    'every holding had something',
  );

  assert.deepEqual(await exported(), Object.fromEntries(ALL_HOLDINGS.map((holding) => [holding.table, []])));
  for (const copy of copies) await assert.rejects(open(copy), UnsealError, copy.part);
  await sweepExports(product.careroute.runtime, tenantId);
  await sweepLeadSessions(product.careroute.runtime, tenantId);
  await sweepImports(product.careroute.runtime, tenantId);
  for (const sessionId of sessionIds) await assert.rejects(vault.subjectKey(tenantId, sessionId), UnsealError);
  for (const fileId of [exportId, importId]) await assert.rejects(vault.subjectKey(tenantId, fileId), UnsealError);
  assert.equal(await search(), 0);
  const [left] = await owners.application.query<{ n: number; clear: (string | null)[]; sales: number; keys: number }>({
    text: `SELECT (SELECT count(*) FROM lead_tokens WHERE lead_id = $1)
        + (SELECT count(*) FROM intake_claims WHERE lead_id = $1) AS n,
      ARRAY[state, zip3, birth_year::text] AS clear, (SELECT count(*) FROM sales WHERE lead_id = $1) AS sales
      FROM leads WHERE lead_id = $1`,
    values: [leadId],
  });
  assert.deepEqual(left, { n: 0, clear: [null, null, null], sales: 1 });
  const keys = await owners.keystore.query({
    text: 'SELECT FROM subject_keys WHERE subject_id = $1',
    values: [leadId],
  });
  assert.equal(keys.length, 0);
});

test('an erased lead is still answered for, to staff and to its buyer, without its fields', async () => {
  for (const client of [admin, buyer]) {
    const one = await client.get(`/api/v1/leads/${leadId}`);
    assert.equal(one.status, 200, one.text);
    assert.deepEqual([one.json.data.status, one.json.data.fields, one.json.data.email], ['erased', {}, null]);
    const list = await client.get('/api/v1/leads');
    assert.deepEqual(
      list.json.data.map((row: { id: string }) => row.id),
      [leadId],
      list.text,
    );
  }
});

test('of an erased lead nothing is shown on purpose either', async () => {
  const asked = { fields: ['email'], reason: 'The person called back' };
  refused(await admin.post(`/api/v1/leads/${leadId}/reveal`, asked), 409, 'CONFLICT');
});

test("of the searched folders one is each cluster's", async () => {
  const directories = product.careroute.databases.dataDirectories;
  assert.equal(directories.length, 2);
  for (const directory of directories)
    assert.ok(!path.relative(product.directory, directory).startsWith('..'), directory);
});
