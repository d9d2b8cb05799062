import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rejectionOf } from './rejection-of.ts';

const fault = (field: string, rule: string) => ({ field, rule, message: 'Check it.' });

test('consent stands before the certificate, and the certificate before the first faulty field', () => {
  const [email, certificate, consent] = [
    fault('email', 'not_an_email'),
    fault('trustedFormCertUrl', 'required'),
    fault('tcpaConsent', 'consent_required'),
  ];
  assert.deepEqual(rejectionOf([email, certificate, consent]), { code: 'consent_required', field: 'tcpaConsent' });
  assert.deepEqual(rejectionOf([email, certificate]), { code: 'missing_trusted_form', field: 'trustedFormCertUrl' });
  assert.deepEqual(rejectionOf([email, fault('phone', 'required')]), { code: 'invalid_field', field: 'email' });
});

test('a certificate that is there but faulty, or another field that is missing, is an invalid field', () => {
  assert.equal(rejectionOf([fault('trustedFormCertUrl', 'not_a_url')]).code, 'invalid_field');
  assert.equal(rejectionOf([fault('phone', 'required')]).code, 'invalid_field');
  assert.deepEqual(rejectionOf([]), { code: 'invalid_field', field: 'body' });
});
