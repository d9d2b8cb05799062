import type { Campaign } from '../../campaigns/campaign-types.ts';
import type { Body } from '../../frame/ok.ts';
import { campaignTexts as t } from '../../texts/campaigns.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { money } from '../../ui/format.ts';
import { orBlank, orNull } from '../../ui/form/rules.ts';

type CampaignBody = Body<'/api/v1/campaigns', 'post'>;
export type CampaignStatus = NonNullable<CampaignBody['status']>;

/** A campaign as its form holds it. */
export type CampaignValues = {
  name: string;
  partnerId: string;
  offerId: string;
  verticalId: string;
  status: CampaignStatus;
  costPerLead: string;
  consentRequired: boolean;
  strictFields: boolean;
  /** In seconds: nobody thinks in milliseconds. */
  responseDeadlineMs: string;
  notes: string;
};

/** A new campaign, with what is known of it already. */
export const blankCampaign = (known: Partial<CampaignValues>): CampaignValues => ({
  name: '',
  partnerId: '',
  offerId: '',
  verticalId: '',
  status: 'testing',
  costPerLead: '',
  consentRequired: true,
  strictFields: false,
  responseDeadlineMs: '20',
  notes: '',
  ...known,
});

/** What was loaded, for the form. */
export const campaignValues = (campaign: Campaign): CampaignValues => ({
  name: campaign.name,
  partnerId: campaign.partnerId,
  offerId: orBlank(campaign.offerId),
  verticalId: orBlank(campaign.verticalId),
  status: campaign.status as CampaignStatus,
  costPerLead: campaign.costPerLead,
  consentRequired: campaign.consentRequired,
  strictFields: campaign.strictFields,
  responseDeadlineMs: String(campaign.responseDeadlineMs / 1000),
  notes: orBlank(campaign.notes),
});

/** What is sent of the form. */
export const campaignBody = (values: CampaignValues): CampaignBody => ({
  name: values.name.trim(),
  partnerId: values.partnerId,
  offerId: orNull(values.offerId),
  verticalId: orNull(values.verticalId),
  status: values.status,
  costPerLead: values.costPerLead,
  consentRequired: values.consentRequired,
  strictFields: values.strictFields,
  responseDeadlineMs: Number(values.responseDeadlineMs) * 1000,
  notes: orNull(values.notes.trim()),
});

/** What of a change is told before it is saved. */
export const campaignWords = (
  offerName: (id: string) => string,
  verticalName: (id: string) => string,
): FieldWords<CampaignValues> => ({
  name: t.name,
  offerId: { label: t.offer, say: offerName },
  verticalId: { label: t.vertical, say: verticalName },
  costPerLead: { label: t.costPerLead, say: (amount) => money(amount) },
  consentRequired: t.consentRequired,
  strictFields: t.strictFields,
  responseDeadlineMs: t.deadline,
  notes: t.notes,
});
