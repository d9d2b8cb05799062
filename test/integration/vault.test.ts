import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyfileProvider, type KeyProvider, type Place, UnsealError } from '../../src/core/vault/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { assertOpens, destroyTenant, newProcess, owner, root, sealedSubject, versionsOf } from '../kit/vaults.ts';

test('what one process sealed opens in another, and in no other place', async () => {
  const [tenantId, other] = [newId(), newId()];
  const sealed = await sealedSubject(newProcess(), tenantId);
  const reader = newProcess();
  await assertOpens(reader, sealed);
  const stranger = await sealedSubject(reader, other);
  await assert.rejects(reader.open(sealed.subjectId, { ...sealed.place, part: 'health' }, sealed.sealed), UnsealError);
  await assert.rejects(reader.open(sealed.subjectId, { ...sealed.place, tenantId: other }, sealed.sealed), UnsealError);
  await assert.rejects(reader.open(stranger.subjectId, stranger.place, sealed.sealed), UnsealError);
});

test('each lease has an id and a number of its own, whichever process asks', async () => {
  const tenantId = newId();
  const vaults = [newProcess(), newProcess()];
  const leases = await Promise.all(vaults.flatMap((vault) => Array.from({ length: 300 }, () => vault.lease(tenantId))));
  const numbers = leases.map((lease) => lease.number);
  assert.equal(new Set(numbers).size, 600);
  assert.equal(new Set(leases.map((lease) => lease.subjectId)).size, 600);
  assert.equal(Math.min(...numbers), 1001);
});

test('a lease is durable before it is handed out', async () => {
  const tenantId = newId();
  const { subjectId, number } = await newProcess().lease(tenantId);
  const rows = await owner<{ number: number }>(
    'SELECT number FROM subject_keys WHERE tenant_id = $1 AND subject_id = $2',
    tenantId,
    subjectId,
  );
  assert.deepEqual(rows, [{ number }]);
});

test('many first calls at the same time, in two processes, make one tenant key of each purpose', async () => {
  const tenantId = newId();
  const vaults = [newProcess(), newProcess()];
  const makers = await Promise.all(vaults.flatMap((vault) => Array.from({ length: 20 }, () => vault.tokens(tenantId))));
  const made = new Set(makers.map((token) => token('email', 'a@example.org').toString('hex')));
  assert.equal(made.size, 1);
  const rows = await owner('SELECT 1 FROM tenant_keys WHERE tenant_id = $1', tenantId);
  assert.equal(rows.length, 1);
});

test('a token is the same for the same value, and differs by tenant, by field and by where a field ends', async () => {
  const vault = newProcess();
  const [one, other] = [await vault.tokens(newId()), await vault.tokens(newId())];
  assert.deepEqual(one('email', 'ﬁ@example.org'), one('email', 'fi@example.org'));
  const alike = [one('a\0b', 'c'), one('a', 'b\0c'), one('ab', 'c')];
  const distinct = [one('email', 'x'), one('phone', 'x'), other('email', 'x'), ...alike];
  assert.equal(new Set(distinct.map((token) => token.toString('hex'))).size, distinct.length);
  assert.ok(distinct.every((token) => token.length === 32));
});

test('a subject whose key was destroyed does not open once forgotten, and the others do', async () => {
  const tenantId = newId();
  const vault = newProcess();
  const [gone, kept] = [await sealedSubject(vault, tenantId), await sealedSubject(vault, tenantId)];
  await owner('DELETE FROM subject_keys WHERE tenant_id = $1 AND subject_id = $2', tenantId, gone.subjectId);
  vault.forget(tenantId);
  await assert.rejects(vault.open(gone.subjectId, gone.place, gone.sealed), UnsealError);
  await assertOpens(vault, kept);
});

test('a process not told of a destroyed key opens it for five minutes at most, whatever its clock does', async () => {
  const tenantId = newId();
  let now = Date.now();
  const vault = newProcess({ now: () => new Date(now) });
  const gone = await sealedSubject(vault, tenantId);
  await owner('DELETE FROM subject_keys WHERE tenant_id = $1 AND subject_id = $2', tenantId, gone.subjectId);
  now += 4 * 60_000;
  await assertOpens(vault, gone);
  now += 60_000;
  await assert.rejects(vault.open(gone.subjectId, gone.place, gone.sealed), UnsealError);
  const back = await sealedSubject(vault, tenantId);
  await owner('DELETE FROM subject_keys WHERE tenant_id = $1 AND subject_id = $2', tenantId, back.subjectId);
  now -= 1;
  await assert.rejects(vault.open(back.subjectId, back.place, back.sealed), UnsealError);
});

test('a key that was read before its tenant was forgotten does not come back into the cache', async () => {
  const tenantId = newId();
  const gone = await sealedSubject(newProcess(), tenantId);
  const [reached, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const inner = keyfileProvider(root);
  const slow: KeyProvider = {
    ...inner,
    async unwrap(wrapped, context) {
      reached.resolve();
      await gate.promise;
      return inner.unwrap(wrapped, context);
    },
  };
  const vault = newProcess(systemClock, slow);
  const started = vault.open(gone.subjectId, gone.place, gone.sealed);
  await reached.promise;
  await destroyTenant(tenantId);
  vault.forget(tenantId);
  gate.resolve();
  await started;
  await assert.rejects(vault.open(gone.subjectId, gone.place, gone.sealed), UnsealError);
});

test('a tenant destroyed behind the back of a process gets no new subjects from its cached key', async () => {
  const tenantId = newId();
  const vault = newProcess();
  await vault.lease(tenantId);
  await destroyTenant(tenantId);
  const outcomes = await Promise.allSettled(Array.from({ length: 200 }, () => vault.lease(tenantId)));
  assert.equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 31);
  for (const outcome of outcomes) if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof UnsealError);
  assert.deepEqual(await versionsOf(tenantId), []);
});

test('a process whose tenant key was destroyed does not quietly fall back to an older one', async () => {
  const tenantId = newId();
  const vault = newProcess();
  await vault.lease(tenantId);
  await vault.rewrap(tenantId, () => {});
  await owner('DELETE FROM tenant_keys WHERE tenant_id = $1 AND version = 2', tenantId);
  const outcomes = await Promise.allSettled(Array.from({ length: 32 }, () => vault.lease(tenantId)));
  assert.ok(outcomes.some((outcome) => outcome.status === 'rejected' && outcome.reason instanceof UnsealError));
  assert.deepEqual(await versionsOf(tenantId), [2]);
});

test('a secret opens in its place, and reading one makes no key for a tenant that has none', async () => {
  const tenantId = newId();
  const vault = newProcess();
  const place: Place = { tenantId, table: 'contracts', recordId: newId(), part: 'secrets' };
  const sealed = await vault.sealSecret(place, Buffer.from('password'));
  assert.equal((await newProcess().openSecret(place, sealed)).toString(), 'password');
  await assert.rejects(vault.openSecret({ ...place, recordId: newId() }, sealed), UnsealError);
  const stranger = newId();
  await assert.rejects(vault.openSecret({ ...place, tenantId: stranger }, sealed), UnsealError);
  assert.deepEqual(await owner('SELECT 1 FROM tenant_keys WHERE tenant_id = $1', stranger), []);
});

test('wrapped keys exchanged between two subjects, or two tenants, open nothing', async () => {
  const [tenantId, otherId] = [newId(), newId()];
  const vault = newProcess();
  const [one, other] = [await sealedSubject(vault, tenantId), await sealedSubject(vault, tenantId)];
  await sealedSubject(vault, otherId);
  await owner(
    `UPDATE subject_keys AS k SET wrapped = o.wrapped, key_id = o.key_id FROM subject_keys AS o
      WHERE k.tenant_id = $1 AND o.tenant_id = $1 AND k.subject_id = $2 AND o.subject_id = $3`,
    tenantId,
    one.subjectId,
    other.subjectId,
  );
  await assert.rejects(newProcess().open(one.subjectId, one.place, one.sealed), UnsealError);
  await assertOpens(newProcess(), other);
  await owner(
    `UPDATE tenant_keys AS k SET wrapped = o.wrapped FROM tenant_keys AS o
      WHERE k.tenant_id = $1 AND o.tenant_id = $2 AND k.purpose = 'wrap' AND o.purpose = 'wrap'`,
    tenantId,
    otherId,
  );
  await assert.rejects(newProcess().open(other.subjectId, other.place, other.sealed), /root key/);
});
