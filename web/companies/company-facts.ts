import { companyTexts as t } from '../texts/companies.ts';
import type { Fact } from '../ui/facts.tsx';
import type { CompanyProfile } from './company-profile.ts';

type Known = { readonly [K in keyof CompanyProfile]?: string | null };

const line = (...parts: (string | null | undefined)[]): string | null => parts.filter(Boolean).join(', ') || null;

/** The profile of a company, without what nobody has said. */
export function companyFacts(row: Known): Fact[] {
  const form = Object.entries(t.forms).find(([value]) => value === row.legalEntityType)?.[1];
  const all: Fact[] = [
    [t.company, line(row.company, form)],
    [t.website, row.website],
    [t.timezone, row.timezone],
    [t.contact, line([row.firstName, row.lastName].filter(Boolean).join(' '), row.email, row.phone)],
    [t.place, line(row.address, row.address2, row.city, line(row.state, row.zipCode), row.country)],
    [t.billingContactName, line(row.billingContactName, row.billingContactEmail, row.billingContactPhone)],
    [t.paymentTerms, row.paymentTerms],
    [t.notes, row.notes],
    [t.legacyId, row.legacyId],
    [t.crmId, row.crmId],
  ];
  return all.filter(([, value]) => Boolean(value));
}
