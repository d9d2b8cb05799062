import type { Ok } from '../frame/ok.ts';

type Caps = 'dailyCap' | 'weeklyCap' | 'monthlyCap';
type Partners = Ok<'/api/partner/campaigns/{id}', 'get'>['data'];

/** A campaign, without the caps that no version has yet. */
export type Campaign = Omit<Ok<'/api/v1/campaigns', 'get'>['data'][number], Caps>;
/** A campaign as its partner sees it. */
export type OwnCampaign = Omit<Ok<'/api/partner/campaigns', 'get'>['data'][number], Caps>;
/** The same, with how to post to it. */
export type OwnCampaignWhole = OwnCampaign & { readonly postingSpec: Omit<Partners['postingSpec'], 'postingKey'> };
/** How to post to a campaign. The key is never in it. */
export type PostingSpec = Omit<Ok<'/api/v1/campaigns/{campaignId}/posting', 'get'>['data'], 'postingKey'>;
export type Posting = Ok<'/api/admin/posting-log', 'get'>['data'][number];
