import type { Ok } from '../frame/ok.ts';

type Partners = Ok<'/api/partner/campaigns/{id}', 'get'>['data'];

/** A campaign as the API lists it. */
export type Campaign = Ok<'/api/v1/campaigns', 'get'>['data'][number];
/** A campaign as its partner sees it. */
export type OwnCampaign = Ok<'/api/partner/campaigns', 'get'>['data'][number];
/** The same, with how to post to it. */
export type OwnCampaignWhole = OwnCampaign &
  Pick<Partners, 'specUrl'> & { readonly postingSpec: Omit<Partners['postingSpec'], 'postingKey'> };
/** How to post to a campaign. The key is never in it. */
export type PostingSpec = Omit<Ok<'/api/v1/campaigns/{campaignId}/posting', 'get'>['data'], 'postingKey'>;
/** A ping as its partner sees it; staff see more. */
export type Ping = Ok<'/api/partner/ping-log', 'get'>['data'][number];
export type Posting = Ok<'/api/admin/posting-log', 'get'>['data'][number];
