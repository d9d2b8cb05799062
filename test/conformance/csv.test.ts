import assert from 'node:assert/strict';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { csvRecords } from '../../src/leads/imports/read-csv.ts';

const folder = process.env['CAREROUTE_CONFORMANCE_DATA'];
if (!folder) throw new Error('CAREROUTE_CONFORMANCE_DATA is not set: run this by "npm run test:conformance"');
const cases = path.join(folder, 'csv');

/** All records of a file, read a few bytes at a time, so that nothing depends on where a chunk ends. */
async function recordsOf(file: string): Promise<string[][]> {
  const records: string[][] = [];
  const text = createReadStream(file, { encoding: 'utf8', highWaterMark: 7 });
  for await (const record of csvRecords(text)) records.push(record);
  return records;
}

/** Has quotes inside an unquoted field, which RFC 4180 (2.5) forbids, and bytes that are no UTF-8. */
const BROKEN = 'location_coordinates';
const names = readdirSync(path.join(cases, 'csvs')).map((file) => path.basename(file, '.csv'));

test('the folder holds the twelve cases of csv-spectrum', () => assert.equal(names.length, 12));

for (const name of names.filter((found) => found !== BROKEN)) {
  test(`the CSV file ${name} is read as its JSON says`, async () => {
    const [header = [], ...rows] = await recordsOf(path.join(cases, 'csvs', `${name}.csv`));
    const read = rows.map((row) => Object.fromEntries(header.map((field, index) => [field, row[index] ?? ''])));
    const expected: unknown = JSON.parse(readFileSync(path.join(cases, 'json', `${name}.json`), 'utf8'));
    assert.deepEqual(read, expected);
  });
}

test('a byte order mark is no part of the first field name', async () => {
  const [header = []] = await recordsOf(path.join(cases, 'utf-8-bom-sample.csv'));
  assert.ok(header.length > 0);
  assert.ok(!header[0]?.startsWith('\uFEFF'));
});

test('a quote inside an unquoted field is refused, naming the line and what to write instead', async () => {
  await assert.rejects(
    recordsOf(path.join(cases, 'csvs', `${BROKEN}.csv`)),
    /line 2.*Write a quote inside of quotes twice/,
  );
});
