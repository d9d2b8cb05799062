import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPostingKeys } from './read-posting-keys.ts';

test('keys are read by campaign, with a head, quotes and empty lines', () => {
  const read = readPostingKeys('\uFEFFcampaignId,postingKey\r\n"c-1","pk_1"\r\n\r\n12 , lr_2\n');
  assert.ok(read.ok);
  assert.deepEqual([...read.value], [['c-1', 'pk_1'], ['12', 'lr_2']]); // prettier-ignore
});

test('faulty lines are named by number, and never by what they hold', () => {
  const read = readPostingKeys('c-1,secret one\nc-2\nc-3,pk_3');
  assert.ok(!read.ok);
  assert.match(read.error, /lines 1, 2 /);
  assert.ok(!read.error.includes('secret'));
});
