import { formTexts as t } from '../../texts/forms.ts';

const AMOUNT = /^\d{1,9}(?:\.\d{1,2})?$/;

/** For what must be said. */
export const needed = (value: string | null): string | null =>
  value === null || value.trim() === '' ? t.needed : null;

/** For an amount that may be left out. */
export const amountOrBlank = (value: string): string | null =>
  value === '' || AMOUNT.test(value) ? null : t.amountHint;

/** For an amount that must be said. */
export const neededAmount = (value: string): string | null => needed(value) ?? amountOrBlank(value);

/** For a whole number between two others, or nothing. */
export const wholeOrBlank =
  (least: number, most: number) =>
  (value: string): string | null =>
    value === '' || (/^\d+$/.test(value) && Number(value) >= least && Number(value) <= most)
      ? null
      : t.whole(least, most);

/** What was left blank, as the API says it. */
export const orNull = <T extends string>(value: T): T | null => (value === '' ? null : value);

/** What the API leaves out, as a form says it. */
export const orBlank = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
