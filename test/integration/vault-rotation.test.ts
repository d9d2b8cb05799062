import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { createVault, keyfileProvider, type KeyProvider, UnsealError } from '../../src/core/vault/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { systemClock } from '../../src/kernel/time.ts';
import type { Database, Statement } from '../../src/platform/postgres/index.ts';
import { assertOpens, keystoreOfFile, newProcess, owner, root, sealedSubject, versionsOf } from '../kit/vaults.ts';

test('a rewrap moves every key, and a process with older caches reads on and writes under the new one', async () => {
  const tenantId = newId();
  const [rotating, stale] = [newProcess(), newProcess()];
  const earlier = await Promise.all(Array.from({ length: 40 }, () => sealedSubject(stale, tenantId)));
  const stored = (await owner('SELECT 1 FROM subject_keys WHERE tenant_id = $1', tenantId)).length;
  const progress: number[] = [];
  assert.equal(await rotating.rewrap(tenantId, (moved) => progress.push(moved)), stored);
  assert.equal(progress.at(-1), stored);
  assert.deepEqual(await versionsOf(tenantId), [2]);
  for (const sealed of earlier) await assertOpens(rotating, sealed);
  const made = await Promise.all(Array.from({ length: 400 }, () => sealedSubject(stale, tenantId)));
  assert.deepEqual(await versionsOf(tenantId), [2]);
  for (const sealed of [...earlier, ...made]) await assertOpens(newProcess(), sealed);
});

test('two rewraps at the same time, and leases during them, all end, and everything opens afterwards', async () => {
  const tenantId = newId();
  const vaults = [newProcess(), newProcess()] as const;
  const earlier = await Promise.all(Array.from({ length: 600 }, () => sealedSubject(vaults[0], tenantId)));
  const [, , during] = await Promise.all([
    vaults[0].rewrap(tenantId, () => {}),
    vaults[1].rewrap(tenantId, () => {}),
    Promise.all(Array.from({ length: 8 }, () => sealedSubject(newProcess(), tenantId))),
  ]);
  await vaults[0].rewrap(tenantId, () => {});
  assert.equal((await versionsOf(tenantId)).length, 1);
  for (const sealed of [...earlier.slice(0, 50), ...during]) await assertOpens(newProcess(), sealed);
});

test('a rewrap that was overtaken by a newer one does not undo it', async () => {
  const tenantId = newId();
  const [reached, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow: Database = {
    ...keystoreOfFile(),
    async query<Row>(statement: Statement): Promise<Row[]> {
      if (statement.text.includes('tenant_key_version <')) {
        reached.resolve();
        await gate.promise;
      }
      return keystoreOfFile().query<Row>(statement);
    },
  };
  const [overtaken, newer] = [createVault(slow, keyfileProvider(root), systemClock), newProcess()];
  const sealed = await sealedSubject(overtaken, tenantId);
  const moving = overtaken.rewrap(tenantId, () => {});
  await reached.promise;
  await newer.rewrap(tenantId, () => {});
  gate.resolve();
  assert.equal(await moving, 0);
  assert.deepEqual(await versionsOf(tenantId), [3]);
  await assertOpens(newProcess(), sealed);
});

test('a keystore that refuses to store keys gives no lease, and gives them again when it recovers', async () => {
  const tenantId = newId();
  const vault = newProcess();
  await owner('REVOKE INSERT ON subject_keys FROM careroute_keystore');
  try {
    const outcomes = await Promise.allSettled([vault.lease(tenantId), vault.lease(tenantId)]);
    assert.ok(outcomes.every((outcome) => outcome.status === 'rejected'));
  } finally {
    await owner('GRANT INSERT ON subject_keys TO careroute_keystore');
  }
  await assertOpens(vault, await sealedSubject(vault, tenantId));
});

test('a failing key provider makes nothing, and its recovery is noticed at once', async () => {
  const tenantId = newId();
  const inner = keyfileProvider(root);
  let away = true;
  const flaky: KeyProvider = {
    ...inner,
    wrap: async (key, context) => {
      if (away) throw new Error('away');
      return inner.wrap(key, context);
    },
  };
  const vault = newProcess(systemClock, flaky);
  await assert.rejects(Promise.all([vault.lease(tenantId), vault.tokens(tenantId)]), /away/);
  assert.deepEqual(await owner('SELECT 1 FROM tenant_keys WHERE tenant_id = $1', tenantId), []);
  away = false;
  await assertOpens(vault, await sealedSubject(vault, tenantId));
});

test('a wrong root secret or another provider is told as such, and never looks like erased data', async () => {
  const sealed = await sealedSubject(newProcess(), newId());
  const isNamed =
    (words: RegExp) =>
    (error: unknown): boolean =>
      error instanceof Error && !(error instanceof UnsealError) && words.test(error.message);
  const wrongRoot = newProcess(systemClock, keyfileProvider(randomBytes(32)));
  await assert.rejects(wrongRoot.open(sealed.subjectId, sealed.place, sealed.sealed), isNamed(/root key/));
  const another = newProcess(systemClock, { ...keyfileProvider(root), name: 'pkcs11' });
  await assert.rejects(another.open(sealed.subjectId, sealed.place, sealed.sealed), isNamed(/keyfile.*not by pkcs11/));
});
