import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createRootKey, type KeyProvider, pkcs11Provider } from '../../src/core/vault/index.ts';

const MODULES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
];
const [CKF_SERIAL, CKF_RW, CKU_USER] = [0x4, 0x2, 1];
const [CKA_CLASS, CKA_TOKEN, CKA_LABEL, CKA_VALUE, CKA_KEY_TYPE] = [0x0, 0x1, 0x3, 0x11, 0x100];
const [CKA_SENSITIVE, CKA_EXTRACTABLE, CKO_SECRET_KEY, CKK_AES] = [0x103, 0x162, 0x4, 0x1f];

const module = MODULES.find((path) => existsSync(path));
assert.ok(module, 'install the Debian package softhsm2');
const directory = mkdtempSync(join(tmpdir(), 'careroute-softhsm-'));
after(() => rmSync(directory, { recursive: true, force: true }));
mkdirSync(join(directory, 'tokens'));
const configuration = join(directory, 'softhsm2.conf');
writeFileSync(configuration, `directories.tokendir = ${join(directory, 'tokens')}\nobjectstore.backend = file\n`);
process.env.SOFTHSM2_CONF = configuration;
makeToken('careroute');

const options = { module, token: 'careroute', pin: '987654', keyLabel: 'careroute-root' };
const context = Buffer.from('tenant 1, wrap, version 1');

function makeToken(label: string): void {
  const args = ['--init-token', '--free', '--label', label, '--so-pin', '12345678', '--pin', '987654'];
  try {
    execFileSync('softhsm2-util', args, { stdio: 'pipe' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('install the Debian package softhsm2', { cause: error });
    }
    throw error;
  }
}

interface Attribute {
  readonly type: number;
  readonly value?: number | boolean | string | Buffer;
}

/** The package itself, to do what the product never does. */
interface Raw {
  load(path: string): void;
  C_GetSlotList(present: boolean): Buffer[];
  C_GetTokenInfo(slot: Buffer): { readonly label: string };
  C_OpenSession(slot: Buffer, flags: number): Buffer;
  C_CloseAllSessions(slot: Buffer): void;
  C_Login(session: Buffer, user: number, pin: string): void;
  C_FindObjectsInit(session: Buffer, template: readonly Attribute[]): void;
  C_FindObjects(session: Buffer, count: number): Buffer[];
  C_FindObjectsFinal(session: Buffer): void;
  C_GetAttributeValue(session: Buffer, object: Buffer, template: readonly Attribute[]): { readonly value: Buffer }[];
  C_SetAttributeValue(session: Buffer, object: Buffer, template: readonly Attribute[]): void;
  C_CreateObject(session: Buffer, template: readonly Attribute[]): Buffer;
}

/** The library in this process, which a provider has initialised, and the slot of a token. */
function rawToken(token: string): { raw: Raw; slot: Buffer } {
  const load: (name: string) => { readonly PKCS11: new () => Raw } = createRequire(import.meta.url);
  const raw = new (load('pkcs11js').PKCS11)();
  raw.load(options.module);
  const slot = raw.C_GetSlotList(true).find((found) => raw.C_GetTokenInfo(found).label.trimEnd() === token);
  assert.ok(slot);
  return { raw, slot };
}

function findByLabel(raw: Raw, session: Buffer, label: string): Buffer {
  raw.C_FindObjectsInit(session, [{ type: CKA_LABEL, value: label }]);
  const [key] = raw.C_FindObjects(session, 1);
  raw.C_FindObjectsFinal(session);
  assert.ok(key);
  return key;
}

type Work<T> = (provider: KeyProvider) => Promise<T>;

async function withProvider<T>(changed: Partial<typeof options>, work: Work<T>): Promise<T> {
  const provider = pkcs11Provider({ ...options, ...changed });
  try {
    return await work(provider);
  } finally {
    await provider.close();
  }
}

test('without the root key the provider says what to do', async () => {
  await withProvider({}, (provider) => assert.rejects(provider.describe(), /keyLabel: .*createRootKey/));
});

test('the root key is made once, on request only', async () => {
  await createRootKey(options);
  await assert.rejects(createRootKey(options), /keyLabel: .*another label/);
});

test('a key wraps and unwraps inside the token, in its context only', async () => {
  await withProvider({}, async (provider) => {
    const key = randomBytes(32);
    const wrapped = await provider.wrap(key, context);
    assert.equal(wrapped.length, 60);
    assert.ok(!wrapped.includes(key));
    assert.notDeepEqual(await provider.wrap(key, context), wrapped);
    assert.deepEqual(await provider.unwrap(wrapped, context), key);
    await assert.rejects(provider.unwrap(wrapped, Buffer.from('tenant 2, wrap, version 1')), /does not open.*root key/);
    assert.deepEqual(await provider.unwrap(wrapped, context), key);
    wrapped.writeUInt8(wrapped.readUInt8(20) ^ 1, 20);
    await assert.rejects(provider.unwrap(wrapped, context), /does not open.*root key/);
  });
});

test('a key that the token wrapped opens again after the library was finalised and loaded anew', async () => {
  const key = randomBytes(32);
  const wrapped = await withProvider({}, (provider) => provider.wrap(key, context));
  assert.deepEqual(await withProvider({}, (provider) => provider.unwrap(wrapped, context)), key);
});

test('another root key of the same token does not open it', async () => {
  await createRootKey({ ...options, keyLabel: 'another' });
  const wrapped = await withProvider({}, (provider) => provider.wrap(randomBytes(32), context));
  await withProvider({ keyLabel: 'another' }, (other) => assert.rejects(other.unwrap(wrapped, context), /root key/));
});

test('many callers at the same time share a few sessions and each get their own key back', async () => {
  await withProvider({}, async (provider) => {
    const keys = Array.from({ length: 300 }, () => randomBytes(32));
    const contexts = keys.map((_, index) => Buffer.from(`tenant ${index}`));
    const at = (index: number): Buffer => contexts[index] ?? assert.fail('no such context');
    const wrapped = await Promise.all(keys.map((key, index) => provider.wrap(key, at(index))));
    assert.deepEqual(await Promise.all(wrapped.map((one, index) => provider.unwrap(one, at(index)))), keys);
    const odd = wrapped.map((one, index) => provider.unwrap(one, at(index % 2 ? index : index + 1)));
    const mixed = await Promise.allSettled(odd);
    mixed.forEach((outcome, index) => assert.equal(outcome.status, index % 2 ? 'fulfilled' : 'rejected'));
  });
});

test('the token gives the root key to nobody, not even with its PIN', async () => {
  await withProvider({}, async (provider) => {
    await provider.describe();
    const { raw, slot } = rawToken('careroute');
    const session = raw.C_OpenSession(slot, CKF_SERIAL | CKF_RW);
    const key = findByLabel(raw, session, options.keyLabel);
    assert.throws(() => raw.C_GetAttributeValue(session, key, [{ type: CKA_VALUE }]), /CKR_ATTRIBUTE_SENSITIVE/);
    for (const change of [
      { type: CKA_EXTRACTABLE, value: true },
      { type: CKA_SENSITIVE, value: false },
    ]) {
      assert.throws(() => raw.C_SetAttributeValue(session, key, [change]), /CKR_/);
    }
  });
});

test('a session that the token dropped is opened again without the caller noticing', async () => {
  await withProvider({}, async (provider) => {
    const key = randomBytes(32);
    const wrapped = await provider.wrap(key, context);
    const { raw, slot } = rawToken('careroute');
    raw.C_CloseAllSessions(slot);
    assert.deepEqual(await provider.unwrap(wrapped, context), key);
    raw.C_CloseAllSessions(slot);
    assert.equal((await provider.wrap(key, context)).length, 60);
  });
});

test('a key that its token would give out is refused, and so is one of 128 bits, and two of one label', async () => {
  await withProvider({}, async (provider) => {
    await provider.describe();
    const { raw, slot } = rawToken('careroute');
    const session = raw.C_OpenSession(slot, CKF_SERIAL | CKF_RW);
    const put = (label: string, bytes: number, sensitive: boolean, leaks: boolean) =>
      raw.C_CreateObject(session, [
        { type: CKA_CLASS, value: CKO_SECRET_KEY },
        { type: CKA_KEY_TYPE, value: CKK_AES },
        { type: CKA_TOKEN, value: true },
        { type: CKA_LABEL, value: label },
        { type: CKA_VALUE, value: randomBytes(bytes) },
        { type: CKA_SENSITIVE, value: sensitive },
        { type: CKA_EXTRACTABLE, value: leaks },
      ]);
    put('readable', 32, false, false);
    put('wrappable', 32, true, true);
    put('short', 16, true, false);
    put('twice', 32, true, false);
    put('twice', 32, true, false);
  });
  const leaks = /give this key out/;
  const reasons = [
    ['readable', leaks],
    ['wrappable', leaks],
    ['short', /too short/],
    ['twice', /several/],
  ] as const;
  for (const [keyLabel, reason] of reasons) {
    await withProvider({ keyLabel }, (provider) => assert.rejects(provider.wrap(randomBytes(32), context), reason));
  }
});

test('each wrong setting is named in a plain error that holds no value of it', async () => {
  const wrong = [
    ['token', 'no-such-token'],
    ['pin', '555555'],
    ['keyLabel', 'no-such-key'],
    ['module', '/no/such/module.so'],
  ] as const;
  for (const [setting, value] of wrong) {
    await withProvider({ [setting]: value }, (provider) =>
      assert.rejects(provider.describe(), (error: unknown) => {
        assert.ok(error instanceof Error);
        assert.equal(error.constructor, Error);
        assert.match(error.message, new RegExp(`\\b${setting}: `));
        for (const secret of [value, options.pin]) assert.ok(!error.message.includes(secret));
        return true;
      }),
    );
  }
});

test('a PIN that was refused is not tried again, so that the token does not lock', async () => {
  makeToken('locking');
  await withProvider({ token: 'locking', pin: '111111' }, async (provider) => {
    await assert.rejects(provider.describe(), /pin: /);
    const { raw, slot } = rawToken('locking');
    const session = raw.C_OpenSession(slot, CKF_SERIAL | CKF_RW);
    raw.C_Login(session, CKU_USER, '987654');
    // With a login of this process any PIN would do: an error shows that the token was not asked.
    await assert.rejects(provider.wrap(randomBytes(32), context), /CKR_PIN_INCORRECT.*pin: /);
    raw.C_CloseAllSessions(slot);
  });
});

test('it describes token and library for the operator, without the PIN', async () => {
  await withProvider({}, async (provider) => {
    const { kind, production, note } = await provider.describe();
    assert.deepEqual({ kind, production }, { kind: 'pkcs11', production: true });
    assert.match(note, /^token careroute, .* 2\.\d+;/);
    assert.ok(!note.includes(options.pin));
  });
});

test('closing waits for what is under way, may be repeated, and leaves a second provider alone', async () => {
  const [one, other] = [pkcs11Provider(options), pkcs11Provider(options)];
  const key = randomBytes(32);
  const wrapped = await other.wrap(key, context);
  const underWay = Array.from({ length: 40 }, () => one.wrap(key, context));
  await Promise.all([one.close(), one.close()]);
  assert.equal((await Promise.all(underWay)).length, 40);
  await assert.rejects(one.wrap(key, context), /closed/);
  assert.deepEqual(await other.unwrap(wrapped, context), key);
  await other.close();
});

test('a provider that is closed while it works finishes the work before the library goes', async () => {
  const provider = pkcs11Provider(options);
  const underWay = Array.from({ length: 40 }, () => provider.wrap(randomBytes(32), context));
  await provider.close();
  assert.ok((await Promise.all(underWay)).every((wrapped) => wrapped.length === 60));
});

test('keys of another length than 32 bytes are refused before the token is asked', async () => {
  await withProvider({ token: 'no-such-token' }, async (provider) => {
    await assert.rejects(provider.wrap(randomBytes(16), context), RangeError);
    await assert.rejects(provider.unwrap(randomBytes(59), context), RangeError);
  });
});
