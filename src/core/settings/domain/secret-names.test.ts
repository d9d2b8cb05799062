import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretPaths } from './secret-names.ts';

test('a text under the name of a secret is found, however it is spelt and however deep it stands', () => {
  const value = { smtp: { Password: 'x', host: 'y' }, keys: [{ 'api-key': 'z' }], AUTH_TOKEN: { value: 'q' } };
  assert.deepEqual(secretPaths('mail', value), ['mail.smtp.Password', 'mail.keys.0.api-key', 'mail.AUTH_TOKEN.value']);
  assert.deepEqual(secretPaths('clientSecret', 'x'), ['clientSecret']);
});

test('rules about secrets, and names that only hold a text, are none', () => {
  const value = { passwordMinLength: 12, requireToken: true, password: null, secret: '', keyboard: 'qwerty' };
  assert.deepEqual(secretPaths('security', value), []);
});
