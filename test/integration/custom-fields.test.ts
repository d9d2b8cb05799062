import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../src/kernel/ids.ts';
import type { Answer } from '../kit/client.ts';
import { personOf } from '../kit/people.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names, refused } from '../kit/refusals.ts';

const place = testPlace();

const fieldsOf = (verticalId: string): string => `/api/v1/verticals/${verticalId}/custom-fields`;
const rulesOf = (answer: Answer): string[] =>
  refused(answer, 409, 'CONFLICT').map(({ field, rule }) => `${field} ${rule}`);

async function marketWith(field: object, contract: object = {}) {
  const m = await place().market({ buyers: [{}] });
  const path = fieldsOf(m.verticalId);
  const { id } = await made(place().admin, path, field);
  const contractId = String(m.buyers[0]?.contractId);
  if (Object.keys(contract).length > 0) {
    const changed = await place().admin.patch(`/api/v1/contracts/${contractId}`, contract);
    assert.equal(changed.status, 200, changed.text);
  }
  return { m, list: path, path: `${path}/${id}`, fieldId: String(id), contractId };
}

const SIZE = { name: 'size', fieldType: 'select', options: ['small', 'large'], phiClass: 'other' };

test('label, need, order and options of a field change, and the next post is read by them', async () => {
  const { m, list, path } = await marketWith(SIZE);
  await m.post(m.lead({ size: 'small' }));
  const change = { label: 'Size of case', required: true, sortOrder: 7, options: ['small', 'medium', 'large'] };
  const { data } = (await place().admin.patch(path, change)).json;
  assert.deepEqual([data.label, data.required, data.sortOrder, data.options], Object.values(change));
  assert.deepEqual((await place().admin.get(list)).json.data, [data]);
  names(await m.post(m.lead()), 'size');
  assert.equal((await m.post(m.lead({ size: 'Medium' }))).json.result, 'success');
});

test('before any lead came a field may get another name, type and class', async () => {
  const { path } = await marketWith(SIZE);
  const change = { name: 'caseSize', fieldType: 'text', phiClass: 'health' };
  const { data } = (await place().admin.patch(path, change)).json;
  assert.deepEqual(
    [data.name, data.type, data.phiClass, data.options, data.label],
    ['caseSize', 'text', 'health', null, 'size'],
  );
});

test('once a lead came name, type and class stay, with a remedy, in either direction', async () => {
  const { m, path } = await marketWith(SIZE);
  assert.equal((await m.post(m.lead({ size: 'small' }))).json.result, 'success');
  for (const change of [{ phiClass: 'health' }, { phiClass: 'identity' }]) {
    const answer = await place().admin.patch(path, change);
    assert.deepEqual(rulesOf(answer), ['phiClass held_by_leads']);
    assert.match(answer.json.error.message, /add another field/);
  }
  const all = await place().admin.patch(path, {
    name: 'caseSize',
    fieldType: 'text',
    phiClass: 'health',
    options: null,
  });
  assert.deepEqual(rulesOf(all), ['name held_by_leads', 'phiClass held_by_leads', 'fieldType held_by_leads']);
  assert.equal((await place().admin.patch(path, { name: 'size', phiClass: 'other', label: 'Same' })).status, 200);
});

test('a lead that came before the field was added does not hold it', async () => {
  const m = await place().market({ buyers: [{}] });
  await m.post();
  await place().app.owner.query({
    text: `UPDATE leads SET received_at = received_at - interval '1 hour' WHERE campaign_id = $1`,
    values: [m.campaignId],
  });
  const { id } = await made(place().admin, fieldsOf(m.verticalId), SIZE);
  const renamed = await place().admin.patch(`${fieldsOf(m.verticalId)}/${id}`, { name: 'caseSize' });
  assert.equal(renamed.json.data.name, 'caseSize');
});

test('a change must say something, and a name that is taken or reserved is refused', async () => {
  const { list, path } = await marketWith(SIZE);
  await made(place().admin, list, { name: 'colour', fieldType: 'text' });
  assert.equal((await place().admin.patch(path, {})).status, 400);
  refused(await place().admin.patch(path, { name: 'Colour'.toLowerCase() }), 409, 'DUPLICATE');
  names(await place().admin.patch(path, { name: 'isTest' }), 'name');
  names(await place().admin.patch(path, { fieldType: 'text', type: 'number' }), 'fieldType');
  names(await place().admin.patch(path, { fieldType: 'text', options: ['a'] }), 'options');
  names(await place().admin.patch(path, { more: 1 }), 'more');
});

test('a field that a contract licenses or filters by stays with its name, and the contract is named', async () => {
  const licensed = await marketWith(SIZE, { licensedFields: ['firstName', 'size'] });
  const custom = [{ field: 'size', operator: 'in', values: ['large'] }];
  const filtered = await marketWith(SIZE, { customFilters: custom });
  for (const { path, contractId } of [licensed, filtered]) {
    const answer = await place().admin.delete(path);
    assert.deepEqual(rulesOf(answer), ['fieldId used_by_contracts']);
    const { name } = (await place().admin.get(`/api/v1/contracts/${contractId}`)).json.data;
    assert.deepEqual(answer.json.error.details.contracts, [{ id: contractId, name }]);
    assert.ok(answer.json.error.message.includes(name));
    assert.deepEqual(rulesOf(await place().admin.patch(path, { name: 'caseSize' })), ['name used_by_contracts']);
  }
  assert.deepEqual(rulesOf(await place().admin.patch(filtered.path, { options: ['small'] })), [
    'options used_by_contracts',
  ]);
  assert.equal((await place().admin.patch(filtered.path, { options: ['large'] })).status, 200);
  const emptied = await place().admin.patch(`/api/v1/contracts/${filtered.contractId}`, { customFilters: [] });
  assert.equal(emptied.status, 200);
  assert.equal((await place().admin.delete(filtered.path)).status, 200);
  assert.deepEqual((await place().admin.get(filtered.list)).json.data, []);
});

test('what tells duplicates, and what a rule of field access guards, is not deleted either', async () => {
  const { m, path } = await marketWith({ name: 'memberNumber', fieldType: 'text' });
  const vertical = `/api/v1/verticals/${m.verticalId}`;
  const rules = (list: object[]) =>
    place().admin.put('/api/v1/settings/field-access', { role: 'analyst', rules: list });
  await place().admin.patch(vertical, { dedupFields: ['email', 'memberNumber'] });
  assert.equal((await rules([{ field: 'memberNumber', access: 'hidden' }])).status, 200);
  assert.deepEqual(rulesOf(await place().admin.delete(path)), [
    'fieldId used_by_duplicates',
    'fieldId used_by_field_access',
  ]);
  await place().admin.patch(vertical, { dedupFields: ['email'] });
  await rules([]);
  assert.equal((await place().admin.delete(path)).status, 200);
});

test('what leads hold of a deleted field stays as it was, and later posts hear that nobody knows it', async () => {
  const { m, path, list } = await marketWith({ name: 'memberNumber', fieldType: 'text', phiClass: 'identity' });
  const { leadId } = (await m.post(m.lead({ memberNumber: 'M-17' }))).json;
  assert.equal((await place().admin.delete(path)).status, 200);
  const sealedIn = async (part: string) => {
    const [row] = await place().app.owner.query<{ is: boolean }>({
      text: `SELECT sealed_${part} IS NOT NULL AS is FROM leads WHERE lead_id = $1`,
      values: [leadId],
    });
    return row?.is;
  };
  assert.deepEqual([await sealedIn('identity'), await sealedIn('other')], [true, true]);
  const { client } = await personOf(place().app, { tenantId: place().tenantId, role: 'owner' });
  assert.equal((await client.get(`/api/v1/leads/${leadId}`)).json.data.fields.memberNumber, 'M-17');
  const later = await m.post(m.lead({ memberNumber: 'M-18' }));
  assert.deepEqual(
    later.json.warnings.map(({ field }: { field: string }) => field),
    ['memberNumber'],
  );
  await made(place().admin, list, { name: 'memberNumber', fieldType: 'text', phiClass: 'other' });
});

test('a field of a campaign is changed and deleted there, and elsewhere it is not there', async () => {
  const m = await place().market({ buyers: [{}] });
  const campaign = `/api/v1/campaigns/${m.campaignId}/custom-fields`;
  const { id } = await made(place().admin, campaign, { name: 'clickId', fieldType: 'text' });
  const { displayId } = (await place().admin.get(`/api/v1/campaigns/${m.campaignId}`)).json.data;
  const byNumber = `/api/v1/campaigns/${displayId}/custom-fields/${id}`;
  assert.equal((await place().admin.patch(byNumber, { label: 'Click' })).json.data.label, 'Click');
  for (const wrong of [`${fieldsOf(m.verticalId)}/${id}`, `${campaign}/${newId()}`]) {
    refused(await place().admin.patch(wrong, { label: 'Click' }), 404, 'NOT_FOUND');
    refused(await place().admin.delete(wrong), 404, 'NOT_FOUND');
  }
  const stranger = (await place().app.tenant()).admin;
  refused(await stranger.delete(`${campaign}/${id}`), 404, 'NOT_FOUND');
  assert.deepEqual((await place().admin.delete(`${campaign}/${id}`)).json, { data: { success: true, id } });
  const analyst = (await personOf(place().app, { tenantId: place().tenantId, role: 'analyst' })).client;
  refused(await analyst.delete(`${campaign}/${id}`), 403, 'FORBIDDEN');
});

test('a contract goes on by a namesake that another campaign of the vertical has', async () => {
  const { m, path, contractId } = await marketWith(SIZE);
  const campaign = { name: 'Second', partnerId: m.partnerId, verticalId: m.verticalId };
  assert.equal((await place().admin.delete(path)).status, 200);
  const second = await made(place().admin, '/api/v1/campaigns', campaign);
  const field = { name: 'colour', fieldType: 'text' };
  const one = await made(place().admin, `/api/v1/campaigns/${m.campaignId}/custom-fields`, field);
  const two = await made(place().admin, `/api/v1/campaigns/${second.id}/custom-fields`, field);
  await place().admin.patch(`/api/v1/contracts/${contractId}`, { licensedFields: ['colour'] });
  const pathOf = (campaignId: string, id: string) => `/api/v1/campaigns/${campaignId}/custom-fields/${id}`;
  assert.equal((await place().admin.delete(pathOf(m.campaignId, one.id))).status, 200);
  assert.deepEqual(rulesOf(await place().admin.delete(pathOf(second.id, two.id))), ['fieldId used_by_contracts']);
});

assertNoProblems(place);
