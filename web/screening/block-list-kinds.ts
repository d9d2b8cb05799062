import { answerOf, api } from '../frame/api.ts';
import { blockedTexts as t } from '../texts/blocked.ts';
import { renameFaults } from '../ui/form/rename-faults.ts';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { BlockListKind } from './block-list.tsx';

/** Whatever the API calls the field, the form has one. */
const asValue = (saving: Promise<unknown>): Promise<unknown> =>
  renameFaults(saving, (field) => (field === 'reason' ? field : 'value'));

export const BLOCKED_IPS: BlockListKind = {
  name: 'blocked-ips',
  label: t.ips,
  column: t.columnRange,
  searchHint: t.searchRange,
  field: { label: t.range, hint: t.rangeHint, max: 100 },
  act: t.blockIp,
  empty: { title: t.noIps, text: t.noIpsText },
  load: async (wish) => {
    const page = await answerOf(api.GET('/api/v1/blocked-ips', { params: { query: offsetQuery(wish) } }));
    return offsetPage({ ...page, data: page.data.map((row) => ({ ...row, what: row.ipRange })) });
  },
  block: (ipRange, reason) => asValue(answerOf(api.POST('/api/v1/blocked-ips', { body: { ipRange, reason } }))),
  unblock: (blockedIpId) =>
    answerOf(api.DELETE('/api/v1/blocked-ips/{blockedIpId}', { params: { path: { blockedIpId } } })),
};

export const BLOCKED_NUMBERS: BlockListKind = {
  name: 'blocked-callerids',
  label: t.numbers,
  column: t.columnNumber,
  searchHint: undefined,
  field: { label: t.number, hint: t.numberHint, max: 64 },
  act: t.blockNumber,
  empty: { title: t.noNumbers, text: t.noNumbersText },
  load: async (wish) => {
    const page = await answerOf(api.GET('/api/v1/blocked-callerids', { params: { query: offsetQuery(wish) } }));
    return offsetPage({ ...page, data: page.data.map((row) => ({ ...row, what: row.phoneNumber })) });
  },
  block: (phoneNumber, reason) =>
    asValue(answerOf(api.POST('/api/v1/blocked-callerids', { body: { phoneNumber, reason } }))),
  unblock: (blockedCallerIdId) =>
    answerOf(api.DELETE('/api/v1/blocked-callerids/{blockedCallerIdId}', { params: { path: { blockedCallerIdId } } })),
};

export const BLOCKED_REFERRERS: BlockListKind = {
  name: 'blocked-referrers',
  label: t.referrers,
  column: t.columnReferrer,
  searchHint: t.searchReferrer,
  field: { label: t.referrer, hint: t.referrerHint, max: 2048 },
  act: t.blockReferrer,
  empty: { title: t.noReferrers, text: t.noReferrersText },
  load: async (wish) => {
    const page = await answerOf(api.GET('/api/v1/blocked-referrers', { params: { query: offsetQuery(wish) } }));
    return offsetPage({ ...page, data: page.data.map((row) => ({ ...row, what: row.referrer })) });
  },
  block: (referrer, reason) => asValue(answerOf(api.POST('/api/v1/blocked-referrers', { body: { referrer, reason } }))),
  unblock: (blockedReferrerId) =>
    answerOf(api.DELETE('/api/v1/blocked-referrers/{blockedReferrerId}', { params: { path: { blockedReferrerId } } })),
};
