import assert from 'node:assert/strict';
import { test } from 'node:test';
import { curlSample, javaScriptSample, phpSample, pythonSample } from './posting-samples.ts';

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

const SAMPLES = [curlSample, javaScriptSample, phpSample, pythonSample];

test('every sample has the address and the place of the key, and no key', () => {
  for (const write of SAMPLES) {
    const text = write(spec);
    assert.ok(text.includes(spec.postingUrl), text);
    assert.ok(text.includes('Bearer <posting key>'), text);
    assert.ok(!text.includes('lr_live_'), text);
  }
});

test('a quote in a value ends no text of the shell', () => {
  const body =
    curlSample(spec)
      .split("-d '")[1]
      ?.slice(0, -1)
      .replaceAll(String.raw`'\''`, "'") ?? '';
  assert.deepEqual(JSON.parse(body), spec.sampleBody);
});

test('the lead in JavaScript is the lead', () => {
  const written = /JSON\.stringify\((\{[^;]*\})\),\n\}\);/.exec(javaScriptSample(spec))?.[1] ?? '';
  assert.deepEqual(JSON.parse(written), spec.sampleBody);
});

test('PHP and Python get their own words, quotes and lists', () => {
  const php = phpSample(spec);
  for (const line of [
    String.raw`    'lastName' => 'O\'Hara',`,
    "    'isTest' => true,",
    "    'age' => 41,",
    "    'notes' => null,",
    "    'tags' => [\n        'a',\n    ],",
    String.raw`        'path' => 'c:\\x',`,
  ])
    assert.ok(php.includes(`${line}\n`), line);
  const python = pythonSample(spec);
  for (const line of [
    String.raw`    'lastName': 'O\'Hara',`,
    "    'isTest': True,",
    "    'notes': None,",
    "    'custom': {\n",
  ])
    assert.ok(python.includes(line), line);
});
