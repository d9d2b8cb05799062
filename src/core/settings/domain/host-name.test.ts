import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHostName, plainHost } from './host-name.ts';

test('names of hosts are taken, in any case and with the dot of the root', () => {
  for (const name of ['leads.clinic.com', 'LEADS.Clinic.Com.', 'a-b.co', 'xn--bcher-kva.de', '1.example.net'])
    assert.equal(isHostName(name), true, name);
  assert.equal(plainHost(' LEADS.Clinic.Com. '), 'leads.clinic.com');
});

test('addresses, single labels, private names, ports and paths are refused', () => {
  const bad = ['', 'localhost', 'clinic', '192.0.2.7', '::1', 'a.local', 'x.internal', 'a..com', '-a.com', 'a-.com'];
  for (const name of [...bad, 'a.com:443', 'a.com/x', 'https://a.com', 'a_b.com', '*.a.com', `${'a'.repeat(64)}.com`])
    assert.equal(isHostName(name), false, name);
  assert.equal(isHostName(`${'abc.'.repeat(63)}com`), false);
});
