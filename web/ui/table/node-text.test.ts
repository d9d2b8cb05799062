import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement as el, Fragment, type FunctionComponent } from 'react';
import { columnText } from './column-text.ts';
import { nodeText } from './node-text.ts';

const Amount = Object.assign((() => null) as FunctionComponent<{ readonly amount: string }>, {
  inText: ({ amount }: { readonly amount: string }): string => amount,
});

const Holder = ({ children }: { readonly children: string }) => el('b', {}, children);
const Drawn = () => el('b', {}, 'drawn');

test('a cell says its texts and numbers, and what its pieces hold', () => {
  assert.equal(nodeText(el(Fragment, {}, 'Dana', null, false, el(Holder, { children: ' (you)' }), 4)), 'Dana (you)4');
  assert.equal(nodeText(['a', el('span', { key: 'b' }, 'b')]), 'ab');
  assert.equal(nodeText(undefined), '');
});

test('a piece that knows itself as text says it exactly', () => {
  assert.equal(nodeText(el('td', {}, el(Amount, { amount: '12.5000' }))), '12.5000');
});

test('a piece that draws what it does not hold is refused, by name', () => {
  assert.throws(() => nodeText(el(Drawn)), /Drawn needs a text/);
});

test('a column says its own text where it has one, and nothing for a dash', () => {
  const column = { id: 'x', label: 'X', cell: () => el(Drawn) };
  assert.equal(columnText({ ...column, text: (row: string) => `of ${row}` }, 'a'), 'of a');
  assert.equal(columnText({ ...column, cell: () => '–' }, 'a'), '');
});
