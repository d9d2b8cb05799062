import { type CompanyProfile, profileBody, profileOf, profileWords } from '../../companies/company-profile.ts';
import type { Body, Ok } from '../../frame/ok.ts';
import { companyTexts } from '../../texts/companies.ts';
import { partnerTexts as t } from '../../texts/partners.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { orBlank, orNull } from '../../ui/form/rules.ts';

export type Partner = Ok<'/api/v1/partners/{partnerId}', 'get'>['data'];
type PartnerBody = Body<'/api/v1/partners', 'post'>;
type Cycle = NonNullable<PartnerBody['paymentCycle']>;

/** A partner as its form holds it. */
export type PartnerValues = CompanyProfile & {
  name: string;
  contractStartDate: string;
  contractEndDate: string;
  paymentCycle: string;
  paymentThreshold: string;
  defaultPrice: string;
};

/** What was loaded, for the form; blank for a new partner. */
export const partnerValues = (partner?: Partner): PartnerValues => ({
  ...profileOf(partner),
  name: orBlank(partner?.name),
  contractStartDate: orBlank(partner?.contractStartDate),
  contractEndDate: orBlank(partner?.contractEndDate),
  paymentCycle: orBlank(partner?.paymentCycle),
  paymentThreshold: orBlank(partner?.paymentThreshold),
  defaultPrice: orBlank(partner?.defaultPrice),
});

/** What is sent of the form. */
export const partnerBody = (values: PartnerValues): PartnerBody => ({
  ...profileBody(values),
  name: values.name.trim(),
  contractStartDate: orNull(values.contractStartDate),
  contractEndDate: orNull(values.contractEndDate),
  paymentCycle: orNull(values.paymentCycle) as Cycle | null,
  paymentThreshold: orNull(values.paymentThreshold),
  defaultPrice: orNull(values.defaultPrice),
});

/** What of a change is told before it is saved. */
export const partnerWords: FieldWords<PartnerValues> = {
  ...profileWords,
  name: companyTexts.name,
  contractStartDate: t.contractStartDate,
  contractEndDate: t.contractEndDate,
  paymentCycle: t.paymentCycle,
  paymentThreshold: t.paymentThreshold,
  defaultPrice: t.defaultPrice,
};
