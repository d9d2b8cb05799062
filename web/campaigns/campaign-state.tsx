import { campaignTexts as t } from '../texts/campaigns.ts';
import { Status } from '../ui/status.tsx';
import type { Campaign } from './campaign-types.ts';

type Known = Pick<Campaign, 'status' | 'verticalId' | 'offerId' | 'offerName'>;

function sentenceOf({ status, verticalId, offerId, offerName }: Known): string {
  if (status !== 'active' && status !== 'testing') return t.closed;
  if (verticalId === null) return t.noVertical;
  if (offerId === null) return t.noOffer;
  return status === 'testing' ? t.takesTests(offerName ?? offerId) : t.takes(offerName ?? offerId);
}

/** How a campaign stands, as a sentence. */
export const CampaignState = ({ campaign }: { readonly campaign: Known }) => (
  <span>
    <Status value={campaign.status} /> {sentenceOf(campaign)}
  </span>
);
