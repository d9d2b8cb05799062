import { campaignTexts as t } from '../texts/campaigns.ts';
import { Money } from '../ui/money.tsx';

interface Paid {
  readonly pricingModel: string;
  readonly costPerLead: string;
  readonly revsharePercent: string | null;
}

/** What a partner earns: an amount for a lead, or a share of each sale. */
export const Payout = ({ campaign }: { readonly campaign: Paid }) =>
  campaign.pricingModel === 'revshare' ? (
    <span>{t.share(campaign.revsharePercent ?? '0')}</span>
  ) : (
    <Money amount={campaign.costPerLead} />
  );

/** The same as text, for a file. */
export const payoutText = ({ pricingModel, costPerLead, revsharePercent }: Paid): string =>
  pricingModel === 'revshare' ? t.share(revsharePercent ?? '0') : costPerLead;
