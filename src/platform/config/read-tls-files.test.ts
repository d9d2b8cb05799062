import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createAuthority, issueCertificate } from '../http/index.ts';
import { readSettings } from './read-settings.ts';

let dir = '';
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'careroute-config-'));
  const authority = await createAuthority('Test authority', new Date(), 1);
  const own = await issueCertificate({ authority, hosts: ['localhost'], now: new Date(), days: 1 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const locked = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' } as const;
  await writeFile(join(dir, 'own.pem'), own.certPem + authority.certPem);
  await writeFile(join(dir, 'own.key'), own.keyPem);
  await writeFile(join(dir, 'other.key'), authority.keyPem);
  await writeFile(join(dir, 'locked.key'), privateKey.export(locked));
});
after(() => rm(dir, { recursive: true }));

const outcome = (env: Record<string, string>): unknown => {
  const read = readSettings(env, { demo: false, cwd: dir });
  return read.ok ? read.value.tls.files : read.error.map((one) => `${one.variable} ${one.rule}`);
};
const pair = (certFile: string, keyFile: string): unknown =>
  outcome({ CAREROUTE_TLS_CERT_FILE: certFile, CAREROUTE_TLS_KEY_FILE: keyFile });

test('a certificate and its key are taken, by relative path or full', () => {
  const files = { certFile: join(dir, 'own.pem'), keyFile: join(dir, 'own.key') };
  assert.deepEqual(pair('own.pem', 'own.key'), files);
  assert.deepEqual(pair(files.certFile, files.keyFile), files);
});

test('a certificate without a key, or a key without a certificate, is a fault of the one that is missing', () => {
  assert.deepEqual(outcome({ CAREROUTE_TLS_CERT_FILE: 'own.pem' }), ['CAREROUTE_TLS_KEY_FILE missing']);
  assert.deepEqual(outcome({ CAREROUTE_TLS_KEY_FILE: 'own.key' }), ['CAREROUTE_TLS_CERT_FILE missing']);
});

test('a key of another certificate, a locked key, a file of another kind and a missing file are told apart', () => {
  assert.deepEqual(pair('own.pem', 'other.key'), ['CAREROUTE_TLS_KEY_FILE conflict']);
  assert.deepEqual(pair('own.pem', 'locked.key'), ['CAREROUTE_TLS_KEY_FILE wrong_form']);
  assert.deepEqual(pair('own.key', 'own.key'), ['CAREROUTE_TLS_CERT_FILE wrong_form']);
  assert.deepEqual(pair('own.pem', 'own.pem'), ['CAREROUTE_TLS_KEY_FILE wrong_form']);
  assert.deepEqual(pair('none.pem', '.'), [
    'CAREROUTE_TLS_CERT_FILE unreadable_file',
    'CAREROUTE_TLS_KEY_FILE unreadable_file',
  ]);
});

test('authorities to trust come from a file of certificates', () => {
  const read = readSettings({ CAREROUTE_OUTBOUND_CA_FILE: 'own.pem' }, { demo: false, cwd: dir });
  assert.equal(read.ok && read.value.outbound.caFile, join(dir, 'own.pem'));
  assert.deepEqual(outcome({ CAREROUTE_OUTBOUND_CA_FILE: 'own.key' }), ['CAREROUTE_OUTBOUND_CA_FILE wrong_form']);
});
