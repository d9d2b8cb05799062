import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Fault } from '../../../kernel/app-error.ts';
import { defineField, type FieldDefinition } from './fields.ts';
import { GLOBAL_FIELDS } from './global-fields.ts';
import { CONSENT_REASON, type ReadLead, readLead, type ReadRules } from './read-lead.ts';
import { rejectionOf } from './rejection-of.ts';

const custom = (name: string, more: Partial<FieldDefinition> & Pick<FieldDefinition, 'type'>): FieldDefinition =>
  defineField({ name, tier: 'vertical', ...more });

const RULES: ReadRules = {
  strict: false,
  consentRequired: true,
  definitions: [
    ...GLOBAL_FIELDS,
    custom('plan', { type: 'select', options: ['PPO', 'HMO'] }),
    custom('householdSize', { type: 'number', min: 1, max: 20 }),
    custom('smoker', { type: 'boolean' }),
    custom('note', { type: 'text', maxLength: 20 }),
    custom('lastVisit', { type: 'date' }),
    custom('workPhone', { type: 'phone' }),
  ],
};

/** Stands in for the phone library: ten digits, and an extension after an x. */
const readPhone = (text: string): { e164: string; extension?: string } | null => {
  const [, digits, extension] = /^\+?1?(\d{10})(?: ?x(\d+))?$/.exec(text.replace(/[() .-]/g, '')) ?? [];
  if (digits === undefined) return null;
  return extension === undefined ? { e164: `+1${digits}` } : { e164: `+1${digits}`, extension };
};
const PORTS = { readPhone, today: '2026-03-08' };

const BODY = {
  campaignId: '6ee3f9f7-7d2b-4b8e-8f25-0e6f2b3d4c5a',
  firstName: 'Ada',
  lastName: 'Byron',
  email: 'ada@example.com',
  phone: '+12125550123',
  zipCode: '10001',
  tcpaConsent: true,
};

function accept(more: Record<string, unknown> = {}, rules: Partial<ReadRules> = {}): ReadLead {
  const result = readLead({ ...BODY, ...more }, { ...RULES, ...rules }, PORTS);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function faultsOf(more: Record<string, unknown>, rules: Partial<ReadRules> = {}): readonly Fault[] {
  const result = readLead({ ...BODY, ...more }, { ...RULES, ...rules }, PORTS);
  assert.ok(!result.ok, 'expected the lead to be refused');
  return result.error;
}
const parsed = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
const refusals = (more: Record<string, unknown>, rules: Partial<ReadRules> = {}): string[] =>
  faultsOf(more, rules).map((fault) => `${fault.field}:${fault.rule}`);

test('a clean lead is read unchanged, without warnings', () => {
  const lead = accept();
  const { campaignId: _, ...fields } = BODY;
  assert.deepEqual(lead.fields, fields);
  assert.deepEqual([lead.original, lead.extra, lead.warnings, lead.isTest], [{}, {}, [], false]);
});

test('what normalisation changes is kept as it was sent, and nothing else is', () => {
  const lead = accept({ email: ' Ada@Example.COM ', state: 'new  york', phone: 2125550123, city: 'Que\u0301bec ' });
  assert.equal(lead.fields['email'], 'ada@example.com');
  assert.equal(lead.fields['state'], 'NY');
  assert.equal(lead.fields['phone'], '+12125550123');
  assert.equal(lead.fields['city'], 'Qu\u00e9bec');
  assert.deepEqual(lead.original, {
    email: ' Ada@Example.COM ',
    state: 'new  york',
    phone: 2125550123,
    city: 'Que\u0301bec ',
  });
});

test('a field may come flat or under custom, and both with one value', () => {
  const lead = accept({ householdSize: 3, custom: { plan: 'ppo', householdSize: 3, city: 'Albany' } });
  assert.deepEqual([lead.fields['plan'], lead.fields['householdSize'], lead.fields['city']], ['PPO', 3, 'Albany']);
  assert.equal(accept({ plan: '', custom: { plan: 'HMO' } }).fields['plan'], 'HMO');
});

test('a field that comes twice with different values is refused', () => {
  assert.deepEqual(refusals({ plan: 'PPO', custom: { plan: 'HMO' } }), ['plan:conflict']);
  assert.deepEqual(refusals({ custom: 'plan=PPO' }), ['custom:wrong_type']);
});

test('all faults of a lead come in one answer', () => {
  const faults = refusals({
    firstName: '',
    email: 'nobody',
    zipCode: '1730',
    tcpaConsent: false,
    householdSize: 99,
    custom: { plan: 'EPO', smoker: 'perhaps' },
  });
  assert.deepEqual(faults.toSorted(), [
    'custom.plan:not_an_option',
    'custom.smoker:not_a_boolean',
    'email:not_an_email',
    'firstName:required',
    'householdSize:too_large',
    'tcpaConsent:consent_required',
    'zipCode:not_a_zip',
  ]);
});

test('a lead without consent is refused with the public reason', () => {
  for (const tcpaConsent of [false, undefined, null, '', 'no', '0', 'false']) {
    const [fault] = faultsOf({ tcpaConsent });
    assert.equal(fault?.rule, 'consent_required');
    assert.ok(fault?.message.startsWith(CONSENT_REASON));
    assert.deepEqual(rejectionOf(faultsOf({ tcpaConsent })), { code: 'consent_required', field: 'tcpaConsent' });
  }
  assert.deepEqual(refusals({ tcpaConsent: 'sure' }), ['tcpaConsent:not_a_boolean']);
  assert.equal(accept({ tcpaConsent: false }, { consentRequired: false }).fields['tcpaConsent'], false);
  assert.equal(accept({ tcpaConsent: 'Yes' }).fields['tcpaConsent'], true);
});

test('a certificate the campaign requires is named when it is missing', () => {
  const definitions = RULES.definitions.map((one) =>
    one.name === 'trustedFormCertUrl' ? { ...one, required: true } : one,
  );
  const faults = faultsOf({}, { definitions });
  assert.match(faults[0]?.message ?? '', /^Missing TrustedForm certificate/);
  assert.deepEqual(rejectionOf(faults), { code: 'missing_trusted_form', field: 'trustedFormCertUrl' });
  assert.deepEqual(rejectionOf(faultsOf({ email: 'x' })), { code: 'invalid_field', field: 'email' });
});

test('an unusual certificate is kept, with a warning', () => {
  const lead = accept({ trustedFormCertUrl: 'https://example.com/c/1', jornayaLeadId: 'abc' });
  assert.deepEqual(
    lead.warnings.map((one) => `${one.field}:${one.rule}`),
    ['trustedFormCertUrl:unusual_certificate', 'jornayaLeadId:unusual_certificate'],
  );
  const sound = {
    trustedFormCertUrl: `https://cert.trustedform.com/${'0a'.repeat(20)}`,
    jornayaLeadId: BODY.campaignId,
  };
  assert.deepEqual(accept(sound).warnings, []);
});

test('an undefined field is kept with a warning, and refused only where the campaign is strict', () => {
  const lead = accept({ favouriteColour: ['red'], custom: { shoeSize: 44 } });
  assert.deepEqual(lead.extra, { favouriteColour: ['red'], shoeSize: 44 });
  assert.deepEqual(
    lead.warnings.map((one) => `${one.field}:${one.rule}`),
    ['favouriteColour:unknown_field', 'custom.shoeSize:unknown_field'],
  );
  assert.deepEqual(refusals({ favouriteColour: 'red' }, { strict: true }), ['favouriteColour:unknown_field']);
});

test('an undefined name that is not shaped like a name is not repeated, for it may be personal data itself', () => {
  const lead = accept({ 'Ada Byron 12 May': 'x', '+12125550123': 'y' });
  assert.deepEqual(Object.keys(lead.extra).length, 2);
  assert.doesNotMatch(JSON.stringify(lead.warnings), /Ada|212/);
});

test('control keys are never fields', () => {
  const lead = accept({ isTest: true, pingId: BODY.campaignId, requestId: 'r-1' });
  assert.equal(lead.fields['requestId'], 'r-1');
  assert.deepEqual([lead.isTest, lead.pingId], [true, BODY.campaignId]);
  for (const key of ['campaignId', 'isTest', 'pingId']) {
    assert.ok(!(key in lead.fields) && !(key in lead.extra));
  }
  assert.deepEqual(refusals({ pingId: 'x', email: 'y' }), ['pingId:not_an_id', 'email:not_an_email']);
});

test('names that every object inherits are ordinary undefined fields', () => {
  const body = parsed('{"__proto__":{"isTest":true},"constructor":"c","custom":{"__proto__":"p2","toString":"t"}}');
  assert.deepEqual(refusals(body), ['__proto__:conflict']);
  const lead = accept(parsed('{"__proto__":{"isTest":true},"constructor":"c"}'));
  assert.equal(lead.isTest, false);
  assert.deepEqual(Object.keys(lead.extra).toSorted(), ['__proto__', 'constructor']);
});

test('an extension stands apart from the number (bug 27)', () => {
  const lead = accept({ phone: '(212) 555-0123 x45', custom: { workPhone: '2125550199x7' } });
  assert.deepEqual([lead.fields['phone'], lead.fields['phoneExtension']], ['+12125550123', '45']);
  assert.deepEqual([lead.fields['workPhone'], lead.fields['workPhoneExtension']], ['+12125550199', '7']);
  assert.equal(accept({ phone: '2125550123x45', phoneExtension: '45' }).fields['phoneExtension'], '45');
  assert.deepEqual(refusals({ phone: '2125550123x45', phoneExtension: '46' }), ['phoneExtension:conflict']);
});

test('ZIP+4 sent whole and in parts must agree', () => {
  const lead = accept({ zipCode: '10001-1234', zipPlus4: '1234' });
  assert.deepEqual([lead.fields['zipCode'], lead.fields['zipPlus4']], ['10001', '1234']);
  assert.deepEqual(refusals({ zipCode: '100011234', zipPlus4: '9999' }), ['zipPlus4:conflict']);
});

test('NUL and half a surrogate pair are refused with the name of the field', () => {
  assert.deepEqual(refusals({ firstName: 'A\0', city: '\ud800', custom: { note: 'x\udc00' } }).toSorted(), [
    'city:lone_surrogate',
    'custom.note:lone_surrogate',
    'firstName:nul',
  ]);
  assert.deepEqual(
    refusals({ unknown: { deep: ['\0'] }, other: { 'k\ud800': 1 }, custom: { more: '\0' } }).toSorted(),
    ['custom.more:nul', 'other:lone_surrogate', 'unknown:nul'],
  );
});

test('an undefined field nested beyond reason is refused and never overflows the stack', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  assert.deepEqual(refusals({ deep }), ['deep:too_deep']);
  assert.deepEqual(refusals({ deep, custom: { deep } }), ['deep:too_deep']);
});

test('a body of more than 500 fields is refused with that one fault', () => {
  const many = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`f${index}`, index]));
  assert.deepEqual(refusals(many), ['body:too_many_fields']);
});

/** A sample of the strings that break name fields elsewhere. */
const NAUGHTY = [
  'null',
  'NULL',
  'undefined',
  'true',
  '0',
  '1E2',
  'NaN',
  '__proto__',
  'constructor',
  '\\',
  '\u0001\u0002\u007f\u0085',
  ' leading and trailing ',
  '\t\u000b\f \u3000',
  '\ufeff',
  '\u00ad\u200b\u202e',
  'e\u0301',
  'Ω≈ç√',
  '田中さん',
  '👾 🙇🏽‍♀️',
  '🇺🇸🇷🇺',
  '<script>alert(1)</script>',
  "Robert'); DROP TABLE leads;--",
  '%00',
  '${7*7}',
  '{{7*7}}',
  '../../etc/passwd',
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯',
  "O'Brien",
  '=1+1',
];

test('a name is kept exactly as sent, white space and composition included', () => {
  for (const firstName of NAUGHTY) {
    const lead = accept({ firstName });
    assert.equal(lead.fields['firstName'], firstName);
    assert.deepEqual([lead.original, lead.warnings], [{}, []]);
  }
  assert.deepEqual(refusals({ firstName: 5 }), ['firstName:wrong_type']);
  assert.deepEqual(refusals({ firstName: '👾'.repeat(501) }), ['firstName:too_long']);
  assert.equal(accept({ firstName: '👾'.repeat(500) }).fields['firstName'], '👾'.repeat(500));
});

test('any Unicode text without NUL is kept unchanged as a name', () => {
  const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 500 }).filter((text) => !text.includes('\0'));
  fc.assert(fc.property(anyText, (lastName) => accept({ lastName }).fields['lastName'] === lastName));
});

test('whatever JSON is sent, the answer is a lead or faults, and no fault or warning repeats a value', () => {
  const names = [...RULES.definitions.map((one) => one.name), 'isTest', 'pingId', 'acceptedBuyerIds', 'unheardOf'];
  const marked = fc.string({ maxLength: 8 }).map((text) => `QZX${text}QZX`);
  const leaf = fc.oneof(marked, fc.constantFrom(null, true, -0, Number.POSITIVE_INFINITY, '', ' '), fc.double());
  const value = fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(leaf) },
    { weight: 1, arbitrary: fc.dictionary(marked, leaf) },
  );
  const fields = fc.dictionary(fc.constantFrom(...names), value);
  fc.assert(
    fc.property(fields, fields, fc.boolean(), (flat, under, strict) => {
      const result = readLead({ ...flat, custom: under }, { ...RULES, strict }, PORTS);
      const words = result.ok ? result.value.warnings : result.error;
      assert.doesNotMatch(JSON.stringify(words), /QZX/);
      assert.ok(result.ok || result.error.length > 0);
    }),
    { numRuns: 500 },
  );
});

test('reading what was read changes nothing', () => {
  const first = accept({
    phone: '2125550123',
    email: 'A@B.co',
    state: 'texas',
    zipCode: '10001-0042',
    dateOfBirth: '3/4/1960',
    smoker: 'no',
  });
  const again = accept(first.fields);
  assert.deepEqual(again.fields, first.fields);
  assert.deepEqual(again.original, {});
});
