import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstCell, hashedSpellings, hashFormOf, hintOf, maskedContact } from './listed-contact.ts';

test('a hash is known by its length, whatever its content and capitals, and nothing else is one', () => {
  for (const form of ['md5', 'sha1', 'sha256'] as const) {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const hash = createHash(form).update(text).digest('hex');
        assert.equal(hashFormOf(hash), form);
        assert.equal(hashFormOf(hash.toUpperCase()), form);
        assert.equal(hashFormOf(hash.slice(1)), undefined);
      }),
    );
  }
  assert.equal(hashFormOf('+15125550123'), undefined);
  assert.equal(hashFormOf('z'.repeat(64)), undefined);
});

test('a North American number is hashed in three spellings, another in two, an address in one', () => {
  assert.deepEqual(hashedSpellings('phone', '+15125550123'), ['+15125550123', '15125550123', '5125550123']);
  assert.deepEqual(hashedSpellings('phone', '+4930123456'), ['+4930123456', '4930123456']);
  assert.deepEqual(hashedSpellings('email', 'avery@example.com'), ['avery@example.com']);
});

test('of a contact two digits or one letter are shown, and of a hash its kind', () => {
  const shown = (type: 'email' | 'phone', value: string) =>
    maskedContact({ type, form: 'plain', hint: hintOf(type, value) });
  assert.equal(shown('phone', '+15125550123'), '•••••23');
  assert.equal(shown('email', 'avery@example.com'), 'a•••@•••');
  assert.equal(maskedContact({ type: 'email', form: 'plain', hint: null }), '•••••');
  assert.equal(maskedContact({ type: 'phone', form: 'sha256', hint: null }), 'SHA-256 of a phone number');
});

test('the first cell of a line counts, quoted or not', () => {
  assert.equal(firstCell(' avery@example.com , Avery,Bennett'), 'avery@example.com');
  assert.equal(firstCell('"+1 512 555 0123";x'), '+1 512 555 0123');
  assert.equal(firstCell('\t'), '');
});
