import type { PlaceOf } from './distance.ts';
import { blame, type FilterInput, readObject, scalarOf } from './filter-input.ts';
import { numberOf } from './fold.ts';
import type { Radius } from './terms.ts';

const MAX_RADII = 50;
const MAX_MILES = 500;

/** Reads a list of `{zipCode, miles}` or `{latitude, longitude, miles}`, at most fifty of at most 500 miles. */
export function readRadii(input: FilterInput, raw: unknown, placeOf: PlaceOf): Radius[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    blame(input, '.radii', 'wrong_type', 'Send a list.');
    return [];
  }
  if (raw.length > MAX_RADII) {
    blame(input, '.radii', 'too_many', `Send at most ${MAX_RADII} entries.`);
    return [];
  }
  return raw.flatMap((one: unknown, index) => {
    const at = { path: `${input.path}.radii.${index}`, faults: input.faults };
    return readRadius(at, one, placeOf) ?? [];
  });
}

function readRadius(at: FilterInput, raw: unknown, placeOf: PlaceOf): Radius | null {
  const given = readObject(at, raw, ['zipCode', 'latitude', 'longitude', 'miles']);
  if (given === null) return null;
  const { zipCode } = given;
  const miles = readNumber(at, given, 'miles', [0.1, MAX_MILES]);
  if (zipCode === undefined) {
    const latitude = readNumber(at, given, 'latitude', [-90, 90]);
    const longitude = readNumber(at, given, 'longitude', [-180, 180]);
    return miles === null || latitude === null || longitude === null
      ? null
      : { zipCode: null, latitude, longitude, miles };
  }
  const zip = typeof zipCode === 'string' ? zipCode.trim() : '';
  const point = /^\d{5}$/.test(zip) ? placeOf(zip) : null;
  if (point === null) {
    const help = 'Send 5 digits as text of a ZIP code that stands on the map of the census, or latitude and longitude.';
    blame(at, '.zipCode', 'not_valid', help);
    return null;
  }
  return miles === null ? null : { zipCode: zip, ...point, miles };
}

function readNumber(
  at: FilterInput,
  given: Readonly<Record<string, unknown>>,
  name: string,
  [min, max]: readonly [number, number],
): number | null {
  const scalar = scalarOf(given[name]);
  const number = scalar === null || typeof scalar === 'boolean' ? null : numberOf(scalar);
  if (number !== null && number >= min && number <= max) return number;
  blame(at, `.${name}`, 'not_valid', `Send a number from ${min} to ${max}.`);
  return null;
}
