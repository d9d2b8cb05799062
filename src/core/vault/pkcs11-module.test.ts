import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { codeOf, plainError } from './pkcs11-module.ts';

test('where the optional package is absent, the error names it and the remedy', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'careroute-pkcs11-'));
  try {
    cpSync(join(import.meta.dirname, 'pkcs11-module.ts'), join(elsewhere, 'pkcs11-module.ts'));
    const url = pathToFileURL(join(elsewhere, 'pkcs11-module.ts'));
    const script = `import { useLibrary } from ${JSON.stringify(url.href)}; useLibrary('/any/module.so');`;
    const ran = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
    assert.equal(ran.status, 1);
    assert.match(ran.stderr, /package pkcs11js is not installed .*npm/);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

test('an error of PKCS#11 becomes a plain one with code and remedy, without its stack or cause', () => {
  class TokenError extends Error {
    readonly nativeStack = 'C_Login("987654")';
  }
  const plain = plainError('logging in', new TokenError('CKR_PIN_INCORRECT'));
  assert.ok(plain instanceof Error);
  assert.equal(plain.constructor, Error);
  assert.equal(plain.cause, undefined);
  assert.match(plain.message, /^PKCS#11: logging in failed with CKR_PIN_INCORRECT\. pin: /);
  assert.ok(!JSON.stringify({ ...plain }).includes('987654'));
});

test('a code without a remedy of its own points to the token, and other errors stay as they are', () => {
  const rare = new Error('CKR_DEVICE_MEMORY:49\n at C_Encrypt');
  assert.match(String(plainError('wrapping', rare)), /CKR_DEVICE_MEMORY\. See the log of the token/);
  const other = new RangeError('a key to wrap has 32 bytes');
  assert.equal(plainError('wrapping', other), other);
  assert.equal(codeOf('CKR_OK'), undefined);
});
