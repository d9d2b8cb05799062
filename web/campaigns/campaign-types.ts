import type { Ok } from '../frame/ok.ts';

/** A campaign, without the caps that no version has yet. */
export type Campaign = Omit<Ok<'/api/v1/campaigns', 'get'>['data'][number], 'dailyCap' | 'weeklyCap' | 'monthlyCap'>;
/** How to post to a campaign. The key is never in it. */
export type PostingSpec = Omit<Ok<'/api/v1/campaigns/{campaignId}/posting', 'get'>['data'], 'postingKey'>;
export type Posting = Ok<'/api/admin/posting-log', 'get'>['data'][number];
