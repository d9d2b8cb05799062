import type { FormErrors } from '@mantine/form';
import type { Campaign } from '../../campaigns/campaign-types.ts';
import type { Body } from '../../frame/ok.ts';
import { campaignTexts as t } from '../../texts/campaigns.ts';
import { shadowTexts as s } from '../../texts/shadow.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { money } from '../../ui/format.ts';
import { amountOrBlank, needed, neededAmount, orBlank, orNull, wholeOrBlank } from '../../ui/form/rules.ts';

type CampaignBody = Body<'/api/v1/campaigns', 'post'>;
export type CampaignStatus = NonNullable<CampaignBody['status']>;

/** A campaign as its form holds it. */
export type CampaignValues = {
  name: string;
  partnerId: string;
  offerId: string;
  verticalId: string;
  status: CampaignStatus;
  pricingModel: 'fixed' | 'revshare';
  costPerLead: string;
  revsharePercent: string;
  maximumPayout: string;
  dailyCap: string;
  weeklyCap: string;
  monthlyCap: string;
  consentRequired: boolean;
  strictFields: boolean;
  shadow: boolean;
  /** In seconds: nobody thinks in milliseconds. */
  responseDeadlineMs: string;
  /** One a line. */
  allowedOrigins: string;
  notes: string;
};

/** A new campaign, with what is known of it already. */
export const blankCampaign = (known: Partial<CampaignValues>): CampaignValues => ({
  name: '',
  partnerId: '',
  offerId: '',
  verticalId: '',
  status: 'testing',
  pricingModel: 'fixed',
  costPerLead: '',
  revsharePercent: '',
  maximumPayout: '',
  dailyCap: '',
  weeklyCap: '',
  monthlyCap: '',
  consentRequired: true,
  strictFields: false,
  shadow: false,
  responseDeadlineMs: '20',
  allowedOrigins: '',
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
  pricingModel: campaign.pricingModel === 'revshare' ? 'revshare' : 'fixed',
  costPerLead: campaign.costPerLead,
  revsharePercent: orBlank(campaign.revsharePercent),
  maximumPayout: orBlank(campaign.maximumPayout),
  dailyCap: orBlank(campaign.dailyCap),
  weeklyCap: orBlank(campaign.weeklyCap),
  monthlyCap: orBlank(campaign.monthlyCap),
  consentRequired: campaign.consentRequired,
  strictFields: campaign.strictFields,
  shadow: campaign.shadow,
  responseDeadlineMs: String(campaign.responseDeadlineMs / 1000),
  allowedOrigins: campaign.allowedOrigins.join('\n'),
  notes: orBlank(campaign.notes),
});

const wholeOrNull = (text: string): number | null => (text === '' ? null : Number(text));

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const isOrigin = (line: string): boolean =>
  URL.canParse(line) && new URL(line).origin === line && /^https?:/.test(line) && !line.includes('*');

const MOST_LEADS = 10_000_000;
const MAX_SECONDS = 120;
const PERCENT = /^(?:\d{1,2}(?:\.\d{1,2})?|100(?:\.0{1,2})?)$/;

/** What the form says of its values before anything is sent. */
export function campaignRules(values: CampaignValues): FormErrors {
  const isShared = values.pricingModel === 'revshare';
  const cap = wholeOrBlank(0, MOST_LEADS);
  return {
    name: needed(values.name),
    partnerId: needed(values.partnerId),
    costPerLead: isShared ? null : neededAmount(values.costPerLead),
    revsharePercent: isShared && !PERCENT.test(values.revsharePercent) ? t.percentFault : null,
    maximumPayout: amountOrBlank(values.maximumPayout),
    dailyCap: cap(values.dailyCap),
    weeklyCap: cap(values.weeklyCap),
    monthlyCap: cap(values.monthlyCap),
    allowedOrigins: linesOf(values.allowedOrigins).every(isOrigin) ? null : t.originFault,
    responseDeadlineMs: needed(values.responseDeadlineMs) ?? wholeOrBlank(0, MAX_SECONDS)(values.responseDeadlineMs),
  };
}

/** What is sent of the form. */
export const campaignBody = (values: CampaignValues): CampaignBody => ({
  name: values.name.trim(),
  partnerId: values.partnerId,
  offerId: orNull(values.offerId),
  verticalId: orNull(values.verticalId),
  status: values.status,
  pricingModel: values.pricingModel,
  ...(values.pricingModel === 'fixed' ? { costPerLead: values.costPerLead } : {}),
  revsharePercent: orNull(values.revsharePercent),
  maximumPayout: orNull(values.maximumPayout),
  dailyCap: wholeOrNull(values.dailyCap),
  weeklyCap: wholeOrNull(values.weeklyCap),
  monthlyCap: wholeOrNull(values.monthlyCap),
  consentRequired: values.consentRequired,
  strictFields: values.strictFields,
  shadow: values.shadow,
  responseDeadlineMs: Number(values.responseDeadlineMs) * 1000,
  allowedOrigins: [...new Set(linesOf(values.allowedOrigins))],
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
  pricingModel: { label: t.pricingModel, say: (model) => t.pricingModels[model] },
  costPerLead: { label: t.costPerLead, say: (amount) => money(amount) },
  revsharePercent: t.revsharePercent,
  maximumPayout: t.maximumPayout,
  dailyCap: t.caps.dailyCap,
  weeklyCap: t.caps.weeklyCap,
  monthlyCap: t.caps.monthlyCap,
  consentRequired: t.consentRequired,
  strictFields: t.strictFields,
  shadow: s.label,
  responseDeadlineMs: t.deadline,
  allowedOrigins: t.origins,
  notes: t.notes,
});
