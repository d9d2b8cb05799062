import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Change, createFeedWindow, OVERLAP_MS } from './feed-window.ts';

const START = new Date('2026-01-01T00:00:00Z');

/** Changes with the times that they bear and the later times at which they are committed, from START on. */
const histories = fc.array(
  fc.record({
    leadId: fc.constantFrom('a', 'b', 'c', 'd'),
    at: fc.nat({ max: 60_000 }),
    late: fc.nat({ max: OVERLAP_MS - 1 }),
  }),
  { maxLength: 60 },
);

const keyOf = ({ leadId, updatedAt }: Change): string => `${leadId} ${updatedAt.toISOString()}`;

test('every change that is committed within the overlap is taken, and none twice', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 50, max: 2000 }), (history, everyMs) => {
      const changes = [...new Map(history.map((one) => [`${one.leadId} ${one.at}`, one])).values()];
      const window = createFeedWindow(START);
      const taken: string[] = [];
      const seen = new Set<string>();
      for (let now = 0; now <= 70_000; now += everyMs) {
        // A lead has one row: a later change hides an earlier one of the same lead that nobody has read.
        const latest = new Map<string, Change>();
        for (const { leadId, at, late } of changes.toSorted((a, b) => a.at - b.at))
          if (at + late <= now) latest.set(leadId, { leadId, updatedAt: new Date(START.getTime() + at) });
        const visible = [...latest.values()].toSorted((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime());
        for (const change of visible) if (change.updatedAt >= window.since()) seen.add(keyOf(change));
        const read = visible.filter(({ updatedAt }) => updatedAt >= window.since());
        taken.push(...window.take(read, false).map(keyOf));
      }
      assert.deepEqual(new Set(taken), seen);
      assert.equal(taken.length, new Set(taken).size);
      for (const leadId of new Set(changes.map((one) => one.leadId))) {
        const last = Math.max(...changes.filter((one) => one.leadId === leadId).map(({ at }) => at));
        assert.ok(
          taken.includes(keyOf({ leadId, updatedAt: new Date(START.getTime() + last) })),
          `${leadId} is missed`,
        );
      }
    }),
  );
});

test('a window that could not be read whole moves on, and nothing is taken again', () => {
  const window = createFeedWindow(START);
  const changes = [0, 1, 2].map((ms) => ({ leadId: `lead ${ms}`, updatedAt: new Date(START.getTime() + ms) }));
  assert.equal(window.take(changes, true).length, 3);
  assert.deepEqual(window.since(), changes.at(-1)?.updatedAt);
  assert.deepEqual(window.take(changes.slice(2), false), []);
});
