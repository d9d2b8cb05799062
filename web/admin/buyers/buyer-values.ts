import { type CompanyProfile, profileBody, profileOf, profileWords } from '../../companies/company-profile.ts';
import { CAP_WORDS, capBody, type CapValues, capValues, NO_CAPS } from '../../contracts/cap-values.ts';
import type { Body } from '../../frame/ok.ts';
import { buyerTexts as t } from '../../texts/buyers.ts';
import { duplicateTexts as d } from '../../texts/duplicates.ts';
import { companyTexts } from '../../texts/companies.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { money } from '../../ui/format.ts';
import { orBlank, orNull } from '../../ui/form/rules.ts';
import type { Buyer } from './buyer-types.ts';

/** A buyer as its form holds it. */
export type BuyerValues = CompanyProfile &
  CapValues & {
    name: string;
    creditLimit: string;
    billingCycle: string;
    defaultPrice: string;
    acceptsReturns: boolean;
    returnWindow: string;
    dedupEnabled: boolean;
    dedupFields: string[];
    dedupWindowDays: string;
    brandName: string;
    brandLogoUrl: string;
    brandTcpa: string;
  };

/** What was loaded, for the form; blank for a new buyer. */
export const buyerValues = (buyer?: Buyer): BuyerValues => ({
  ...profileOf(buyer),
  ...(buyer ? capValues(buyer) : NO_CAPS),
  name: orBlank(buyer?.name),
  creditLimit: orBlank(buyer?.creditLimit),
  billingCycle: orBlank(buyer?.billingCycle),
  defaultPrice: orBlank(buyer?.defaultPrice),
  acceptsReturns: buyer?.acceptsReturns ?? false,
  returnWindow: orBlank(buyer?.returnWindow),
  dedupEnabled: buyer?.dedupEnabled ?? false,
  dedupFields: buyer?.dedupFields ?? ['email', 'phone'],
  dedupWindowDays: String(buyer?.dedupWindowDays ?? 30),
  brandName: orBlank(buyer?.brandName),
  brandLogoUrl: orBlank(buyer?.brandLogoUrl),
  brandTcpa: orBlank(buyer?.brandTcpa),
});

type BuyerBody = Body<'/api/v1/buyers', 'post'>;
type Cycle = 'weekly' | 'bimonthly' | 'monthly';

/** What is sent of the form. */
export const buyerBody = (values: BuyerValues): BuyerBody => ({
  ...profileBody(values),
  ...capBody(values),
  creditLimit: orNull(values.creditLimit),
  name: values.name.trim(),
  billingCycle: orNull(values.billingCycle) as Cycle | null,
  defaultPrice: orNull(values.defaultPrice),
  acceptsReturns: values.acceptsReturns,
  returnWindow: values.acceptsReturns && values.returnWindow !== '' ? Number(values.returnWindow) : null,
  dedupEnabled: values.dedupEnabled,
  dedupFields: values.dedupFields,
  dedupWindowDays: Number(values.dedupWindowDays),
  brandName: orNull(values.brandName.trim()),
  brandLogoUrl: orNull(values.brandLogoUrl.trim()),
  brandTcpa: orNull(values.brandTcpa.trim()),
});

/** What of a change is told before it is saved. */
export const buyerWords: FieldWords<BuyerValues> = {
  ...profileWords,
  ...CAP_WORDS,
  name: companyTexts.name,
  creditLimit: { label: t.creditLimit, say: (limit) => (limit === '' ? t.noLimit : money(limit)) },
  billingCycle: t.billingCycle,
  defaultPrice: t.defaultPrice,
  acceptsReturns: t.acceptsReturns,
  returnWindow: t.returnWindow,
  dedupEnabled: d.buyerEnabled,
  dedupFields: d.fields,
  dedupWindowDays: d.windowDays,
  brandName: t.brandName,
  brandTcpa: t.brandTcpa,
};
