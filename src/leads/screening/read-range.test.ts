import assert from 'node:assert/strict';
import { BlockList } from 'node:net';
import { test } from 'node:test';
import fc from 'fast-check';
import { rangeText, readAddress, readEnds, readRange } from './read-range.ts';

const shown = (text: string): string => {
  const range = readRange(text);
  return 'rule' in range ? range.rule : rangeText(range);
};

test('an address, a block and two addresses are ranges, of either family', () => {
  assert.equal(shown('192.0.2.7'), '192.0.2.7');
  assert.equal(shown(' 192.0.2.0/24 '), '192.0.2.0/24');
  assert.equal(shown('192.0.2.0 - 192.0.2.255'), '192.0.2.0/24');
  assert.equal(shown('192.0.2.10–192.0.2.20'), '192.0.2.10-192.0.2.20');
  assert.equal(shown('2001:DB8::/32'), '2001:db8::/32');
  assert.equal(shown('2001:db8::1-2001:db8::9'), '2001:db8::1-2001:db8::9');
  assert.equal(shown('::ffff:192.0.2.7'), '192.0.2.7');
});

test('what is no range says why', () => {
  assert.equal(shown('192.0.2'), 'wrong_form');
  assert.equal(shown('example.com'), 'wrong_form');
  assert.equal(shown('192.0.2.1-192.0.2.2-192.0.2.3'), 'wrong_form');
  assert.equal(shown('192.0.2.7/24'), 'host_bits');
  assert.equal(shown('192.0.2.9-192.0.2.1'), 'backwards');
  assert.equal(shown('192.0.2.9-2001:db8::1'), 'mixed');
  assert.equal(shown('0.0.0.0/0'), 'too_broad');
  assert.equal(shown('10.0.0.0/8'), '10.0.0.0/8');
  assert.equal(shown('::/0'), 'too_broad');
});

test('a range holds an address exactly if the runtime’s own block list says so', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.nat(500), fc.ipV4(), (start, length, other) => {
      const from = readAddress(start)?.value ?? 0n;
      const end = from + BigInt(length) > 0xffff_ffffn ? 0xffff_ffffn : from + BigInt(length);
      const text = [24n, 16n, 8n, 0n].map((shift) => String((end >> shift) & 255n)).join('.');
      const range = readEnds(start, text);
      assert.ok(!('rule' in range));
      const list = new BlockList();
      list.addRange(start, text, 'ipv4');
      for (const address of [start, text, other]) {
        const value = readAddress(address)?.value ?? -1n;
        assert.equal(range.from <= value && value <= range.to, list.check(address, 'ipv4'));
      }
    }),
  );
});
