import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { AppError } from '../../kernel/app-error.ts';
import { newId } from '../../kernel/ids.ts';
import { createLog, type Log } from './log.ts';
import { NUMBER_FIELDS, TEXT_FIELDS, WORD_FIELDS } from './log-fields.ts';

type Line = Record<string, unknown> & { error?: Record<string, unknown> & { frames: string[] } };

/** What the log wrote while `act` ran, as text and as lines. */
function written(act: (log: Log) => void, level: 'debug' | 'info' = 'debug'): { text: string; lines: Line[] } {
  let text = '';
  act(createLog({ level, destination: { write: (line) => (text += line) } }));
  const lines = text.split('\n').filter(Boolean);
  return { text, lines: lines.map((line) => JSON.parse(line) as Line) };
}

/** Code that the compiler did not check. */
const unchecked = (log: Log): ((event: unknown, fields?: unknown) => void) => log.error as (event: unknown) => void;
const uncheckedWith = (log: Log, fields: object): Log => log.with(fields);

const FIELDS = Object.keys({ ...WORD_FIELDS, ...TEXT_FIELDS, ...NUMBER_FIELDS });
const leadId = newId();

test('a line holds the event, the level, the instant, the process and the fields of the list', () => {
  const fields = {
    leadId,
    requestId: '0123456789abcdef0123456789abcdef',
    route: '/api/v1/leads/:leadId/distributions',
    method: 'GET',
    status: 200,
    durationMs: 12,
    code: 'VALIDATION_ERROR',
    reason: 'over_daily_cap',
    job: 'delivery.retry',
    migration: '0001-tenancy.sql',
    setting: 'CAREROUTE_PKCS11_PIN',
    version: '0.1.0-beta.1',
    signal: 'SIGTERM',
    errorName: 'RangeError',
    errorCode: 'ECONNREFUSED',
  } as const;
  const { lines } = written((log) => log.info('lead_accepted', fields));
  const { time, ...rest } = lines[0] ?? {};
  assert.deepEqual(rest, { level: 'info', pid: process.pid, event: 'lead_accepted', ...fields });
  assert.ok(Math.abs(Date.parse(String(time)) - Date.now()) < 60_000);
});

test('a field of the list without its form is dropped and counted, and so is a field outside the list', () => {
  const { lines } = written((log) =>
    unchecked(log)('lead_refused', { leadId: 'nobody', status: 70_000, firstName: 'Ada', body: { a: 1 }, port: 80 }),
  );
  assert.equal(lines[0]?.droppedFields, 4);
  assert.equal(lines[0]?.port, 80);
});

test('a field that is undefined is left out and not counted', () => {
  const { lines } = written((log) => log.info('started', { leadId: undefined, code: undefined }));
  assert.deepEqual(Object.keys(lines[0] ?? {}).toSorted(), ['event', 'level', 'pid', 'time']);
});

test('an event that is not plain words is replaced and counted', () => {
  const { lines } = written((log) => unchecked(log)('Lead of Ada Lovelace'));
  assert.equal(lines[0]?.event, 'unnamed');
  assert.equal(lines[0]?.droppedFields, 1);
});

test('levels below the chosen one are not written, and standing fields are on every line of their log', () => {
  const { lines } = written((log) => {
    log.debug('noise');
    log.with({ leadId }).with({ attempt: 2 }).warn('delivery_retried', { status: 502 });
    log.warn('bare');
  }, 'info');
  assert.deepEqual(
    lines.map((line) => [line.event, line.leadId, line.attempt, line.status]),
    [
      ['delivery_retried', leadId, 2, 502],
      ['bare', undefined, undefined, undefined],
    ],
  );
});

test('of an error the name, the code and the places are kept, and the same of its causes', () => {
  const cause = Object.assign(new RangeError('Ada Lovelace, born 1815'), { code: 'ERR_OUT_OF_RANGE' });
  const { lines, text } = written((log) =>
    log.error('request_failed', { error: new AppError('CONFLICT', 'Ada Lovelace is here already', { cause }) }),
  );
  const error = lines[0]?.error;
  assert.equal(error?.name, 'AppError');
  assert.equal(error?.code, 'CONFLICT');
  assert.match(error?.frames[0] ?? '', /^src\/platform\/log\/log\.test\.ts:\d+$/);
  const inner = error?.cause as Line['error'];
  assert.equal(inner?.name, 'RangeError');
  assert.equal(inner?.code, 'ERR_OUT_OF_RANGE');
  assert.match(inner?.frames[0] ?? '', /^src\/platform\/log\/log\.test\.ts:\d+$/);
  assert.equal(text.includes('Lovelace'), false);
});

test('an SQLSTATE is kept only from an error of the database driver', () => {
  class DatabaseError extends Error {
    readonly severity = 'ERROR';
    readonly code = '23505';
  }
  const zip = Object.assign(new Error('x'), { code: '23505' });
  const { lines } = written((log) => {
    log.error('query_failed', { error: new DatabaseError('Key (email)=(ada@example.org) exists') });
    log.error('query_failed', { error: Object.assign(zip, { severity: 'ERROR' }) });
  });
  assert.deepEqual(
    lines.map((line) => line.error?.code),
    ['23505', undefined],
  );
});

test('an error that carries a name of somebody is called by its class', () => {
  const named = (name: string): Error => Object.assign(new RangeError('x'), { name });
  const { lines } = written((log) => {
    for (const name of ['Ada', 'Ada LovelaceError', 'ada@example.orgError', 'AbortError'])
      log.error('failed', { error: named(name) });
  });
  assert.deepEqual(
    lines.map((line) => line.error?.name),
    ['RangeError', 'RangeError', 'RangeError', 'AbortError'],
  );
});

test('causes that go in circles end, and the parts of an aggregate are shown', () => {
  const first = new Error('one');
  first.cause = first;
  const { lines } = written((log) => {
    log.error('circle', { error: first });
    log.error('many', { error: new AggregateError([new TypeError('a'), 'b', first], 'all') });
  });
  assert.equal(JSON.stringify(lines[0]).split('"name"').length - 1, 6);
  const parts = lines[1]?.error?.errors as { name: string }[];
  assert.deepEqual(
    parts.map((part) => part.name),
    ['TypeError', 'NotAnError', 'Error'],
  );
});

test('places smuggled into a message or a stack of somebody else are not taken for places', () => {
  const here = new URL('../../', import.meta.url).href;
  const smuggled = `x\n    at Ada (${here}leads/lovelace.ts:18:15)\n    at ${here}leads/ada.ts:1:1`;
  const changed = new Error(smuggled);
  assert.match(changed.stack ?? '', /lovelace/);
  changed.message = 'changed later';
  const replaced = new Error('y');
  replaced.stack = smuggled;
  const outside = new Error('z');
  outside.stack = 'Error: z\n    at x (/opt/ada-lovelace/x.ts:1:1)\n    at https://ada.example.org/x.js:1:1';
  const { text, lines } = written((log) => {
    for (const error of [new Error(smuggled), changed, replaced, outside]) log.error('failed', { error });
  });
  assert.equal(/ada|lovelace/i.test(text), false);
  assert.match(lines[0]?.error?.frames[0] ?? '', /log\.test\.ts/);
  assert.deepEqual(
    lines.slice(1).map((line) => line.error?.frames),
    [[], [], []],
  );
});

test('values that people have fit no field of the list', () => {
  const personal = [
    'Ada Lovelace',
    'Ada',
    'ADA',
    "O'Brien",
    'ada@example.org',
    '+15551234567',
    '555-123-4567',
    '5551234567',
    '1815-12-10',
    '12/10/1815',
    '90210',
    '90210-1234',
    '123-45-6789',
    '123456789',
    '12 Main St',
    'MRN-0012345',
    'E11.9',
    '192.0.2.7',
    'https://example.org/ada',
    '/leads/ada?phone=555',
    '/leads/5551234567',
    '{"a":1}',
    '鈴木',
    'a\nb',
    5551234567,
    -1,
    1.5,
    Number.NaN,
    true,
    null,
    new Date(0),
    ['Ada'],
    { name: 'Ada' },
    Buffer.from('Ada'),
    5n,
  ];
  for (const value of personal) {
    for (const field of FIELDS) {
      const { lines } = written((log) => unchecked(log)('x', { [field]: value }));
      assert.equal(lines[0]?.droppedFields, 1, `${field} took ${inspect(value)}`);
    }
  }
});

const MARKER = 'zq7Marker';
const marked = fc.oneof(
  fc.constant(MARKER),
  fc.string().map((tail) => `${MARKER}${tail}`),
  fc.string().map((head) => `${head}\n    at ${MARKER} (file:///${MARKER}.ts:1:1)`),
  fc.string().map((head) => `/${MARKER}/${head}`),
);
const planted = fc.oneof(
  marked,
  fc.array(marked),
  fc.dictionary(marked, marked),
  marked.map((text) => ({ toJSON: () => text, toString: () => text, deep: { deeper: [text] } })),
  marked.map((text) => Buffer.from(text)),
  marked.map((text) => new Map([[text, text]])),
);
const thrown = fc
  .record({ message: marked, name: marked, code: planted, stack: marked, cause: planted, tampers: fc.boolean() })
  .map(({ message, name, code, stack, cause, tampers }) => {
    const inner = Object.assign(new TypeError(message, { cause }), { code, detail: cause, [name]: name });
    const outer = Object.assign(new Error(message, { cause: inner }), { code, errors: [cause], where: cause });
    if (tampers) Object.assign(outer, { name, stack });
    return tampers ? outer : new AggregateError([outer, inner, cause], message, { cause: outer });
  });

test('markers planted in fields, names, events, errors, causes and nested objects never reach the stream', () => {
  const special = ['msg', 'err', 'time', 'level', 'event', 'toJSON', '__proto__'];
  const names = fc.oneof(fc.constantFrom(...FIELDS, ...special), marked);
  const event = fc.oneof(fc.constant('planted'), planted);
  fc.assert(
    fc.property(event, fc.array(fc.tuple(names, planted)), fc.oneof(thrown, planted), (what, fields, error) => {
      const { text, lines } = written((log) => {
        unchecked(log)(what, { ...Object.fromEntries(fields), error });
        unchecked(uncheckedWith(log, Object.fromEntries(fields)))(what, { error });
      });
      assert.equal(lines.length, 2);
      assert.equal(text.includes(MARKER), false);
    }),
    { numRuns: 1_000 },
  );
});

test('the compiler refuses what was read at run time, and fields outside the list', () => {
  const firstName: string = ['Ada', 'Grace'][0] ?? '';
  const loose = { firstName, leadId };
  const { text, lines } = written((log) => {
    // @ts-expect-error an event is a constant
    log.info(firstName);
    // @ts-expect-error an event with a value in it is no constant
    log.info(`lead_of_${firstName}`);
    // @ts-expect-error a word is a constant
    log.info('refused', { code: firstName });
    // @ts-expect-error not a field of the list
    log.info('refused', { firstName });
    // @ts-expect-error also not when it comes in a variable
    log.info('refused', loose);
    // @ts-expect-error and not for every line
    log.with({ firstName }).info('refused');
    // @ts-expect-error a number is not text
    log.info('refused', { status: '200' });
    log.info(firstName.length > 0 ? 'refused' : 'taken', { code: 'too_late', leadId: firstName });
  });
  assert.equal(text.includes('Ada'), false);
  assert.equal(lines.length, 8);
});
