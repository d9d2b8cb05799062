import type { Fault } from '../../../kernel/app-error.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { blame, type FilterInput, readList, readObject, scalarOf, settled } from './filter-input.ts';
import { genderOf, numberOf } from './fold.ts';
import type { DemographicFilter } from './terms.ts';

const MAX_AGE = 150;
const ANY = new Set(['any', 'all']);

/**
 * Reads `demographicFilters` of the wire: `{minAge, maxAge, gender}`, ages in full years with both ends included,
 * `gender` (or `genders`) one word or a list; `any` and `all` set no condition. Nothing at all is no filter: null.
 */
export function parseDemographicFilters(
  raw: unknown,
  path = 'demographicFilters',
): Result<DemographicFilter | null, readonly Fault[]> {
  if (raw === undefined || raw === null) return ok(null);
  const input: FilterInput = { path, faults: [] };
  const object = readObject(input, raw, ['minAge', 'maxAge', 'gender', 'genders']);
  if (object === null) return settled(input, null);
  const [minAge, maxAge] = [readAge(input, object, 'minAge'), readAge(input, object, 'maxAge')];
  if (minAge !== null && maxAge !== null && minAge > maxAge) {
    blame(input, '.maxAge', 'range', 'The maxAge lies below the minAge. Exchange them.');
  }
  const lists = Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, typeof value === 'string' ? [value] : value]),
  );
  const words = readList(input, lists, ['gender', 'genders'], {
    accept: asGender,
    help: 'Send a word such as female or male.',
    max: 20,
  });
  const genders = words.some((word) => ANY.has(word)) ? [] : words;
  const empty = minAge === null && maxAge === null && genders.length === 0;
  return settled(input, empty ? null : { minAge, maxAge, genders });
}

function readAge(input: FilterInput, object: Readonly<Record<string, unknown>>, name: string): number | null {
  if (!Object.hasOwn(object, name)) return null;
  const scalar = scalarOf(object[name]);
  const age = scalar === null || typeof scalar === 'boolean' ? null : numberOf(scalar);
  if (age !== null && Number.isInteger(age) && age >= 0 && age <= MAX_AGE) return age;
  blame(input, `.${name}`, 'not_valid', `Send full years from 0 to ${MAX_AGE}.`);
  return null;
}

function asGender(raw: unknown): string | null {
  const word = typeof raw === 'string' ? scalarOf(raw) : null;
  return typeof word === 'string' && word.length <= 50 ? genderOf(word) : null;
}
