import type { Body, Ok } from '../frame/ok.ts';
import { endOfDay } from '../people-access/access-day.ts';
import { formTexts } from '../texts/forms.ts';
import { orNull } from '../ui/form/rules.ts';

export type Entry = Ok<'/api/v1/suppression', 'get'>['data'][number];
export type EntryBody = Body<'/api/v1/suppression', 'post'>;
export type ImportBody = Body<'/api/v1/suppression/import', 'post'>;

/** What entries that are made together have in common, as a form holds it. */
export type ListTerms = {
  scope: 'global' | 'buyer' | 'vertical';
  buyerId: string;
  verticalId: string;
  reason: string;
  displayName: string;
  expiresAt: string;
};

export const BLANK_TERMS: ListTerms = {
  scope: 'global',
  buyerId: '',
  verticalId: '',
  reason: 'manual',
  displayName: '',
  expiresAt: '',
};

const neededIn =
  (of: ListTerms['scope']) =>
  (id: string, { scope }: Pick<ListTerms, 'scope'>): string | null =>
    scope === of && id === '' ? formTexts.needed : null;

export const TERM_RULES = { buyerId: neededIn('buyer'), verticalId: neededIn('vertical') };

/** The same as it is sent. */
export const termsBody = ({ scope, buyerId, verticalId, reason, displayName, expiresAt }: ListTerms) => ({
  scope,
  scopeId: scope === 'global' ? null : scope === 'buyer' ? buyerId : verticalId,
  reason,
  displayName: orNull(displayName.trim()),
  expiresAt: endOfDay(expiresAt),
});
