import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test } from 'node:test';
import { loginOf, scramVerifier } from './scram-verifier.ts';

/** The example of RFC 7677, section 3. */
const SALT = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
const NONCE = 'rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0';
const MESSAGE = `n=user,r=rOprNGfwEbeRWgbNEkqO,r=${NONCE},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=${NONCE}`;
const PROOF = Buffer.from('dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=', 'base64');
const SIGNATURE = '6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=';

const hmac = (key: Buffer): Buffer => createHmac('sha256', key).update(MESSAGE).digest();

test('the verifier accepts the proof and gives the signature of the example of RFC 7677', () => {
  const parts = /^SCRAM-SHA-256\$4096:(.{24})\$(.{44}):(.{44})$/.exec(scramVerifier('pencil', SALT));
  assert.ok(parts);
  const [, salt = '', stored = '', server = ''] = parts;
  assert.equal(salt, SALT.toString('base64'));
  assert.equal(hmac(Buffer.from(server, 'base64')).toString('base64'), SIGNATURE);
  const signature = hmac(Buffer.from(stored, 'base64'));
  const clientKey = Buffer.from(PROOF.map((byte, at) => byte ^ signature.readUInt8(at)));
  assert.equal(createHash('sha256').update(clientKey).digest('base64'), stored);
});

test('the same password and salt give the same verifier, which does not hold the password', () => {
  assert.equal(scramVerifier('pencil', SALT), scramVerifier('pencil', SALT));
  assert.notEqual(scramVerifier('pencil', SALT), scramVerifier('pencil', Buffer.alloc(16)));
  assert.doesNotMatch(scramVerifier('pencil', SALT), /pencil/);
});

test('a password that would have to be prepared first, and a salt of another length, are refused', () => {
  for (const password of ['', 'naïve', 'tab\there']) assert.throws(() => scramVerifier(password, SALT), RangeError);
  assert.throws(() => scramVerifier('pencil', Buffer.alloc(8)), RangeError);
});

test('an address tells its user and password, decoded, for hosts and for sockets', () => {
  assert.deepEqual(loginOf('postgres://ann:p%40ss@db.example.org/x'), { user: 'ann', password: 'p@ss' });
  assert.deepEqual(loginOf('postgres://ann:secret@/x?host=/run/postgresql'), { user: 'ann', password: 'secret' });
});
