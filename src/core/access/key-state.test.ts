import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KeyState, opens } from './key-state.ts';

const NOW = new Date('2026-05-01T12:00:00Z');
const GOOD: KeyState = {
  tenantStatus: 'active',
  ownerStatus: null,
  allowedCidrs: [],
  expiresAt: null,
  revokedAt: null,
  makerGone: false,
};
const isOpen = (more: Partial<KeyState>, address = '192.0.2.7'): boolean => opens({ ...GOOD, ...more }, NOW, address);

test('a key opens until it is revoked or its time has come', () => {
  assert.equal(isOpen({}), true);
  assert.equal(isOpen({ expiresAt: new Date(NOW.getTime() + 1) }), true);
  assert.equal(isOpen({ expiresAt: NOW }), false);
  assert.equal(isOpen({ revokedAt: NOW }), false);
});

test('a key of a party that is switched off opens nothing; one of a paused party still reads', () => {
  for (const ownerStatus of ['active', 'paused', 'pending']) assert.equal(isOpen({ ownerStatus }), true, ownerStatus);
  for (const ownerStatus of ['suspended', 'inactive', 'rejected'])
    assert.equal(isOpen({ ownerStatus }), false, ownerStatus);
  for (const tenantStatus of ['pending', 'suspended', 'inactive'])
    assert.equal(isOpen({ tenantStatus }), false, tenantStatus);
});

test('a key bound to networks opens from those alone, also where IPv4 comes inside IPv6', () => {
  const allowedCidrs = ['192.0.2.0/24', '2001:db8::/32'];
  assert.equal(isOpen({ allowedCidrs }), true);
  assert.equal(isOpen({ allowedCidrs }, '::ffff:192.0.2.9'), true);
  assert.equal(isOpen({ allowedCidrs }, '2001:db8::9'), true);
  assert.equal(isOpen({ allowedCidrs }, '198.51.100.1'), false);
  assert.equal(isOpen({ allowedCidrs: ['::/0'] }), false);
});
