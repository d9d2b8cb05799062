import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { findTarget } from './find-target.ts';
import { readOptions, type SubmitOptions } from './read-options.ts';

function optionsOf(...args: string[]): SubmitOptions {
  const options = readOptions(args);
  assert.ok(options.ok, JSON.stringify(options));
  return options.value;
}

test('every fault of a command line is told at once, and no key is echoed', () => {
  const wrong = ['--url', 'http://x.example/', '--key', 'lr_live_secret', '--key-file', 'f', '--concurrency', '65'];
  const read = readOptions(wrong);
  assert.ok(!read.ok);
  assert.deepEqual(
    read.error.map((fault) => fault.split(':')[0]),
    ['FILE', '--url', '--key', '--concurrency'],
  );
  assert.doesNotMatch(read.error.join(), /secret/);
});

test('keys go by HTTPS to an origin only', () => {
  const secure = ['https://a.example/x', 'https://u@a.example', 'https://a.example/?q'];
  for (const url of ['http://a.example', 'ftp://a.example', 'a.example', ...secure]) {
    assert.equal(readOptions(['f.csv', '--url', url, '--key', 'lr_live_12345678']).ok, false, url);
  }
  assert.equal(
    optionsOf('f.csv', '--url', 'https://a.example:8443', '--key', 'lr_live_12345678').url,
    'https://a.example:8443',
  );
});

test('an address without a key, and a key without an address, are refused', () => {
  assert.equal(readOptions(['f.csv', '--url', 'https://a.example']).ok, false);
  assert.equal(readOptions(['f.csv', '--key', 'lr_live_12345678']).ok, false);
});

test('the target comes from the demo file, or from address and key file', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'careroute-target-'));
  try {
    const at = (name: string): string => path.join(directory, name);
    await writeFile(at('ca.crt'), 'PEM');
    await writeFile(at('key'), 'lr_live_12345678\n');
    const partners = [{ campaigns: [{ id: 'c-1', postingKey: 'lr_live_demo', offerId: 'o' }] }];
    const file = { baseUrl: 'https://localhost:8443', caFile: at('ca.crt'), partners };
    await writeFile(at('demo.json'), JSON.stringify(file));

    const demo = await findTarget(optionsOf('f.csv'), () => at('demo.json'));
    assert.deepEqual(demo.ok && demo.value, {
      baseUrl: 'https://localhost:8443',
      caPem: 'PEM',
      postingKey: 'lr_live_demo',
      campaignId: 'c-1',
    });
    const options = optionsOf('f.csv', '--url', 'https://a.example', '--key-file', at('key'));
    const named = await findTarget(options, () => undefined);
    assert.deepEqual(named.ok && named.value, {
      baseUrl: 'https://a.example',
      caPem: '',
      postingKey: 'lr_live_12345678',
      campaignId: undefined,
    });
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('what cannot be read is told by its option, and a broken key is not shown', async () => {
  const at = (...key: string[]): SubmitOptions => optionsOf('f.csv', '--url', 'https://a.example', ...key);
  const missing = await findTarget(at('--key-file', '/nowhere/key'), () => undefined);
  assert.ok(!missing.ok && missing.error.startsWith('--key-file: '));
  const broken = await findTarget(at('--key', 'my secret'), () => undefined);
  assert.ok(!broken.ok && !broken.error.includes('secret'));
  const none = await findTarget(optionsOf('f.csv'), () => '/nowhere/demo.json');
  assert.ok(!none.ok && none.error.includes('npm start'));
});
