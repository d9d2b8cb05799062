import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Opening, opensMore } from './opens-more.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 0, 5, hour));
const ACCOUNT: Opening = {
  email: 'kim@example.test',
  role: 'support',
  customRoleId: null,
  status: 'active',
  readOnly: true,
  piiAccess: false,
  accessUntil: at(9),
};
const WIDE: Opening = { ...ACCOUNT, readOnly: false, piiAccess: true, accessUntil: null };

test('a change opens more where the account may do more, lasts longer or can be somebody else’s', () => {
  for (const change of [
    { email: 'lee@example.test' },
    { role: 'analyst' },
    { customRoleId: 'a role' },
    { readOnly: false },
    { piiAccess: true },
    { accessUntil: at(10) },
    { accessUntil: null },
  ])
    assert.equal(opensMore(ACCOUNT, change), true, JSON.stringify(change));
  assert.equal(opensMore({ ...ACCOUNT, customRoleId: 'a role' }, { customRoleId: null }), true);
  assert.equal(opensMore({ ...ACCOUNT, status: 'inactive' }, { status: 'active' }), true);
});

test('a change that takes away, or changes nothing, opens nothing', () => {
  assert.equal(opensMore(ACCOUNT, {}), false);
  assert.equal(opensMore(ACCOUNT, { ...ACCOUNT, accessUntil: at(9) }), false);
  assert.equal(opensMore(ACCOUNT, { accessUntil: at(8) }), false);
  for (const change of [{ status: 'inactive' }, { readOnly: true }, { piiAccess: false }, { accessUntil: at(9) }])
    assert.equal(opensMore(WIDE, change), false, JSON.stringify(change));
});
