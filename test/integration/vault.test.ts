import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import {
  createVault,
  keyfileProvider,
  type KeyProvider,
  type Place,
  UnsealError,
  type Vault,
} from '../../src/core/vault/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type Clock, systemClock } from '../../src/kernel/time.ts';
import { type Database, openDatabase, type Statement } from '../../src/platform/postgres/index.ts';
import { freshDatabases, type TestDatabases } from '../kit/database.ts';

const root = randomBytes(32);
let databases: TestDatabases;
let keystore: Database;

before(async () => {
  databases = await freshDatabases();
  const url = databases.urls.keystoreApp;
  keystore = openDatabase({ url, maxConnections: 8, applicationName: 'vault-test', onIdleError: () => {} });
});
after(async () => {
  await keystore.close();
  await databases.drop();
});

/** A vault with caches of its own, as each process has one. */
const newProcess = (clock: Clock = systemClock, provider: KeyProvider = keyfileProvider(root)): Vault =>
  createVault(keystore, provider, clock);
const placeOf = (tenantId: string, recordId: string): Place => ({
  tenantId,
  table: 'leads',
  recordId,
  part: 'identity',
});

/** A subject of the tenant with a sealed value. */
async function sealedSubject(vault: Vault, tenantId: string) {
  const { subjectId, key } = await vault.lease(tenantId);
  const place = placeOf(tenantId, subjectId);
  return { subjectId, place, sealed: vault.seal(key, place, Buffer.from(subjectId)) };
}
type Sealed = Awaited<ReturnType<typeof sealedSubject>>;

async function assertOpens(vault: Vault, { subjectId, place, sealed }: Sealed): Promise<void> {
  assert.equal((await vault.open(subjectId, place, sealed)).toString(), subjectId);
}

const owner = <Row>(text: string, ...values: unknown[]): Promise<Row[]> =>
  databases.keystoreOwner.query<Row>({ text, values });

async function versionsOf(tenantId: string): Promise<number[]> {
  const rows = await owner<{ version: number }>(
    'SELECT DISTINCT tenant_key_version AS version FROM subject_keys WHERE tenant_id = $1 ORDER BY 1',
    tenantId,
  );
  return rows.map((row) => row.version);
}

async function destroyTenant(tenantId: string): Promise<void> {
  await owner('DELETE FROM tenant_keys WHERE tenant_id = $1', tenantId);
  await owner('DELETE FROM subject_keys WHERE tenant_id = $1', tenantId);
}

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
    ...keystore,
    async query<Row>(statement: Statement): Promise<Row[]> {
      if (statement.text.includes('tenant_key_version <')) {
        reached.resolve();
        await gate.promise;
      }
      return keystore.query<Row>(statement);
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
