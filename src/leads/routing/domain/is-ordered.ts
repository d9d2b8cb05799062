import { isCalendarDate } from '../../../kernel/time.ts';
import { numberOf } from './fold.ts';
import type { Bound, FieldValue } from './terms.ts';

/** Compares numbers with numbers and days with days; anything else satisfies no bound. */
export function isOrdered(value: FieldValue, bound: Bound, wanted: (order: number) => boolean): boolean {
  if (typeof bound === 'number') {
    const number = numberOf(value);
    return number !== null && wanted(number - bound);
  }
  if (typeof value !== 'string' || !isCalendarDate(value)) return false;
  return wanted(value === bound ? 0 : value < bound ? -1 : 1);
}
