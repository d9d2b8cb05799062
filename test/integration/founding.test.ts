import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { foundOwner } from '../../src/core/identity/index.ts';
import { foundTenant, installationTenant } from '../../src/entry/compose/tenants.ts';
import { AppError } from '../../src/kernel/app-error.ts';
import { newId } from '../../src/kernel/ids.ts';
import { freshDatabases, type TestDatabases } from '../kit/database.ts';
import { runProduct } from '../kit/product.ts';

let databases: TestDatabases;
before(async () => {
  databases = await freshDatabases();
});
after(() => databases.drop());

const CLINIC = { name: 'A clinic', timeZone: 'America/Chicago', isDemo: false, kind: 'operator' } as const;

/** What `careroute superadmin create` does, up to the link. */
async function found(email: string) {
  const { runtime } = databases;
  const { tenantId } = await installationTenant(runtime);
  const now = runtime.clock.now();
  const wish = { tenantId, email, role: 'superadmin', publicUrl: 'https://localhost', now } as const;
  return foundOwner(runtime.identityTenancy, wish);
}

test('two first superadmins made at the same moment get the one installation, and a link each', async () => {
  const links = await Promise.all(['one', 'two', 'three'].map((name) => found(`${name}@example.test`)));
  assert.equal(new Set(links.map((link) => link?.url)).size, 3);
  const rows = await databases.owner.query({ text: `SELECT slug FROM tenants WHERE kind = 'installation'` });
  assert.deepEqual(rows, [{ slug: 'installation' }]);
});

/** Resolves once something waits for a lock in the database. */
async function somebodyWaits(): Promise<void> {
  const text = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  for (let tries = 0; tries < 500; tries += 1) {
    if ((await databases.owner.query({ text })).length > 0) return;
    await setTimeout(20);
  }
  throw new Error('nobody waits for a lock');
}

test('who invites the same superadmin at the same moment is told what happened, and what to do', async () => {
  const email = 'same@example.test';
  const { tenantId } = await installationTenant(databases.runtime);
  const { second } = await databases.owner.transaction('', async (session) => {
    await session.query({
      text: `INSERT INTO users (tenant_id, user_id, email, role) VALUES ($1, $2, $3, 'superadmin')`,
      values: [tenantId, newId(), email],
    });
    const outcome = found(email).then(
      () => undefined,
      (error: unknown) => error,
    );
    await somebodyWaits();
    return { second: outcome };
  });
  const error = await second;
  assert.ok(error instanceof AppError, String(error));
  assert.equal(error.code, 'CONFLICT');
  assert.match(error.message, /invited at the same moment .* run this again for a new one/);
  assert.equal(error.cause, undefined, 'nothing of the database is quoted');
  assert.ok((await found(email))?.url.includes('/setup/'), 'run again, it gives a new link');
});

test('where a customer is called like the installation from before, the installation is called otherwise', async () => {
  const older = await freshDatabases();
  const { owner, runtime } = older;
  try {
    const { tenantId } = await foundTenant(runtime, { ...CLINIC, slug: 'installation' });
    const [made, again] = await Promise.all([installationTenant(runtime), installationTenant(runtime)]);
    assert.deepEqual(made, again);
    assert.equal(made.slug, `installation-${made.tenantId.slice(-12)}`);
    const text = 'SELECT tenant_id AS id FROM tenants WHERE slug = $1';
    assert.deepEqual(await owner.query({ text, values: ['installation'] }), [{ id: tenantId }]);
  } finally {
    await older.drop();
  }
});

test('the command makes no tenant whose slug is reserved, and says so', async () => {
  for (const slug of ['installation', 'admin']) {
    const args = ['tenant', 'create', 'A clinic', '--slug', slug, '--time-zone', 'America/Chicago'];
    const command = runProduct(args, { dataDir: tmpdir() });
    assert.equal((await command.ended).code, 2);
    assert.match(command.output(), /--slug: Is reserved for the installation itself\. Choose another one\./);
  }
});
