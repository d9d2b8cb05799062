import { campaignTexts as t } from '../texts/campaigns.ts';
import { Money } from '../ui/money.tsx';

interface Paid {
  readonly pricingModel: string;
  readonly costPerLead: string;
  readonly revsharePercent: string | null;
  /** As partners are told; staff see the margin at the offer. */
  readonly offerPayout?: { readonly model: string };
}

/** What a partner earns where no amount says it; undefined where one does. */
function shareText({ pricingModel, revsharePercent, offerPayout }: Paid): string | undefined {
  if (offerPayout?.model === 'margin') return t.afterMargin;
  return pricingModel === 'revshare' ? t.share(revsharePercent ?? '0') : undefined;
}

/** What a partner earns: an amount for a lead, or a share of each sale. */
export function Payout({ campaign }: { readonly campaign: Paid }) {
  const share = shareText(campaign);
  return share === undefined ? <Money amount={campaign.costPerLead} /> : <span>{share}</span>;
}

/** The same as text, for a file. */
export const payoutText = (campaign: Paid): string => shareText(campaign) ?? campaign.costPerLead;
