import type { Body, Ok } from '../../frame/ok.ts';
import { duplicateTexts as d } from '../../texts/duplicates.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { orBlank, orNull } from '../../ui/form/rules.ts';
import { inWords, wordList } from '../../ui/words.ts';

/** A vertical as the API lists it. */
export type Vertical = Ok<'/api/v1/verticals', 'get'>['data'][number];
type Working = Ok<'/api/v1/verticals/{verticalId}', 'get'>['data']['working'];
type VerticalBody = Body<'/api/v1/verticals', 'post'>;
type Regime = NonNullable<VerticalBody['regime']>;

/** A vertical as its form holds it. */
export type VerticalValues = {
  name: string;
  slug: string;
  description: string;
  regime: string;
  dedupFields: string[];
  dedupMatch: 'any' | 'all';
  dedupWindowDays: string;
  dedupSoldOnly: boolean;
  notes: string;
};

/** What was loaded, for the form; the usual for a new vertical. */
export const verticalValues = (vertical?: Vertical): VerticalValues => ({
  name: orBlank(vertical?.name),
  slug: orBlank(vertical?.slug),
  description: orBlank(vertical?.description),
  regime: vertical?.regime ?? 'consumer_health',
  dedupFields: vertical?.dedupFields ?? ['email', 'phone'],
  dedupMatch: vertical?.dedupMatch === 'all' ? 'all' : 'any',
  dedupWindowDays: String(vertical?.dedupWindowDays ?? 30),
  dedupSoldOnly: vertical?.dedupSoldOnly ?? false,
  notes: orBlank(vertical?.notes),
});

/** What is sent of the form. */
export const verticalBody = (values: VerticalValues): VerticalBody => ({
  name: values.name.trim(),
  slug: values.slug.trim(),
  description: orNull(values.description.trim()),
  regime: values.regime as Regime,
  dedupFields: values.dedupFields,
  dedupMatch: values.dedupMatch,
  dedupWindowDays: Number(values.dedupWindowDays),
  dedupSoldOnly: values.dedupSoldOnly,
  notes: orNull(values.notes.trim()),
});

const REGIMES: Readonly<Record<string, string>> = t.regimes;

/** What a regime is called. */
export const regimeName = (regime: string): string => REGIMES[regime] ?? inWords(regime);

/** What of a vertical is at work, such as "2 campaigns and 1 offer"; empty where nothing is. */
export const listOfWorking = (working: Working): string =>
  wordList(
    (['campaigns', 'offers', 'contracts'] as const).flatMap((kind) =>
      working[kind] === 0 ? [] : [t.working[kind](working[kind])],
    ),
  );

/** What of a change is told before it is saved. */
export const verticalWords: FieldWords<VerticalValues> = {
  name: t.name,
  slug: t.slug,
  description: t.description,
  regime: { label: t.regime, say: regimeName },
  dedupFields: d.fields,
  dedupMatch: { label: d.match, say: (match) => d.matches[match] },
  dedupWindowDays: d.windowDays,
  dedupSoldOnly: d.soldOnly,
  notes: t.notes,
};
