import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './read-options.ts';

const GOOD = ['--url', 'https://leads.example.com', '--key', 'lr_x', '--tenant', 'acme'];

test('an address, a key and a tenant are enough', () => {
  const read = readOptions(GOOD);
  assert.ok(read.ok);
  assert.equal(read.value.url, 'https://leads.example.com');
  assert.deepEqual([read.value.dryRun, read.value.prepaid, read.value.higherFirst], [false, false, false]);
});

test('every fault is told at once, and a key travels by HTTPS only', () => {
  const read = readOptions(['--url', 'http://leads.example.com', '--key', 'a', '--key-file', 'b']);
  assert.ok(!read.ok);
  assert.deepEqual(
    read.error.map((line) => line.split(':')[0]),
    ['--url', '--key-file', '--tenant'],
  );
  for (const url of ['https://x.example/api', 'https://u@x.example/', 'x.example'])
    assert.equal(readOptions([...GOOD, '--url', url]).ok, false, url);
});
