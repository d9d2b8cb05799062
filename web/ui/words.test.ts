import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldName } from './words.ts';

test('names of fields read as people write them', () => {
  const names = [
    'dateOfBirth',
    'zipCode',
    'ipAddress',
    'tcpaConsent',
    'email',
    'trusted_form_url',
    'line2Text',
    'id',
    'constructor',
  ];
  assert.deepEqual(names.map(fieldName), [
    'Date of birth',
    'ZIP code',
    'IP address',
    'TCPA consent',
    'E-mail',
    'Trusted form URL',
    'Line2 text',
    'ID',
    'Constructor',
  ]);
});
