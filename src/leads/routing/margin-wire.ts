import { type Static, Type } from 'typebox';
import { amount, centsOf, nullable, oneOf, type Shown } from '../../core/gate/index.ts';
import type { Fault } from '../../kernel/app-error.ts';
import { formatCents, parseCents } from '../../kernel/money.ts';
import type { Margin, MarginPart } from './domain/margin.ts';
import type { OfferRow } from './store.ts';

const maybe = Type.Optional;
const percent = maybe(
  Type.Union([Type.Number(), Type.String({ maxLength: 10 })], { description: 'Of the price, from 0 to 100.' }),
);
const part = { amount: maybe(amount), percent };

/** What is kept of each price, as requests may say it. */
export const marginFields = {
  margin: maybe(
    nullable(
      Type.Object(
        {
          type: oneOf(['fixed', 'percent', 'bands']),
          ...part,
          bands: maybe(
            Type.Array(Type.Object({ from: amount, ...part }, { additionalProperties: false }), {
              minItems: 1,
              maxItems: 50,
              description: 'The highest band that a price reaches says what is kept of it.',
            }),
          ),
        },
        {
          additionalProperties: false,
          description: "What is kept of each price; the rest is the partner's. Null: as the campaign pays.",
        },
      ),
    ),
  ),
  minMargin: maybe(nullable(amount)),
};
const marginBody = Type.Object(marginFields);
type Body = Static<typeof marginBody>;
type Part = { readonly amount?: string | number; readonly percent?: string | number };

const text = Type.String();
const shownPart = { amount: Type.Optional(text), percent: Type.Optional(text) };
/** The margin of an offer as answers show it. */
export const marginItem = {
  margin: nullable(
    Type.Object({
      type: text,
      ...shownPart,
      bands: Type.Optional(Type.Array(Type.Object({ from: text, ...shownPart }))),
    }),
  ),
  minMargin: nullable(text),
};

/** Reads margin and least margin for the row; notes faults by field. What the body does not speak of stays. */
export function readMargin(
  { margin, minMargin }: Body,
  faults: Fault[],
): Partial<Pick<OfferRow, 'margin' | 'minMarginCents'>> {
  return {
    ...(margin === undefined ? {} : { margin: margin === null ? null : marginOf(margin, faults) }),
    ...(minMargin === undefined ? {} : { minMarginCents: minMargin === null ? null : centsOf(minMargin) }),
  };
}

function marginOf(given: NonNullable<Body['margin']>, faults: Fault[]): Margin | null {
  if (given.type === 'bands') return bandsOf(given, faults);
  const read = partOf(given, 'margin', faults);
  if (!read) return null;
  const wanted = given.type === 'fixed' ? 'amount' : 'percent';
  if (given.type === 'fixed' && 'cents' in read) return { kind: 'fixed', cents: read.cents };
  if (given.type === 'percent' && 'bp' in read) return { kind: 'percent', bp: read.bp };
  faults.push({
    field: `margin.${wanted}`,
    rule: 'required',
    message: `Is needed for a margin of type ${given.type}.`,
  });
  return null;
}

function bandsOf({ bands = [] }: NonNullable<Body['margin']>, faults: Fault[]): Margin | null {
  if (bands.length === 0) {
    faults.push({ field: 'margin.bands', rule: 'required', message: 'Send at least one band, such as from "0".' });
    return null;
  }
  const read = bands.flatMap((band, index) => {
    const one = partOf(band, `margin.bands.${index}`, faults);
    return one ? [{ fromCents: centsOf(band.from), ...one }] : [];
  });
  const sorted = read.toSorted((one, other) => one.fromCents - other.fromCents);
  if (sorted.some(({ fromCents }, index) => fromCents === sorted[index + 1]?.fromCents))
    faults.push({ field: 'margin.bands', rule: 'twice', message: 'Two bands begin at the same price. Keep one.' });
  return { kind: 'bands', bands: sorted };
}

function partOf(given: Part, at: string, faults: Fault[]): MarginPart | null {
  const { amount: fixed, percent: share } = given;
  if ((fixed === undefined) === (share === undefined)) {
    faults.push({ field: at, rule: 'required', message: 'Send an amount or a percent, and not both.' });
    return null;
  }
  if (fixed !== undefined) return { cents: centsOf(fixed) };
  const hundredths = parseCents(share);
  if (hundredths.ok && hundredths.value >= 0 && hundredths.value <= 10_000) return { bp: hundredths.value };
  const message = 'Send a percentage from 0 to 100 with at most two decimals, such as "20".';
  faults.push({ field: `${at}.percent`, rule: 'format', message });
  return null;
}

/** Margin and least margin in the spelling that requests may use. */
export const showMargin = ({ margin, minMarginCents }: Pick<OfferRow, 'margin' | 'minMarginCents'>): Shown => ({
  margin: margin && { type: margin.kind, ...(margin.kind === 'bands' ? showBands(margin.bands) : showPart(margin)) },
  minMargin: minMarginCents === null ? null : formatCents(minMarginCents),
});

const showBands = (bands: Extract<Margin, { kind: 'bands' }>['bands']) => ({
  bands: bands.map((band) => ({ from: formatCents(band.fromCents), ...showPart(band) })),
});

const showPart = (shown: MarginPart) =>
  'cents' in shown ? { amount: formatCents(shown.cents) } : { percent: formatCents(shown.bp) };
