import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressSubject } from './address-subject.ts';

test('an IPv4 address stands for itself, however it is wrapped', () => {
  for (const text of ['192.0.2.7', '::ffff:192.0.2.7', '::FFFF:c000:207', '::ffff:192.0.2.7%eth0'])
    assert.equal(addressSubject(text), '192.0.2.7/32', text);
  assert.notEqual(addressSubject('192.0.2.8'), addressSubject('192.0.2.7'));
});

test('all addresses of one IPv6 /64 are one caller, and those of the next another', () => {
  const same = ['2001:db8:0:1::1', '2001:DB8::1:ffff:ffff:ffff:ffff', '2001:0db8:0000:0001::', '2001:db8:0:1::1%en0'];
  assert.deepEqual(new Set(same.map(addressSubject)), new Set(['2001:db8:0:1::/64']));
  assert.equal(addressSubject('2001:db8:0:2::1'), '2001:db8:0:2::/64');
  assert.equal(addressSubject('fe80::1%lo0'), 'fe80::/64');
  assert.equal(addressSubject('::1'), '::/64');
});

test('what is no address shares one budget', () => {
  for (const text of ['', 'somewhere', '192.0.2', '192.0.2.7:443', '[2001:db8::1]'])
    assert.equal(addressSubject(text), 'unknown', text);
});
