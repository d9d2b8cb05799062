import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GLOBAL_FIELDS } from './global-fields.ts';

const namesOf = (chosen: (field: (typeof GLOBAL_FIELDS)[number]) => boolean): string[] =>
  GLOBAL_FIELDS.filter(chosen).map((field) => field.name);

test('the least a lead needs is a name, an e-mail address and a phone number', () => {
  assert.deepEqual(
    namesOf((field) => field.required),
    ['firstName', 'lastName', 'email', 'phone'],
  );
});

test('names and evidence are kept verbatim', () => {
  assert.deepEqual(
    namesOf((field) => field.format === 'verbatim'),
    ['firstName', 'lastName', 'userAgent', 'consentText', 'requestId'],
  );
});

test('who somebody is stands apart from how to reach them', () => {
  assert.deepEqual(
    namesOf((field) => field.phiClass === 'identity'),
    ['firstName', 'lastName', 'dateOfBirth', 'gender'],
  );
  for (const name of ['email', 'phone', 'phoneExtension', 'address', 'zipCode', 'zipPlus4', 'ipAddress', 'consentIp']) {
    assert.ok(namesOf((field) => field.phiClass === 'contact').includes(name), name);
  }
});

test('the sub-ids are sub1 to sub10', () => {
  assert.deepEqual(
    namesOf((field) => field.name.startsWith('sub')),
    ['sub1', 'sub2', 'sub3', 'sub4', 'sub5', 'sub6', 'sub7', 'sub8', 'sub9', 'sub10'],
  );
});
