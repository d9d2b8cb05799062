import type { Body, Ok } from '../../frame/ok.ts';
import { formTexts } from '../../texts/forms.ts';
import { offerMarginTexts as t } from '../../texts/offer-margin.ts';
import { amountOrBlank, neededAmount, orBlank, orNull } from '../../ui/form/rules.ts';
import { money } from '../../ui/format.ts';

type Shown = Pick<Ok<'/api/v1/offers/{offerId}', 'get'>['data'], 'margin' | 'minMargin'>;
type Sent = Pick<Body<'/api/v1/offers', 'post'>, 'margin' | 'minMargin'>;

/** From which price so much is kept: an amount, or a share written with a per cent sign. */
export type Band = { readonly from: string; readonly keep: string };
export const NEW_BAND: Band = { from: '', keep: '' };

/** What is kept of each price, as the offer's form holds it. */
export type MarginValues = {
  margin: keyof typeof t.kinds;
  keep: string;
  bands: readonly Band[];
  minMargin: string;
};

type Part = { readonly amount?: string | undefined; readonly percent?: string | undefined };

const keepOf = ({ amount, percent }: Part): string =>
  percent === undefined ? orBlank(amount) : `${String(Number(percent))}%`;
const partOf = (keep: string): { amount: string } | { percent: string } =>
  keep.endsWith('%') ? { percent: keep.slice(0, -1).trim() } : { amount: keep };

/** What was loaded, for the form; a new offer keeps what its campaigns leave. */
export function marginValues(offer?: Shown): MarginValues {
  const { margin = null, minMargin = null } = offer ?? {};
  const bands = (margin?.bands ?? []).map(({ from, ...part }) => ({ from, keep: keepOf(part) }));
  return {
    margin: margin === null ? 'none' : margin.type === 'bands' ? 'bands' : 'same',
    keep: margin === null ? '' : keepOf(margin),
    bands,
    minMargin: orBlank(minMargin),
  };
}

/** What is sent of it. */
export function marginBody({ margin, keep, bands, minMargin }: MarginValues): Sent {
  const kept = partOf(keep);
  return {
    margin:
      margin === 'none'
        ? null
        : margin === 'bands'
          ? { type: 'bands', bands: bands.map((band) => ({ from: band.from, ...partOf(band.keep) })) }
          : { type: 'percent' in kept ? 'percent' : 'fixed', ...kept },
    minMargin: orNull(minMargin),
  };
}

const SHARE = /^(?:100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)\s*%$/;

/** For what is kept. */
const keepFault = (keep: string): string | null =>
  keep === '' ? formTexts.needed : SHARE.test(keep) || amountOrBlank(keep) === null ? null : t.keepWrong;

/** What the form says of its values before anything is sent. */
export function marginRules({
  margin,
  keep,
  bands,
  minMargin,
}: MarginValues): Record<'keep' | 'bands' | 'minMargin', string | null> {
  return {
    keep: margin === 'same' ? keepFault(keep) : null,
    bands: margin === 'bands' ? bandsFault(bands) : null,
    minMargin: amountOrBlank(minMargin),
  };
}

function bandsFault(bands: readonly Band[]): string | null {
  if (bands.length === 0) return t.bandNeeded;
  const faults = bands.flatMap(({ from, keep }, index) => {
    const fault = neededAmount(from) ?? keepFault(keep);
    return fault === null ? [] : [`${t.bandNumber(index + 1)}: ${fault}`];
  });
  if (faults[0] !== undefined) return faults[0];
  return new Set(bands.map(({ from }) => Number(from))).size < bands.length ? t.bandTwice : null;
}

const keepInWords = (keep: string): string => (keep.endsWith('%') ? keep : money(keep));

export const bandsInWords = (bands: readonly Band[]): string =>
  bands.map(({ from, keep }) => t.band(money(from), keepInWords(keep))).join('; ') || '–';

/** What is kept of each price, in words. */
export function marginInWords(offer: Shown): string {
  const { margin, keep, bands } = marginValues(offer);
  if (margin === 'none') return t.kinds.none;
  return margin === 'same' ? keepInWords(keep) : bandsInWords(bands);
}
