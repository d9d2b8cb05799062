import assert from 'node:assert/strict';
import { getPriority } from 'node:os';
import { test } from 'node:test';
import { createPasswords } from './passwords.ts';

const PEPPER = Buffer.alloc(32, 7);
const PASSWORD = 'seven green bicycles';

test('a password holds against what was stored of it, and no other does', async () => {
  const passwords = createPasswords(PEPPER);
  const stored = await passwords.hash(PASSWORD);
  assert.ok(stored.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'), stored);
  assert.equal(await passwords.verify(stored, PASSWORD), true);
  assert.equal(await passwords.verify(stored, 'seven green bicycle'), false);
  assert.equal(await passwords.verify(undefined, PASSWORD), false);
  assert.equal(passwords.isOutdated(stored), false);
});

test('what was stored under another pepper does not hold', async () => {
  const stored = await createPasswords(Buffer.alloc(32, 8)).hash(PASSWORD);
  assert.equal(await createPasswords(PEPPER).verify(stored, PASSWORD), false);
});

test('a stored form that is broken fails alone: the next password is judged', async () => {
  const passwords = createPasswords(PEPPER);
  await assert.rejects(passwords.verify('$argon2id$broken', PASSWORD), /argon2 could not be computed/);
  assert.equal(await passwords.verify(await passwords.hash(PASSWORD), PASSWORD), true);
});

test('passwords that come together are all judged, each by itself', async () => {
  const passwords = createPasswords(PEPPER);
  const [mine, yours] = await Promise.all([passwords.hash(PASSWORD), passwords.hash('nine blue kettles')]);
  const judged = [
    passwords.verify(mine, PASSWORD),
    passwords.verify(yours, PASSWORD),
    passwords.verify(mine, 'nine blue kettles'),
    passwords.verify(yours, 'nine blue kettles'),
  ];
  assert.deepEqual(await Promise.all(judged), [true, false, false, true]);
});

test('while passwords are judged, what else the process does keeps its priority and goes on', async () => {
  const passwords = createPasswords(PEPPER);
  const before = getPriority();
  const longest = { gapMs: 0, at: performance.now() };
  const timer = setInterval(() => {
    const now = performance.now();
    longest.gapMs = Math.max(longest.gapMs, now - longest.at);
    longest.at = now;
  }, 1);
  const started = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => passwords.hash(PASSWORD)));
  const tookMs = performance.now() - started;
  clearInterval(timer);
  assert.equal(getPriority(), before);
  assert.ok(longest.gapMs < tookMs / 2, `nothing else ran for ${longest.gapMs} of ${tookMs} ms`);
});
