import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTROL_KEYS } from './control-keys.ts';
import { checkFieldDefinition, defineField, type FieldDefinition } from './fields.ts';
import { GLOBAL_FIELDS } from './global-fields.ts';

const globalNames = GLOBAL_FIELDS.map((field) => field.name);
const text = (more: Partial<FieldDefinition>): FieldDefinition =>
  defineField({ name: 'planType', tier: 'vertical', type: 'text', ...more });
const rules = (definition: FieldDefinition, names: Iterable<string> = globalNames): string[] =>
  checkFieldDefinition(definition, names).map((fault) => `${fault.field}:${fault.rule}`);

test('a custom field that nobody classified counts as health data', () => {
  assert.equal(text({}).phiClass, 'health');
  assert.equal(text({ phiClass: 'other' }).phiClass, 'other');
});

test('a sound definition has no faults', () => {
  assert.deepEqual(rules(text({ maxLength: 100 })), []);
  assert.deepEqual(rules(text({ type: 'select', options: ['Yes', 'No'] })), []);
  assert.deepEqual(rules(text({ type: 'number', min: 0, max: 10 })), []);
});

test('every global field passes the rules for fields, and no two share a name', () => {
  for (const field of GLOBAL_FIELDS) {
    const others = globalNames.filter((name) => name !== field.name && name !== 'phone' && name !== 'phoneExtension');
    assert.deepEqual(rules(field, others), [], field.name);
  }
  assert.equal(new Set(globalNames).size, globalNames.length);
  assert.ok(globalNames.every((name) => !CONTROL_KEYS.has(name)));
});

test('a name that is not camelCase is refused', () => {
  for (const name of ['', 'Plan', 'plan_type', 'plan-type', '1plan', 'plan type', 'plän', 'p'.repeat(65)]) {
    assert.deepEqual(rules(text({ name, label: 'Plan' })), ['name:name_shape'], name);
  }
});

test('a name of an upper tier is refused whatever its capitals (bug 22: a field hidden by another)', () => {
  assert.deepEqual(rules(text({ name: 'email' })), ['name:name_taken']);
  assert.deepEqual(rules(text({ name: 'eMail' })), ['name:name_taken']);
});

test('control keys and what every object inherits are refused as names', () => {
  for (const name of ['campaignId', 'custom', 'isTest', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
    assert.deepEqual(rules(text({ name })), ['name:reserved'], name);
  }
});

test('the name that holds the extension of a phone field is kept free, from either side', () => {
  assert.deepEqual(rules(text({ name: 'workPhone', type: 'phone' }), ['workPhoneExtension']), ['name:name_taken']);
  assert.deepEqual(rules(text({ name: 'workPhoneExtension' }), ['workPhone']), ['name:reserved']);
  assert.deepEqual(rules(text({ name: 'leaseExtension' })), []);
});

test('a select needs distinct options and no other type may have any', () => {
  assert.deepEqual(rules(text({ type: 'select' })), ['options:required']);
  assert.deepEqual(rules(text({ type: 'select', options: ['Yes', 'yes'] })), ['options:option_twice']);
  assert.deepEqual(rules(text({ type: 'select', options: [' Yes'] })), ['options:option_shape']);
  assert.deepEqual(rules(text({ type: 'select', options: Array.from({ length: 501 }, (_, i) => `o${i}`) })), [
    'options:too_many',
  ]);
  assert.deepEqual(rules(text({ options: ['Yes'] })), ['options:not_allowed']);
});

test('limits belong to their type, and all faults come at once', () => {
  assert.deepEqual(rules(text({ type: 'number', maxLength: 5 })), ['maxLength:range']);
  assert.deepEqual(rules(text({ maxLength: 0 })), ['maxLength:range']);
  assert.deepEqual(rules(text({ min: 1 })), ['min:not_allowed']);
  assert.deepEqual(rules(text({ type: 'number', min: Number.NaN })), ['min:not_allowed']);
  assert.deepEqual(rules(text({ name: 'Bad', label: ' ', type: 'number', min: 5, max: 1 })), [
    'name:name_shape',
    'label:length',
    'max:range',
  ]);
});
