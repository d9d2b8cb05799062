import assert from 'node:assert/strict';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

/** Nonces of 2056 bits: valid, and refused by OpenSSL. The vault has nonces of 96 bits only. */
const REFUSED_BY_OPENSSL = [268, 272, 276];

const folder = process.env.CAREROUTE_CONFORMANCE_DATA;
assert.ok(folder, 'set CAREROUTE_CONFORMANCE_DATA to the folder that holds wycheproof/ (C2SP Wycheproof test vectors)');

type Verdict = 'valid' | 'invalid' | 'acceptable';

interface Vector {
  readonly tcId: number;
  readonly flags: readonly string[];
  readonly result: Verdict;
}

interface Suite<V, G = unknown> {
  readonly numberOfTests: number;
  readonly testGroups: readonly (G & { readonly tests: readonly V[] })[];
}

interface AeadVector extends Vector {
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
}

interface HkdfVector extends Vector {
  readonly ikm: string;
  readonly salt: string;
  readonly info: string;
  readonly size: number;
  readonly okm: string;
}

interface MacVector extends Vector {
  readonly key: string;
  readonly msg: string;
  readonly tag: string;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'wycheproof', name), 'utf8'));
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** The numbers of the cases whose outcome differs from their verdict; fails when the file is not all there. */
function disagreeing<V extends Vector, G>(suite: Suite<V, G>, holds: (vector: V, group: G) => boolean): number[] {
  const cases = suite.testGroups.flatMap((group) => group.tests.map((vector) => ({ vector, group })));
  assert.equal(cases.length, suite.numberOfTests);
  assert.ok(cases.every(({ vector }) => vector.result !== 'acceptable'));
  const wrong = cases.filter(({ vector, group }) => holds(vector, group) !== (vector.result === 'valid'));
  return wrong.map(({ vector }) => vector.tcId);
}

/** What OpenSSL gives, or null when it refuses. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

const gcm = (key: Buffer): 'aes-128-gcm' | 'aes-192-gcm' | 'aes-256-gcm' =>
  key.length === 32 ? 'aes-256-gcm' : key.length === 24 ? 'aes-192-gcm' : 'aes-128-gcm';

/** As `open` of the vault does it. */
function decrypt({ key, iv, aad, ct, tag }: AeadVector): string | null {
  return attempt(() => {
    const decipher = createDecipheriv(gcm(hex(key)), hex(key), hex(iv), { authTagLength: 16 });
    decipher.setAAD(hex(aad));
    decipher.setAuthTag(hex(tag));
    return Buffer.concat([decipher.update(hex(ct)), decipher.final()]).toString('hex');
  });
}

/** As `seal` of the vault does it, with the nonce of the case. */
function encrypt({ key, iv, aad, msg }: AeadVector): string | null {
  return attempt(() => {
    const cipher = createCipheriv(gcm(hex(key)), hex(key), hex(iv), { authTagLength: 16 });
    cipher.setAAD(hex(aad));
    return Buffer.concat([cipher.update(hex(msg)), cipher.final(), cipher.getAuthTag()]).toString('hex');
  });
}

const aesGcm = read('aes_gcm_test.json') as Suite<AeadVector>;

test('AES-GCM opens what is valid and nothing else, but for the listed long nonces', () => {
  assert.ok(aesGcm.numberOfTests >= 316);
  const wrong = disagreeing(aesGcm, (vector) => decrypt(vector) === vector.msg);
  assert.deepEqual(wrong, REFUSED_BY_OPENSSL);
});

test('AES-GCM seals to the expected bytes, but for the listed long nonces', () => {
  const cases = aesGcm.testGroups.flatMap((group) => group.tests).filter((vector) => vector.result === 'valid');
  const wrong = cases.filter((vector) => encrypt(vector) !== vector.ct + vector.tag).map((vector) => vector.tcId);
  assert.deepEqual(wrong, REFUSED_BY_OPENSSL);
});

test('the listed long nonces are what they are said to be', () => {
  const cases = aesGcm.testGroups.flatMap((group) => group.tests);
  const listed = cases.filter(({ tcId }) => REFUSED_BY_OPENSSL.includes(tcId));
  assert.equal(listed.length, REFUSED_BY_OPENSSL.length);
  for (const { flags, iv } of listed) assert.deepEqual([flags, iv.length * 4], [['LongIv'], 2056]);
});

test('a tag cut to any shorter length does not open, for every valid case of the vault’s kind', () => {
  const cases = aesGcm.testGroups
    .flatMap((group) => group.tests)
    .filter(({ result, key, iv }) => result === 'valid' && key.length === 64 && iv.length === 24);
  assert.ok(cases.length > 20);
  for (const vector of cases) {
    for (let digits = 0; digits < 32; digits += 2) {
      assert.equal(decrypt({ ...vector, tag: vector.tag.slice(0, digits) }), null);
    }
  }
});

test('HKDF-SHA-256 derives the expected keys and refuses impossible lengths', () => {
  const suite = read('hkdf_sha256_test.json') as Suite<HkdfVector>;
  assert.ok(suite.numberOfTests >= 86);
  const derived = ({ ikm, salt, info, size }: HkdfVector): string | null =>
    attempt(() => Buffer.from(hkdfSync('sha256', hex(ikm), hex(salt), hex(info), size)).toString('hex'));
  assert.deepEqual(
    disagreeing(suite, (vector) => derived(vector) === vector.okm),
    [],
  );
});

test('HMAC-SHA-256 gives the expected tags', () => {
  const suite = read('hmac_sha256_test.json') as Suite<MacVector, { readonly tagSize: number }>;
  assert.ok(suite.numberOfTests >= 174);
  const mac = ({ key, msg }: MacVector): string => createHmac('sha256', hex(key)).update(hex(msg)).digest('hex');
  assert.deepEqual(
    disagreeing(suite, (vector, { tagSize }) => mac(vector).slice(0, tagSize / 4) === vector.tag),
    [],
  );
});
