import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportLine } from './report.ts';
import { progressView } from './show-progress.ts';
import { counted, EMPTY_TALLY, type Tally } from './tally.ts';
import { progressBar, progressLine, rowLine, summary } from './words.ts';

const TALLY: Tally = {
  ...EMPTY_TALLY,
  rows: 12_345,
  sold: 9000,
  rejected: 3000,
  duplicates: 1000,
  refused: 300,
  unanswered: 45,
};
const PROGRESS = { tally: TALLY, fraction: 0.5, seconds: 10 };
const SOLD = { kind: 'sold', leadId: 'id', shortId: 'L-1', payout: '12.00', message: '', repeat: false } as const;

test('progress tells rows, sold, rejected, faults and rate', () => {
  assert.equal(progressLine(PROGRESS), '12,345 rows · 9,000 sold · 3,000 rejected · 345 faults · 1,235 rows/s');
  assert.equal(
    progressLine({ tally: EMPTY_TALLY, fraction: 0, seconds: 0 }),
    '0 rows · 0 sold · 0 rejected · 0 faults · 0 rows/s',
  );
});

test('the bar is as full as the file is read, and never wider than the terminal', () => {
  assert.match(progressBar(PROGRESS, 200), /^█{12}░{12} {2}50 % {2}12,345 rows/);
  assert.match(progressBar({ ...PROGRESS, fraction: 7 }, 200), /^█{24} 100 %/);
  assert.match(progressBar({ ...PROGRESS, fraction: 0 }, 200), /^░{24} {3}0 %/);
  for (const columns of [1, 10, 40, 80]) assert.ok(progressBar(PROGRESS, columns).length < columns);
});

test('on a terminal the bar is drawn over and over and taken away before a line', () => {
  const written: string[] = [];
  const view = progressView({ isTTY: true, columns: 100, write: (text) => written.push(text) });
  for (const seconds of [0.05, 0.1, 0.15, 0.2]) view.tick({ ...PROGRESS, seconds });
  view.clear();
  view.clear();
  assert.equal(written.length, 3);
  assert.ok(written.slice(0, 2).every((text) => text.startsWith('\r') && text.endsWith('\u001b[K')));
  assert.equal(written[2], '\r\u001b[K');
});

test('elsewhere a plain line comes every five seconds', () => {
  const written: string[] = [];
  const view = progressView({ write: (text) => written.push(text) });
  for (let seconds = 1; seconds <= 12; seconds += 1) view.tick({ ...PROGRESS, seconds });
  view.clear();
  assert.deepEqual(
    written,
    [5, 10].map((seconds) => `${progressLine({ ...PROGRESS, seconds })}\n`),
  );
});

test('rows that did not sell get a line with the reason, sold ones none', () => {
  assert.equal(rowLine(1, SOLD), undefined);
  assert.equal(
    rowLine(2, { ...SOLD, kind: 'rejected', message: 'No buyer accepted the lead' }),
    'row 2: rejected: No buyer accepted the lead',
  );
  assert.equal(rowLine(3, { ...SOLD, kind: 'pending' }), 'row 3: pending (L-1)');
  assert.equal(
    rowLine(4, { kind: 'refused', code: 'VALIDATION_ERROR', message: 'phone: Send it.' }),
    'row 4: refused (VALIDATION_ERROR): phone: Send it.',
  );
  assert.equal(
    rowLine(5, { kind: 'unanswered', code: 'ECONNRESET', message: 'socket hang up' }),
    'row 5: no answer (ECONNRESET): socket hang up',
  );
  assert.equal(
    rowLine(6, { kind: 'unreadable', message: 'This is not valid JSON.' }),
    'row 6: not sent: This is not valid JSON.',
  );
});

test('each outcome counts once, and repeats beside it', () => {
  const kinds = [{ kind: 'sold' }, { repeat: true }, { kind: 'duplicate' }, { kind: 'pending' }] as const;
  const outcomes = kinds.map((difference) => ({ ...SOLD, ...difference }));
  const tally = outcomes.reduce(counted, EMPTY_TALLY);
  assert.deepEqual(tally, { ...EMPTY_TALLY, rows: 4, sold: 2, rejected: 1, duplicates: 1, pending: 1, repeats: 1 });
});

test('the summary names what there is and nothing else', () => {
  const text = summary({ tally: { ...EMPTY_TALLY, rows: 1, sold: 1 }, seconds: 1.25 });
  assert.equal(text, '1 row in 1.3 s\n          1  sold\n');
  const long = summary(PROGRESS);
  assert.match(long, /2,000 {2}rejected: no buyer[^]*1,000 {2}rejected as duplicates[^]*45 {2}without an answer/);
});

test('a line of the report is CSV, and no text in it becomes a formula', () => {
  assert.equal(reportLine(1, SOLD), '1,sold,id,L-1,12.00,,\r\n');
  assert.equal(
    reportLine(2, { kind: 'refused', code: '=cmd|x', message: '@a, "b"' }),
    `2,refused,,,,'=cmd|x,"'@a, ""b"""\r\n`,
  );
});
