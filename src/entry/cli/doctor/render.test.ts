import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fine, type NamedFinding, problem, warning } from './finding.ts';
import { findingsJson, findingText, isWell, verdictText } from './render.ts';
import { reasonOf, runChecks } from './run-checks.ts';

const named = (name: string, finding: Omit<NamedFinding, 'name'>): NamedFinding => ({ name, ...finding });

test('findings stand in columns, with mark and word, and the remedy indented beneath', () => {
  const findings = [
    named('roles', fine('All exist.')),
    named('root key', warning('It is here.', 'Keep a copy.')),
    named('tls', problem('It agrees to TLS 1.0.', 'Switch it off.')),
  ];
  assert.equal(
    findings.map((finding) => findingText(finding, 8, 80)).join(''),
    [
      '✓ roles     ok       All exist.',
      '! root key  warning  It is here.',
      '                       Keep a copy.',
      '✗ tls       problem  It agrees to TLS 1.0.',
      '                       Switch it off.',
      '',
    ].join('\n'),
  );
});

test('long messages break at spaces within the width, and nothing is lost', () => {
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
  const text = findingText(named('x', warning(words, words)), 10, 72);
  assert.ok(
    text.split('\n').every((line) => line.length <= 72),
    text,
  );
  assert.equal(text.split(/\s+/).filter((word) => word.startsWith('word')).length, 120);
});

test('the verdict counts problems and warnings', () => {
  const [good, odd, bad] = [named('a', fine('')), named('b', warning('', '')), named('c', problem('', ''))];
  assert.equal(verdictText([good]), 'All is well.\n');
  assert.equal(verdictText([good, odd]), '1 warning.\n');
  assert.equal(verdictText([bad, odd, bad]), '2 problems, 1 warning.\n');
  assert.deepEqual([isWell([good, odd]), isWell([odd, bad])], [true, false]);
});

test('the JSON form has ok, and of each check name, state, message and, where there is one, the remedy', () => {
  const text = findingsJson([named('a', fine('m')), named('b', problem('n', 'r'))]);
  assert.deepEqual(JSON.parse(text), {
    ok: false,
    checks: [
      { name: 'a', state: 'ok', message: 'm' },
      { name: 'b', state: 'problem', message: 'n', remedy: 'r' },
    ],
  });
});

test('a check that throws becomes a problem of its own, and the others still speak', async () => {
  const seen: NamedFinding[] = [];
  await runChecks(
    [
      {
        name: 'one',
        look: () => {
          throw new Error('it broke');
        },
      },
      { name: 'two', look: () => Promise.reject(new Error('it broke too')) },
      { name: 'three', look: () => [fine('good'), fine('better')] },
    ],
    undefined,
    (finding) => seen.push(finding),
  );
  const outcomes = seen.map(({ name, state }) => `${name} ${state}`);
  assert.deepEqual(outcomes, ['one problem', 'two problem', 'three ok', 'three ok']);
  assert.match(seen[0]?.message ?? '', /it broke$/);
});

test('a connection that failed on every address tells the reason of each once', () => {
  const refused = (): Error => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  assert.equal(reasonOf(new AggregateError([refused(), refused()])), 'connect ECONNREFUSED');
  assert.equal(reasonOf(Object.assign(new Error(''), { code: 'EPIPE' })), 'EPIPE');
});
