import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Answer, Client } from '../kit/client.ts';
import {
  codeOf as codeIn,
  codesOf as codesIn,
  codesPath as ofGroup,
  newGroup as makeGroup,
} from '../kit/code-groups.ts';
import { assertNoProblems, testPlace } from '../kit/place.ts';
import { made, names } from '../kit/refusals.ts';

const place = testPlace();

const newGroup = (admin: Client = place().admin): Promise<string> => makeGroup(admin);
const codesOf = (groupId: string) => codesIn(place().admin, groupId);
const codeOf = (groupId: string, slug: string) => codeIn(place().admin, groupId, slug);
const put = (path: string, body: object): Promise<Answer> => place().admin.put(path, body);

test('a new group has the ten standard codes, and none of them gives a lead back', async () => {
  const codes = await codesOf(await newGroup());
  assert.deepEqual(
    codes.map((code) => `${String(code['label'])}/${String(code['slug'])}/${String(code['category'])}`),
    [
      'Contacted/contacted/working',
      'Qualified/qualified/working',
      'Appointment Set/appointment_set/working',
      'Converted/converted/converted',
      'Sold/sold/converted',
      'Bad Number/bad_number/rejected',
      'Not Interested/not_interested/rejected',
      'Do Not Call/do_not_call/rejected',
      'Duplicate/duplicate/rejected',
      'Bad Data/bad_data/rejected',
    ],
  );
  for (const code of codes)
    assert.deepEqual([code['triggersReturn'], code['triggersCpa'], code['isActive']], [false, false, true]);
});

test('codes are added, changed, put in order and deleted, each slug once in its group', async () => {
  const groupId = await newGroup();
  const path = ofGroup(groupId);
  const added = await made(place().admin, path, { label: 'Left a message!', category: 'working', triggersCpa: false });
  assert.deepEqual([added.slug, added.sortOrder, added.triggersReturn], ['left_a_message', 0, false]);
  const own = await made(place().admin, path, { label: 'Très bien', slug: 'Very-Good', category: 'converted' });
  assert.equal(own.slug, 'very_good');
  names(await place().admin.post(path, { label: 'Très bien', category: 'converted', slug: '5125550100' }), 'slug');
  names(await place().admin.post(path, { label: '¡¿!?', category: 'converted' }), 'slug');
  names(await place().admin.post(path, { label: 'Paid', category: 'converted', triggersCpa: true }), 'triggersCpa');
  names(await place().admin.post(path, { label: 'Paid', category: 'paid' }), 'category');
  names(
    await place().admin.post(path, { label: 'Paid', category: 'returned', returnReason: 'a person' }),
    'returnReason',
  );
  assert.equal((await place().admin.post(path, { label: 'SOLD', category: 'converted' })).status, 409);
  const changed = await put(`${path}/${added.id}`, { label: 'Voicemail', isActive: false, returnReason: 'other' });
  assert.deepEqual(
    [changed.json.data.label, changed.json.data.slug, changed.json.data.isActive, changed.json.data.returnReason],
    ['Voicemail', 'left_a_message', false, 'other'],
  );
  assert.equal((await put(`${path}/${added.id}`, { slug: 'sold' })).status, 409);
  assert.equal((await put(`${path}/${added.id}`, {})).status, 400);
  const items = [
    { id: own.id, sortOrder: 0 },
    { id: added.id, sortOrder: 99 },
  ];
  const ordered = await put(`${path}/reorder`, { items });
  assert.equal(ordered.status, 200, ordered.text);
  const slugs = (await codesOf(groupId)).map((code) => code['slug']);
  assert.deepEqual([slugs[0], slugs.at(-1), slugs.length], ['very_good', 'left_a_message', 12]);
  names(await put(`${path}/reorder`, { items: [...items, { id: own.id, sortOrder: 1 }] }), 'items.2.id');
  const elsewhere = await codeOf(await newGroup(), 'sold');
  names(await put(`${path}/reorder`, { items: [{ id: elsewhere, sortOrder: 1 }] }), 'items.0.id');
  for (const answer of [
    await put(`${path}/${elsewhere}`, { label: 'Ours' }),
    await place().admin.delete(`${path}/${elsewhere}`),
    await put(`${path}/${randomUUID()}`, { label: 'Ours' }),
  ])
    assert.equal(answer.status, 404, answer.text);
  assert.equal((await place().admin.delete(`${path}/${added.id}`)).status, 200);
  assert.equal((await codesOf(groupId)).length, 11);
});

test('the codes of another group are copied but for slugs that are there, and nothing of another tenant', async () => {
  const [source, target] = [await newGroup(), await newGroup()];
  await made(place().admin, ofGroup(source), { label: 'Showed up', category: 'working', sortOrder: 11 });
  await put(`${ofGroup(source)}/${await codeOf(source, 'bad_data')}`, { triggersReturn: true });
  const clone = (groupId: string, sourceGroupId: string): Promise<Answer> =>
    place().admin.post(`${ofGroup(groupId)}/clone`, { sourceGroupId });
  assert.deepEqual((await clone(target, source)).json.data, { copied: 1, skipped: 10 });
  assert.deepEqual((await clone(target, source)).json.data, { copied: 0, skipped: 11 });
  const codes = await codesOf(target);
  assert.equal(codes.find((code) => code['slug'] === 'bad_data')?.['triggersReturn'], false);
  assert.equal(codes.at(-1)?.['slug'], 'showed_up');
  const { admin } = await place().app.tenant();
  const theirs = await newGroup(admin);
  names(await clone(target, theirs), 'sourceGroupId');
  names(await clone(target, target), 'sourceGroupId');
  assert.equal((await clone(theirs, target)).status, 404);
  for (const path of [ofGroup(theirs), `${ofGroup(theirs)}?limit=5`])
    assert.equal((await place().admin.get(path)).status, 404);
});

assertNoProblems(place);
