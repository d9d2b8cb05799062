import { unreachable } from '../../../kernel/result.ts';
import { membersOf } from './terms.ts';
import type { CustomFilter, FieldFilter, FieldValue, Radius } from './terms.ts';

const NAMED = 10;
const MAX_LENGTH = 200;

/** The first entries of a contract's list of `count`, and how many more there are. */
export function named(list: readonly FieldValue[], count = list.length): string {
  const first = list.slice(0, NAMED);
  return clip(count > first.length ? `${first.join(', ')} and ${count - first.length} more` : first.join(', '));
}

/** What a contract asks of a field, in words: `one of PPO, HMO`. */
export function describeFilter(filter: FieldFilter): string {
  switch (filter.operator) {
    case 'equals':
      return clip(String(filter.value));
    case 'not_equals':
      return clip(`anything but ${filter.value}`);
    case 'contains':
      return clip(`a text that contains ${filter.value}`);
    case 'in':
      return `one of ${named(filter.values)}`;
    case 'not_in':
      return `none of ${named(filter.values)}`;
    case 'greater_than':
      return `more than ${filter.value}`;
    case 'less_than':
      return `less than ${filter.value}`;
    case 'between':
      return [
        filter.min === undefined ? '' : `at least ${filter.min}`,
        filter.max === undefined ? '' : `at most ${filter.max}`,
      ]
        .filter((part) => part !== '')
        .join(' and ');
    case 'is_empty':
      return 'no value';
    case 'is_not_empty':
      return 'any value';
    default:
      return unreachable(filter);
  }
}

/** What a group of conditions asks, in words: `insurance one of PPO, HMO, or age more than 64`. */
export function describeGroup(filter: CustomFilter): string {
  const words = (one: CustomFilter, isInner: boolean): string => {
    if (!('any' in one) && !('all' in one)) return `${one.field} ${describeFilter(one)}`;
    const text = membersOf(one)
      .map((member) => words(member, true))
      .join('any' in one ? ', or ' : ', and ');
    return isInner ? `(${text})` : text;
  };
  return clip(words(filter, false));
}

/** A radius in words: `within 25 miles of 90210`. */
export const describeRadius = ({ zipCode, latitude, longitude, miles }: Radius): string =>
  `within ${miles} miles of ${zipCode ?? `${latitude}, ${longitude}`}`;

const clip = (text: string): string =>
  text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1).toWellFormed()}…` : text;
