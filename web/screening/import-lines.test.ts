import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportBody } from './list-terms.ts';
import { type ImportState, linesOfText, nothingSent, sendLines } from './import-lines.ts';

const terms = { scope: 'global', reason: 'manual' } as const;

test('lines are counted as an editor counts them', () => {
  assert.deepEqual(linesOfText('\uFEFFa\r\nb\n\nc\n'), ['a', 'b', '', 'c']);
  assert.deepEqual(linesOfText(''), []);
  assert.deepEqual(linesOfText('a'), ['a']);
});

test('lines go out in parts, each numbered from its first, and going on after a failure repeats nothing', async () => {
  const lines = Array.from({ length: 12_000 }, (_, index) => `line ${index + 1}`);
  const sent: ImportBody[] = [];
  const told: ImportState[] = [];
  let isBroken = true;
  const sending = {
    lines,
    terms,
    onProgress: (state: ImportState) => void told.push(state),
    async send(body: ImportBody) {
      if (body.firstLine === 5001 && isBroken) throw new Error('the line is down');
      sent.push(body);
      return {
        added: body.lines.length - 1,
        alreadyListed: 0,
        refused: [{ line: body.firstLine ?? 0, message: 'no' }],
      };
    },
  };
  await assert.rejects(sendLines(sending, nothingSent(lines.length)));
  const before = told.at(-1);
  assert.deepEqual([before?.sent, before?.added], [5000, 4999]);
  isBroken = false;
  assert.ok(before);
  const end = await sendLines(sending, before);
  assert.deepEqual(
    sent.map(({ firstLine, lines: part }) => [firstLine, part.length, part[0]]),
    [
      [1, 5000, 'line 1'],
      [5001, 5000, 'line 5001'],
      [10_001, 2000, 'line 10001'],
    ],
  );
  assert.deepEqual([end.sent, end.added, end.refused.map(({ line }) => line)], [12_000, 11_997, [1, 5001, 10_001]]);
});

test('a line that is far too long holds up no other', async () => {
  const state = await sendLines(
    {
      lines: ['x'.repeat(10_000)],
      terms,
      onProgress: () => {},
      async send({ lines: [line] }) {
        assert.equal(line?.length, 500);
        return { added: 0, alreadyListed: 0, refused: [] };
      },
    },
    nothingSent(1),
  );
  assert.equal(state.sent, 1);
});
