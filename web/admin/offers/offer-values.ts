import type { Body, Ok } from '../../frame/ok.ts';
import { offerTexts as t } from '../../texts/offers.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { orBlank, orNull } from '../../ui/form/rules.ts';

/** An offer, without the cap that no version has yet. */
export type Offer = Omit<Ok<'/api/v1/offers/{offerId}', 'get'>['data'], 'maxSales'>;
type OfferBody = Body<'/api/v1/offers', 'post'>;
export type OfferStatus = NonNullable<OfferBody['status']>;

/** An offer as its form holds it. */
export type OfferValues = {
  name: string;
  verticalId: string;
  description: string;
  distributionRule: 'price' | 'priority';
  visibility: 'private' | 'public';
  notes: string;
};

/** What was loaded, for the form; blank for a new offer. */
export const offerValues = (offer?: Offer): OfferValues => ({
  name: orBlank(offer?.name),
  verticalId: orBlank(offer?.verticalId),
  description: orBlank(offer?.description),
  distributionRule: offer?.distributionRule === 'priority' ? 'priority' : 'price',
  visibility: offer?.visibility === 'public' ? 'public' : 'private',
  notes: orBlank(offer?.notes),
});

/** What is sent of the form. */
export const offerBody = (values: OfferValues): OfferBody => ({
  name: values.name.trim(),
  verticalId: values.verticalId,
  description: orNull(values.description.trim()),
  distributionRule: values.distributionRule,
  visibility: values.visibility,
  notes: orNull(values.notes.trim()),
});

/** What of a change is told before it is saved. */
export const offerWords = (verticalName: (id: string) => string): FieldWords<OfferValues> => ({
  name: t.name,
  verticalId: { label: t.vertical, say: verticalName },
  description: t.description,
  distributionRule: { label: t.whoseTurn, say: (rule) => t.rules[rule] },
  visibility: { label: t.visibility, say: (who) => t.visibilities[who] },
  notes: t.notes,
});

/** Whose turn it is, in words. */
export const ruleName = (rule: string): string => (rule === 'priority' ? t.rules.priority : t.rules.price);
