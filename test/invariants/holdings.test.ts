import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Holding } from '../../src/core/privacy/index.ts';
import { ALL_HOLDINGS } from '../../src/entry/holdings.ts';
import { openColumns } from '../kit/columns.ts';
import { freshDatabases, type TestDatabases } from '../kit/database.ts';
import { assertOnlyShrinks } from '../kit/golden.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const LIMIT = 305;

let databases: TestDatabases;
before(async () => {
  databases = await freshDatabases();
});
after(() => databases.drop());

const held = (): string[] =>
  ALL_HOLDINGS.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));

async function allOpenColumns(): Promise<string[]> {
  return [...(await openColumns(databases.owner)), ...(await openColumns(databases.keystoreOwner))];
}

test('every holding of every room is among those that are exported and erased', async () => {
  const files = globSync('src/*/*/holdings.ts', { cwd: ROOT });
  assert.ok(files.length >= 2, files.join());
  const declared: Holding[] = [];
  for (const file of files) {
    const module = (await import(path.join(ROOT, file))) as Record<string, readonly Holding[]>;
    for (const holdings of Object.values(module)) declared.push(...holdings);
  }
  assert.deepEqual(
    declared.filter((holding) => !ALL_HOLDINGS.includes(holding)),
    [],
  );
  assert.deepEqual(
    ALL_HOLDINGS.filter((holding) => !declared.includes(holding)),
    [],
  );
});

test('every column that a holding names exists, and stands in one holding', async () => {
  const open = new Set(await allOpenColumns());
  assert.deepEqual(
    held().filter((column) => !open.has(column)),
    [],
  );
  assert.equal(new Set(held()).size, held().length);
  for (const holding of ALL_HOLDINGS) {
    assert.ok(holding.phiClasses.length > 0 && holding.retention.length > 0, holding.table);
  }
});

test('every other column that could hold personal data is listed with the reason why it does not', async () => {
  const named = new Set(held());
  const others = [...new Set(await allOpenColumns())].filter((column) => !named.has(column));
  assertOnlyShrinks('no-personal-data.txt', others.toSorted(), LIMIT);
});

test('every sealed column is in a holding, but for secrets of businesses and of the workforce', async () => {
  const rows = await databases.owner.query<{ name: string }>({
    text: `SELECT c.relname || '.' || a.attname AS name FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.atttypid = 'bytea'::regtype
      AND a.attnum > 0 ORDER BY 1`,
  });
  const names = new Set(held());
  const others = rows.map((row) => row.name).filter((name) => !names.has(name));
  // Secrets of businesses and of the workforce, and hashes of them: none is of a patient.
  assert.deepEqual(others, [
    'access_grants.reason_sealed',
    'api_keys.secret_hash',
    'approvals.reason_sealed',
    'check_vendors.secret_sealed',
    'contracts.delivery_secrets',
    'lead_sessions.key_hash',
    'passkeys.credential_id',
    'passkeys.public_key',
    'pings.claim',
    'pings.payload_hash',
    'recovery_codes.code_hash',
    'sessions.token_hash',
    'setup_tokens.token_hash',
    'smtp_accounts.password_sealed',
    'user_links.token_hash',
    'user_secrets.totp_offer',
    'user_secrets.totp_secret',
  ]);
});

test('there are no known gaps', () => {
  assertOnlyShrinks('known-gaps.txt', [], 0);
});
