import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaignBlocks } from './campaign-blocks.ts';

const OPEN = { status: 'active', partnerStatus: 'active', verticalStatus: 'active' };

test('a campaign that is active or in testing takes leads while its partner and vertical are active', () => {
  assert.deepEqual(campaignBlocks(OPEN), []);
  assert.deepEqual(campaignBlocks({ ...OPEN, status: 'testing' }), []);
});

test('all that is in the way is said at once, also a partner or vertical that is not there', () => {
  assert.deepEqual(campaignBlocks({ status: 'paused', partnerStatus: null, verticalStatus: 'inactive' }), [
    'partner_inactive',
    'campaign_inactive',
    'vertical_inactive',
  ]);
});
