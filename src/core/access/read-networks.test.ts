import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../kernel/app-error.ts';
import { allWithin, readNetworks } from './read-networks.ts';

const read = (...given: string[]) => {
  const faults: Fault[] = [];
  return { networks: readNetworks(given, faults), faulty: faults.map((fault) => fault.field) };
};

test('an address is a block of one, and blocks are kept as the database writes them', () => {
  const { networks, faulty } = read('192.0.2.7', '192.0.2.0/24', '2001:DB8::/32', '::1', '0.0.0.0/0');
  assert.deepEqual(networks, ['192.0.2.7/32', '192.0.2.0/24', '2001:db8::/32', '::1/128', '0.0.0.0/0']);
  assert.deepEqual(faulty, []);
});

test('what is neither, or has host bits beside its prefix, is named by its place', () => {
  const bad = ['192.0.2.7/24', 'home', '192.0.2', '0x7f.1', '192.0.2.0/33', '2001:db8::1/32', '', '192.0.2.0/'];
  const { networks, faulty } = read(...bad);
  assert.deepEqual(networks, []);
  assert.deepEqual(
    faulty,
    bad.map((_, index) => `allowedCidrs.${index}`),
  );
});

test('networks lie within bounds when each of them does', () => {
  assert.equal(allWithin(['192.0.2.7/32', '2001:db8:1::/48'], ['192.0.2.0/24', '2001:db8::/32']), true);
  assert.equal(allWithin(['192.0.2.0/23'], ['192.0.2.0/24']), false);
  assert.equal(allWithin(['192.0.2.7/32', '198.51.100.1/32'], ['192.0.2.0/24']), false);
  assert.equal(allWithin(['::/0'], ['0.0.0.0/0']), false);
  assert.equal(allWithin([], ['192.0.2.0/24']), false);
  assert.equal(allWithin([], []), true);
});
