import assert from 'node:assert/strict';
import { BlockList } from 'node:net';
import { test } from 'node:test';
import fc from 'fast-check';
import { AppError } from '../../kernel/app-error.ts';
import { createAddressCheck, isPublicAddress, sameAddress } from './addresses.ts';

/** First and last address of every special block, and the neighbours outside it, by the IANA registries. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'this network': ['0.0.0.0', '0.255.255.255'],
  'private use': ['10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.0', '192.168.255.255'],
  'shared (CGNAT)': ['100.64.0.0', '100.100.100.200', '100.127.255.255'],
  loopback: ['127.0.0.0', '127.0.0.1', '127.255.255.255', '::1'],
  'link-local': ['169.254.0.0', '169.254.169.254', '169.254.255.255', 'fe80::', 'fe80::1', 'febf:ffff::1'],
  'protocol assignments': ['192.0.0.0', '192.0.0.192', '192.0.0.255', '2001::', '2001:1ff:ffff::1'],
  documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.255'],
  'documentation in IPv6': ['2001:db8::', '2001:db8:ffff::1', '3fff::', '3fff:fff:ffff::1'],
  'anycast of infrastructure': ['192.31.196.1', '192.52.193.1', '192.175.48.1', '192.88.99.1', '2620:4f:8000::1'],
  benchmarking: ['198.18.0.0', '198.19.255.255', '2001:2::1'],
  multicast: ['224.0.0.0', '239.255.255.255', 'ff00::', 'ff02::1', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'reserved and broadcast': ['240.0.0.0', '255.255.255.254', '255.255.255.255'],
  'platform service': ['168.63.129.16'],
  unspecified: ['::'],
  'IPv4-compatible': ['::127.0.0.1', '::10.0.0.1', '::8.8.8.8'],
  'IPv4-mapped': ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '0:0:0:0:0:ffff:7f00:1'],
  SIIT: ['::ffff:0:127.0.0.1', '::ffff:0:8.8.8.8', '::ffff:0:0'],
  NAT64: ['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::1', '64:ff9b:1:ffff::1'],
  '6to4': ['2002::', '2002:7f00:1::1', '2002:808:808::1', '2002:ffff:ffff:ffff::1'],
  Teredo: ['2001:0:1:2::1', '2001:0:ffff:ffff:ffff::1'],
  ORCHID: ['2001:10::1', '2001:20::1', '2001:2f:ffff::1', '2001:30::1'],
  discard: ['100::', '100::ffff:ffff:ffff:ffff', '100:0:0:1::1'],
  'segment routing': ['5f00::', '5f00:ffff::1'],
  'unique local': ['fc00::', 'fd00:ec2::254', 'fdff:ffff::1'],
  'site-local': ['fec0::1', 'feff:ffff::1'],
  'outside 2000::/3': ['200::1', '1fff:ffff::1', '4000::1', '8000::1', 'e000::1'],
  'not an address': [
    '',
    'localhost',
    '1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '8.8.8.8.8',
    '8.8.8.256',
    ' 8.8.8.8',
    '8.8.8.8 ',
    '8.8.8.8\n',
    '[::1]',
    '2606:4700::1%eth0',
    'fe80::1%lo',
    '1::2::3',
    '8.8.8.8/32',
  ],
};

const PUBLIC: readonly string[] = [
  '1.0.0.0',
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '191.255.255.255',
  '192.0.1.0',
  '192.0.3.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '198.51.99.255',
  '198.51.101.0',
  '203.0.112.255',
  '203.0.114.0',
  '223.255.255.255',
  '168.63.129.15',
  '168.63.129.17',
  '2001:200::1',
  '2001:4860:4860::8888',
  '2001:db7:ffff::1',
  '2001:db9::1',
  '2003::1',
  '2400:cb00::1',
  '2606:4700::1',
  '2620:4f:7fff::1',
  '2620:4f:8001::1',
  '2a00::1',
  '3ffe:ffff::1',
  '3fff:1000::1',
];

for (const [name, addresses] of Object.entries(REFUSED)) {
  test(`addresses of the kind "${name}" are refused`, () => {
    const check = createAddressCheck([]);
    for (const address of addresses) {
      assert.equal(isPublicAddress(address), false, address);
      assert.equal(check(address), 'refused', address);
    }
  });
}

test('ordinary public addresses pass, up to the edges of every special block', () => {
  const check = createAddressCheck([]);
  for (const address of PUBLIC) assert.equal(check(address), 'public', address);
});

/** The registries once more, written down apart from the library that the guard uses. */
const special4 = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['168.63.129.16', 32],
] as const)
  special4.addSubnet(net, bits, 'ipv4');

const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const special6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  special6.addSubnet(net, bits, 'ipv6');

test('for any IPv4 address the verdict is that of the registry', () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const first = fc.oneof(octet, fc.constantFrom(10, 100, 127, 168, 169, 172, 192, 198, 203));
  fc.assert(
    fc.property(first, octet, octet, octet, (a, b, c, d) => {
      const address = [a, b, c, d].join('.');
      assert.equal(isPublicAddress(address), !special4.check(address, 'ipv4'));
    }),
    { numRuns: 5000 },
  );
});

test('for any IPv6 address the verdict is that of the registry', () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const special = fc.constantFrom(0, 0x64, 0x2001, 0x2002, 0x2620, 0x3fff);
  const first = fc.oneof(group, fc.integer({ min: 0x2000, max: 0x3fff }), special);
  const second = fc.oneof(group, fc.integer({ min: 0, max: 0x200 }), fc.constantFrom(0x4f, 0xdb8, 0xff9b));
  const groups = fc.tuple(first, second, fc.array(group, { minLength: 6, maxLength: 6 }));
  fc.assert(
    fc.property(groups, ([a, b, rest]) => {
      const address = [a, b, ...rest].map((part) => part.toString(16)).join(':');
      const expected = global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
      assert.equal(isPublicAddress(address), expected, address);
    }),
    { numRuns: 5000 },
  );
});

test('an IPv4 address hidden in any IPv6 form is refused, whatever it is', () => {
  const octet = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(octet, octet, octet, octet, (a, b, c, d) => {
      const dotted = [a, b, c, d].join('.');
      const high = ((a << 8) | b).toString(16);
      const low = ((c << 8) | d).toString(16);
      const forms = [
        `::${dotted}`,
        `::ffff:${dotted}`,
        `::ffff:0:${dotted}`,
        `64:ff9b::${dotted}`,
        `64:ff9b:1::${dotted}`,
        `2002:${high}:${low}::1`,
        `2001:0:${high}:${low}::1`,
      ];
      for (const form of forms) assert.equal(isPublicAddress(form), false, form);
    }),
  );
});

test('an address inside a listed network is allowed, its neighbour is not', () => {
  const check = createAddressCheck(['127.0.0.0/8', '10.20.0.0/16', 'fd00:1::/32']);
  for (const address of ['127.0.0.1', '10.20.255.255', 'fd00:1::5']) assert.equal(check(address), 'allowed', address);
  for (const address of ['10.21.0.0', '::1', 'fd00:2::5', '::ffff:127.0.0.1', '::127.0.0.1']) {
    assert.equal(check(address), 'refused', address);
  }
  assert.equal(check('8.8.8.8'), 'public');
});

test('a network that cannot be read stops the start and is named without being quoted', () => {
  for (const bad of ['10.0.0.0', '10.0.0.0/33', 'internal.corp/8', '', '::/129']) {
    assert.throws(
      () => createAddressCheck(['127.0.0.0/8', bad]),
      (error) => error instanceof AppError && error.faults[0]?.field === 'allowCidrs[1]' && !/corp/.test(error.message),
      bad,
    );
  }
});

test('two spellings of one address are the same, two addresses are not', () => {
  assert.equal(sameAddress('2606:4700:0:0::1', '2606:4700::1'), true);
  assert.equal(sameAddress('8.8.8.8', '8.8.8.8'), true);
  assert.equal(sameAddress('8.8.8.8', '8.8.4.4'), false);
  assert.equal(sameAddress('', ''), false);
});
