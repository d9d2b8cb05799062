import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../../kernel/app-error.ts';
import { type LeadControl, readControl } from './read-control.ts';

const ID = '6ee3f9f7-7d2b-4b8e-8f25-0e6f2b3d4c5a';

function control(body: Record<string, unknown>): LeadControl {
  const faults: Fault[] = [];
  const read = readControl(body, faults);
  assert.deepEqual(faults, []);
  return read;
}

function refusals(body: Record<string, unknown>): string[] {
  const faults: Fault[] = [];
  readControl(body, faults);
  return faults.map((fault) => `${fault.field}:${fault.rule}`);
}

test('control keys are read, ids in lower case and each buyer once', () => {
  const sent = { isTest: 'true', testResult: 'sold', pingId: ID, parentLeadId: ID.toUpperCase() };
  assert.deepEqual(control({ ...sent, acceptedBuyerIds: [ID, ID.toUpperCase()] }), {
    isTest: true,
    testResult: 'sold',
    validateOnly: false,
    pingId: ID,
    parentLeadId: ID,
    acceptedBuyerIds: [ID],
  });
});

test('a body without control keys is no test and names nothing', () => {
  assert.deepEqual(control({ firstName: 'Ada' }), { isTest: false, validateOnly: false });
  assert.deepEqual(control({ isTest: '', pingId: null, acceptedBuyerIds: '' }), { isTest: false, validateOnly: false });
});

test('testMode is another spelling of isTest', () => {
  assert.equal(control({ testMode: '1' }).isTest, true);
  assert.equal(control({ isTest: false, testMode: 'yes' }).isTest, true);
  assert.equal(control({ isTest: 'no', testMode: false }).isTest, false);
});

test('a forced outcome is one of four, in any case; validateOnly is a flag like the others', () => {
  assert.deepEqual(
    ['sold', 'Rejected', 'duplicate', ' PENDING '].map((testResult) => control({ testResult }).testResult),
    ['sold', 'rejected', 'duplicate', 'pending'],
  );
  assert.deepEqual(refusals({ testResult: 'won', validateOnly: 'perhaps' }), [
    'testResult:not_an_option',
    'validateOnly:not_a_boolean',
  ]);
  assert.equal(control({ validateOnly: 'true' }).validateOnly, true);
});

test('an accepted list of no buyers stays an empty list: nobody was accepted', () => {
  assert.deepEqual(control({ acceptedBuyerIds: [] }).acceptedBuyerIds, []);
});

test('each malformed control key is named', () => {
  assert.deepEqual(refusals({ isTest: 'maybe', pingId: 'x', acceptedBuyerIds: 'all', testResult: {} }), [
    'testResult:wrong_type',
    'pingId:not_an_id',
    'acceptedBuyerIds:not_an_id',
    'isTest:not_a_boolean',
  ]);
  assert.deepEqual(refusals({ acceptedBuyerIds: [ID, 'x'] }), ['acceptedBuyerIds:not_an_id']);
  assert.deepEqual(refusals({ acceptedBuyerIds: Array.from({ length: 201 }, () => ID) }), [
    'acceptedBuyerIds:not_an_id',
  ]);
  assert.deepEqual(refusals({ testResult: 'a\0' }), ['testResult:nul']);
});

test('what an object inherits is no control key', () => {
  const heir: Record<string, unknown> = {};
  Object.setPrototypeOf(heir, { isTest: true, pingId: ID });
  assert.deepEqual(control(heir), { isTest: false, validateOnly: false });
});
