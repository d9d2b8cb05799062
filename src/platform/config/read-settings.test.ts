import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { readSettings } from './read-settings.ts';
import type { SettingFault } from './setting.ts';
import type { Settings } from './settings.ts';
import { settingRows } from './settings-table.ts';

const KEY = Buffer.from('9f2c47d81be05a63c4719e2fd8360b5ae7f14c8d203bb96a5e81cd7f04329ab6', 'hex').toString('base64');
const DATABASE = 'postgres://careroute_owner:pw-one@127.0.0.1:5432/careroute';
const KEYSTORE = 'postgres://careroute_owner:pw-two@127.0.0.1:5433/keystore';
const EXTERNAL = { CAREROUTE_DATABASE_URL: DATABASE, CAREROUTE_KEYSTORE_URL: KEYSTORE, CAREROUTE_ROOT_KEY: KEY };

type Env = Record<string, string | undefined>;
const files = new Map([
  ['/keys/root', Buffer.from(`${KEY}\n`)],
  ['/lib/hsm.so', Buffer.from('x')],
]);
const options = { demo: false, cwd: '/srv/careroute', readFile: (path: string) => files.get(path) };

function settings(env: Env, demo = false): Settings {
  const read = readSettings(env, { ...options, demo });
  if (!read.ok) assert.fail(`unexpected faults: ${JSON.stringify(read.error)}`);
  return read.value;
}

function faults(env: Env, demo = false): SettingFault[] {
  const read = readSettings(env, { ...options, demo });
  if (read.ok) assert.fail('the settings were taken');
  return read.error;
}

const faultsAbout = (env: Env, demo = false): string[] => faults(env, demo).map((one) => `${one.variable} ${one.rule}`);

test('without variables the embedded defaults hold, and nothing listens or delivers where the demo would', () => {
  const read = settings({ PATH: '/bin', HOME: '/root' });
  assert.deepEqual(read, {
    demo: false,
    httpsPort: 8443,
    httpPort: 8080,
    host: '0.0.0.0',
    dataDir: '/srv/careroute/var',
    publicUrl: 'https://localhost:8443',
    database: { kind: 'embedded' },
    rootKey: undefined,
    keyProvider: { kind: 'keyfile' },
    trustedProxies: [],
    tls: { files: undefined, minVersion: 'TLSv1.2' },
    metricsToken: undefined,
    outbound: { allow: [], caFile: undefined },
    mail: { smtpUrl: undefined, from: 'Careroute <careroute@localhost>' },
    logLevel: 'info',
    workerConcurrency: 4,
    given: [],
  });
});

test('the demo listens on loopback and may deliver to its own simulators, whatever else is allowed', () => {
  assert.equal(settings({}, true).host, '127.0.0.1');
  assert.deepEqual(settings({}, true).outbound.allow, ['127.0.0.0/8', '::1/128']);
  const more = settings({ CAREROUTE_OUTBOUND_ALLOW: '10.1.0.0/16, ::1' }, true);
  assert.deepEqual(more.outbound.allow, ['127.0.0.0/8', '::1/128', '10.1.0.0/16']);
});

test('blanks around a value are dropped, and a blank variable counts as not set', () => {
  const read = settings({ CAREROUTE_HTTPS_PORT: ' 9443\n', CAREROUTE_DATABASE_URL: '', CAREROUTE_LOG_LEVEL: '  ' });
  assert.equal(read.httpsPort, 9443);
  assert.equal(read.publicUrl, 'https://localhost:9443');
  assert.equal(read.logLevel, 'info');
  assert.deepEqual(read.given, ['CAREROUTE_HTTPS_PORT']);
});

test('every fault is told at once, each with its variable', () => {
  const found = faultsAbout({
    CAREROUTE_HTTPS_PORT: '70000',
    CAREROUTE_HTTP_PORT: '80.5',
    CAREROUTE_HOST: 'everywhere',
    CAREROUTE_PUBLIC_URL: 'http://leads.example.org',
    CAREROUTE_ROOT_KEY: 'c2hvcnQ=',
    CAREROUTE_TLS_MIN_VERSION: '1.1',
    CAREROUTE_METRICS_TOKEN: 'short',
    CAREROUTE_LOG_LEVEL: 'loud',
    CAREROUTE_WORKER_CONCURRENCY: '65',
    CAREROUTE_KEYSTORE_URL: KEYSTORE,
    CAREROUTE_SMTP_URL: 'https://mail.example.org',
  });
  assert.deepEqual(found, [
    'CAREROUTE_HTTPS_PORT out_of_range',
    'CAREROUTE_HTTP_PORT wrong_form',
    'CAREROUTE_HOST wrong_form',
    'CAREROUTE_PUBLIC_URL wrong_form',
    'CAREROUTE_ROOT_KEY wrong_form',
    'CAREROUTE_TLS_MIN_VERSION wrong_form',
    'CAREROUTE_METRICS_TOKEN wrong_form',
    'CAREROUTE_SMTP_URL wrong_form',
    'CAREROUTE_LOG_LEVEL wrong_form',
    'CAREROUTE_WORKER_CONCURRENCY out_of_range',
    'CAREROUTE_DATABASE_URL missing',
    'CAREROUTE_MAIL_FROM missing',
  ]);
});

test('a variable of ours that is no setting is a fault, with the name that was probably meant', () => {
  const [slip, strange] = faults({ CAREROUTE_HTTP_PROT: '8080', CAREROUTE_QQQQQQQQQQQQ: 'x', CAREROUT_HOST: 'x' });
  assert.equal(slip?.message, 'There is no such setting. Perhaps CAREROUTE_HTTP_PORT is meant.');
  assert.equal(strange?.variable, 'CAREROUTE_QQQQQQQQQQQQ');
  assert.equal(strange?.message, 'There is no such setting. Remove it.');
});

test('two ports must differ, also when one of them is a default', () => {
  assert.deepEqual(faultsAbout({ CAREROUTE_HTTPS_PORT: '8080' }), ['CAREROUTE_HTTP_PORT conflict']);
});

test('databases come in pairs: application and keystore, each of its own, with a root key', () => {
  const { CAREROUTE_ROOT_KEY: _, ...keyless } = EXTERNAL;
  const read = settings(EXTERNAL);
  assert.equal(read.database.kind === 'external' && read.database.url.reveal(), DATABASE);
  assert.equal(read.database.kind === 'external' && read.database.keystoreUrl.reveal(), KEYSTORE);
  assert.equal(Buffer.from(read.rootKey?.reveal() ?? []).toString('base64'), KEY);
  assert.deepEqual(faultsAbout(keyless), ['CAREROUTE_ROOT_KEY missing']);
  assert.deepEqual(faultsAbout({ ...EXTERNAL, CAREROUTE_KEYSTORE_URL: undefined }), ['CAREROUTE_KEYSTORE_URL missing']);
  assert.deepEqual(faultsAbout({ ...EXTERNAL, CAREROUTE_DATABASE_URL: undefined }), ['CAREROUTE_DATABASE_URL missing']);
  const same = { ...EXTERNAL, CAREROUTE_KEYSTORE_URL: DATABASE.replace('pw-one', 'other').replace(':5432', '') };
  assert.deepEqual(faultsAbout(same), ['CAREROUTE_KEYSTORE_URL conflict']);
  assert.deepEqual(faultsAbout({ CAREROUTE_DATABASE_URL_APP: DATABASE }), ['CAREROUTE_DATABASE_URL_APP conflict']);
  assert.deepEqual(faultsAbout({ CAREROUTE_KEYSTORE_URL_APP: KEYSTORE }), ['CAREROUTE_KEYSTORE_URL_APP conflict']);
});

test('a pkcs11 provider needs its four settings, and they need the provider', () => {
  const hsm = {
    CAREROUTE_PKCS11_MODULE: '/lib/hsm.so',
    CAREROUTE_PKCS11_TOKEN: 'careroute',
    CAREROUTE_PKCS11_PIN: '123456',
    CAREROUTE_PKCS11_KEY_LABEL: 'root',
  };
  const { keyProvider } = settings({ ...hsm, CAREROUTE_KEY_PROVIDER: 'pkcs11' });
  assert.equal(keyProvider.kind === 'pkcs11' && keyProvider.pin.reveal(), '123456');
  assert.equal(faults({ CAREROUTE_KEY_PROVIDER: 'pkcs11' }).length, 4);
  assert.equal(faults(hsm).length, 4);
  assert.deepEqual(faultsAbout({ ...hsm, CAREROUTE_KEY_PROVIDER: 'pkcs11', CAREROUTE_PKCS11_MODULE: '/lib/none.so' }), [
    'CAREROUTE_PKCS11_MODULE unreadable_file',
  ]);
});

test('a mail server needs a sender', () => {
  const smtp = { CAREROUTE_SMTP_URL: 'smtps://user:pass@mail.example.org' };
  assert.deepEqual(faultsAbout(smtp), ['CAREROUTE_MAIL_FROM missing']);
  assert.equal(settings({ ...smtp, CAREROUTE_MAIL_FROM: 'A <a@example.org>' }).mail.from, 'A <a@example.org>');
});

test('secrets do not show when settings are printed in any of the usual ways', () => {
  const read = settings({
    ...EXTERNAL,
    CAREROUTE_METRICS_TOKEN: 'metrics-token-0123456789',
    CAREROUTE_SMTP_URL: 'smtps://user:smtp-pass@mail.example.org',
    CAREROUTE_MAIL_FROM: 'a@example.org',
    CAREROUTE_KEY_PROVIDER: 'pkcs11',
    CAREROUTE_PKCS11_MODULE: '/lib/hsm.so',
    CAREROUTE_PKCS11_TOKEN: 'careroute',
    CAREROUTE_PKCS11_PIN: 'pin-4711',
    CAREROUTE_PKCS11_KEY_LABEL: 'root',
  });
  const root = Buffer.from(KEY, 'base64');
  const shown = [
    JSON.stringify(read),
    inspect(read, { depth: Infinity, showHidden: true }),
    inspect(read, { depth: Infinity, customInspect: false, showHidden: true }),
    `${String(read.rootKey)} ${String(read.metricsToken)}`,
  ].join('\n');
  assert.match(shown, /\[secret\]/);
  for (const secret of ['pw-one', 'pw-two', 'metrics-token', 'smtp-pass', 'pin-4711', KEY, root.toString('hex')])
    assert.equal(shown.includes(secret), false);
  assert.equal(shown.includes(`${root[0]}, ${root[1]}`), false);
});

test('no fault ever holds the value it is about', () => {
  const variables = settingRows.map((row) => row.variable);
  const marker = fc.string({ unit: 'binary', maxLength: 40 }).map((tail) => `zq7marker${tail}`);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...variables), marker), fc.boolean(), (env, demo) => {
      const read = readSettings(env, { ...options, demo });
      const shown = read.ok ? JSON.stringify(read.value.database) : JSON.stringify(read.error);
      assert.equal(shown.includes('zq7marker'), false);
    }),
  );
});
