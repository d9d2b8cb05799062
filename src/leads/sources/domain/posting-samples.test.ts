import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postingSamples } from './posting-samples.ts';

const spec = {
  postingUrl: 'https://leads.example/api/v1/leads/submit',
  method: 'POST',
  contentType: 'application/json',
  sampleBody: {
    lastName: "O'Hara",
    isTest: true,
    age: 41,
    notes: null,
    tags: ['a'],
    custom: { path: String.raw`c:\x` },
  },
};

const samples = postingSamples(spec);

test('every sample has the address and the place of the key, and no key', () => {
  for (const text of Object.values(samples)) {
    assert.ok(text.includes(spec.postingUrl), text);
    assert.ok(text.includes('Bearer <posting key>'), text);
    assert.ok(!text.includes('lr_live_'), text);
  }
});

test('a quote in a value ends no text of the shell', () => {
  const body =
    samples.curl
      .split("-d '")[1]
      ?.slice(0, -1)
      .replaceAll(String.raw`'\''`, "'") ?? '';
  assert.deepEqual(JSON.parse(body), spec.sampleBody);
});

test('the lead in JavaScript is the lead', () => {
  const written = /JSON\.stringify\((\{[^;]*\})\),\n\}\);/.exec(samples.javascript)?.[1] ?? '';
  assert.deepEqual(JSON.parse(written), spec.sampleBody);
});

test('PHP and Python get their own words, quotes and lists', () => {
  const php = samples.php;
  for (const line of [
    String.raw`    'lastName' => 'O\'Hara',`,
    "    'isTest' => true,",
    "    'age' => 41,",
    "    'notes' => null,",
    "    'tags' => [\n        'a',\n    ],",
    String.raw`        'path' => 'c:\\x',`,
  ])
    assert.ok(php.includes(`${line}\n`), line);
  const python = samples.python;
  for (const line of [
    String.raw`    'lastName': 'O\'Hara',`,
    "    'isTest': True,",
    "    'notes': None,",
    "    'custom': {\n",
  ])
    assert.ok(python.includes(line), line);
});
