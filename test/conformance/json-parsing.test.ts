import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type JsonFault, parseJson } from '../../src/platform/http/index.ts';

/** JSON that is valid and yet refused, as readers differ on it or PostgreSQL cannot keep it. */
const HOUSE_RULES = new Set(['duplicate_key', 'nul']);

const folder = process.env.CAREROUTE_CONFORMANCE_DATA;
assert.ok(folder, 'set CAREROUTE_CONFORMANCE_DATA to the folder that holds json-parsing/ (JSONTestSuite)');
const cases = join(folder, 'json-parsing');
const files = readdirSync(cases)
  .filter((name) => /^[yni]_.*\.json$/.test(name))
  .toSorted();

function refusal(name: string): JsonFault | undefined {
  const parsed = parseJson(readFileSync(join(cases, name)));
  return parsed.ok ? undefined : parsed.error;
}

test('the suite is all there', () => {
  assert.equal(files.length, 318);
});

for (const name of files) {
  const must = name[0] === 'y' ? 'accepted' : name[0] === 'n' ? 'refused' : 'accepted or refused';
  test(`${name} is ${must}, quickly and without a crash`, () => {
    const startedAt = performance.now();
    const fault = refusal(name);
    assert.ok(performance.now() - startedAt < 1_000);
    if (name[0] === 'n') assert.ok(fault);
    if (name[0] === 'y' && fault) {
      assert.equal(fault.code, 'VALIDATION_ERROR');
      assert.ok('faults' in fault && fault.faults.every(({ rule }) => HOUSE_RULES.has(rule)));
    }
  });
}
