import { orBlank, orNull } from '../ui/form/rules.ts';
import { companyTexts as t } from '../texts/companies.ts';

const NAMES = [
  'company',
  'legalEntityType',
  'website',
  'timezone',
  'firstName',
  'lastName',
  'email',
  'phone',
  'address',
  'address2',
  'city',
  'state',
  'zipCode',
  'country',
  'billingContactName',
  'billingContactEmail',
  'billingContactPhone',
  'paymentTerms',
  'notes',
  'legacyId',
  'crmId',
] as const;
type ProfileName = (typeof NAMES)[number];
type LegalForm = keyof typeof t.forms;

/** What is known of a buyer or partner as a company, as a form holds it. */
export type CompanyProfile = Record<ProfileName, string>;

/** The profile of what was loaded; blank for a company that is yet to be made. */
export const profileOf = (row: Partial<Record<ProfileName, string | null>> = {}): CompanyProfile =>
  Object.fromEntries(NAMES.map((name) => [name, orBlank(row[name])])) as CompanyProfile;

/** The profile as the API takes it. */
export function profileBody(values: CompanyProfile) {
  const given = Object.fromEntries(NAMES.map((name) => [name, orNull(values[name].trim())]));
  return { ...given, legalEntityType: orNull(values.legalEntityType) as LegalForm | null };
}

/** How the fields are called where their changes are told. */
export const profileWords: Readonly<Partial<Record<ProfileName, string>>> = {
  company: t.company,
  website: t.website,
  timezone: t.timezone,
  firstName: t.firstName,
  lastName: t.lastName,
  email: t.email,
  phone: t.phone,
  paymentTerms: t.paymentTerms,
};
