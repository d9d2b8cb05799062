import type { FormErrors } from '@mantine/form';
import type { Body, Ok } from '../../frame/ok.ts';
import { duplicateTexts as d } from '../../texts/duplicates.ts';
import { offerMarginTexts as m } from '../../texts/offer-margin.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import { offerRequestTexts as r } from '../../texts/partner-offers.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { amountOrBlank, needed, orBlank, orNull, wholeOrBlank } from '../../ui/form/rules.ts';
import { money } from '../../ui/format.ts';
import { bandsInWords, marginBody, marginRules, type MarginValues, marginValues } from './margin-values.ts';

/** An offer as the API shows it. */
export type Offer = Ok<'/api/v1/offers/{offerId}', 'get'>['data'];
type OfferBody = Body<'/api/v1/offers', 'post'>;
export type OfferStatus = NonNullable<OfferBody['status']>;

type Rule = keyof typeof t.rules;
type Type = keyof typeof t.types;
type FallbackRule = keyof typeof t.fallbackRules;
type Affinity = keyof typeof t.affinities;

/** An offer as its form holds it. */
export type OfferValues = MarginValues & {
  name: string;
  verticalId: string;
  description: string;
  distributionType: Type;
  maxSales: string;
  distributionRule: Rule;
  dqDistributionRule: FallbackRule;
  affinity: Affinity;
  affinityDays: string;
  dedup: 'vertical' | 'off';
  dedupWindowDays: string;
  dedupScope: 'vertical' | 'offer';
  visibility: 'private' | 'public';
  defaultPayoutAmount: string;
  states: string[];
  notes: string;
};

const MOST_SALES = 1000;
const MOST_DAYS = 365;

const keyOf = <K extends string>(words: Readonly<Record<K, string>>, key: string | undefined, usual: K): K =>
  (Object.keys(words) as K[]).find((known) => known === key) ?? usual;

/** What was loaded, for the form; blank for a new offer. */
export const offerValues = (offer?: Offer): OfferValues => ({
  ...marginValues(offer),
  name: orBlank(offer?.name),
  verticalId: orBlank(offer?.verticalId),
  description: orBlank(offer?.description),
  distributionType: keyOf(t.types, offer?.distributionType, 'exclusive'),
  maxSales: orBlank(offer?.maxSales),
  distributionRule: keyOf(t.rules, offer?.distributionRule, 'price'),
  dqDistributionRule: keyOf(t.fallbackRules, offer?.dqDistributionRule, 'priority'),
  affinity: keyOf(t.affinities, offer?.affinity, 'off'),
  affinityDays: orBlank(offer?.affinityDays ?? 30),
  dedup: offer?.dedupEnabled === false ? 'off' : 'vertical',
  dedupWindowDays: orBlank(offer?.dedupWindowDays),
  dedupScope: offer?.dedupScope === 'offer' ? 'offer' : 'vertical',
  visibility: offer?.visibility === 'public' ? 'public' : 'private',
  defaultPayoutAmount: orBlank(offer?.defaultPayoutAmount),
  states: [...(offer?.states ?? [])],
  notes: orBlank(offer?.notes),
});

/** What the form says of its values before anything is sent. */
export const offerRules = (values: OfferValues): FormErrors => ({
  ...marginRules(values),
  name: needed(values.name),
  verticalId: needed(values.verticalId),
  maxSales:
    values.distributionType === 'hybrid' && values.maxSales === ''
      ? t.maxSalesNeeded
      : wholeOrBlank(1, MOST_SALES)(values.maxSales),
  affinityDays: values.affinityDays === '' ? t.affinityDaysNeeded : wholeOrBlank(1, MOST_DAYS)(values.affinityDays),
  dedupWindowDays: wholeOrBlank(0, MOST_DAYS)(values.dedupWindowDays),
  defaultPayoutAmount: amountOrBlank(values.defaultPayoutAmount),
});

/** What is sent of the form. */
export const offerBody = (values: OfferValues): OfferBody => ({
  ...marginBody(values),
  name: values.name.trim(),
  verticalId: values.verticalId,
  description: orNull(values.description.trim()),
  distributionType: values.distributionType,
  maxSales: values.distributionType === 'exclusive' || values.maxSales === '' ? null : Number(values.maxSales),
  distributionRule: values.distributionRule,
  dqDistributionRule: values.dqDistributionRule,
  affinity: values.affinity,
  affinityDays: Number(values.affinityDays),
  dedupEnabled: values.dedup === 'off' ? false : null,
  dedupWindowDays: values.dedupWindowDays === '' ? null : Number(values.dedupWindowDays),
  dedupScope: values.dedupScope === 'offer' ? 'offer' : null,
  visibility: values.visibility,
  defaultPayoutAmount: orNull(values.defaultPayoutAmount),
  states: values.states,
  notes: orNull(values.notes.trim()),
});

/** What of a change is told before it is saved. */
export const offerWords = (verticalName: (id: string) => string): FieldWords<OfferValues> => ({
  name: t.name,
  verticalId: { label: t.vertical, say: verticalName },
  description: t.description,
  distributionType: { label: t.howOften, say: (type) => t.types[type] },
  maxSales: t.maxSales,
  distributionRule: { label: t.whoseTurn, say: (rule) => t.rules[rule] },
  dqDistributionRule: { label: t.fallbackRule, say: (rule) => t.fallbackRules[rule] },
  affinity: { label: t.affinity, say: (who) => t.affinities[who] },
  affinityDays: t.affinityDays,
  dedup: { label: d.offerRule, say: (rule) => d.offerRules[rule] },
  dedupWindowDays: { label: d.windowDays, say: (days) => days || d.asVertical },
  dedupScope: { label: d.among, say: (among) => d.amongs[among] },
  margin: { label: m.margin, say: (kind) => m.kinds[kind] },
  keep: m.keep,
  bands: { label: m.bands, say: bandsInWords },
  minMargin: { label: m.minMargin, say: (amount) => (amount === '' ? '–' : money(amount)) },
  visibility: { label: t.visibility, say: (who) => t.visibilities[who] },
  defaultPayoutAmount: { label: r.payout, say: (amount) => (amount === '' ? '–' : money(amount)) },
  states: { label: r.states, say: (states) => states.join(', ') || '–' },
  notes: t.notes,
});

/** Whose turn it is, in words. */
export const ruleName = (rule: string): string => t.rules[keyOf(t.rules, rule, 'price')];

/** How often an offer sells a lead: "To the best few (3)". */
export function typeName({ distributionType, maxSales }: Pick<Offer, 'distributionType' | 'maxSales'>): string {
  const name = t.types[keyOf(t.types, distributionType, 'exclusive')];
  return distributionType === 'exclusive' || maxSales === null ? name : `${name} (${maxSales})`;
}

/** Who of the fallback pool gets a lead, in words. */
export const fallbackName = (rule: string): string => t.fallbackRules[keyOf(t.fallbackRules, rule, 'priority')];

/** When a lead of the offer is a duplicate, in words. */
export function duplicatesInWords({ dedupEnabled, dedupWindowDays, dedupScope }: Offer): string {
  if (dedupEnabled === false) return d.offerRules.off;
  const own = [
    ...(dedupScope === 'offer' ? [d.amongs.offer] : []),
    ...(dedupWindowDays === null ? [] : [d.days(dedupWindowDays)]),
  ];
  return own.length === 0 ? d.offerRules.vertical : own.join(', ');
}
