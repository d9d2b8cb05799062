import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceName } from './device-name.ts';

test('a device is named by its browser and its system, and a stranger is called so', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Safari/537';
  assert.equal(deviceName(chrome), 'Chrome on Windows');
  assert.equal(deviceName(`${chrome} Edg/153.0`), 'Edge on Windows');
  assert.equal(
    deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1'),
    'Safari on iOS',
  );
  assert.equal(deviceName('curl/8.5.0'), 'curl');
  assert.equal(deviceName(undefined), 'Unknown device');
  assert.equal(deviceName('<script>alert(1)</script>'.repeat(100)), 'Unknown device');
});
