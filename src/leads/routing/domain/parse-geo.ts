import type { Fault } from '../../../kernel/app-error.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { blame, type FilterInput, readList, readObject, scalarOf, settled } from './filter-input.ts';
import { readRadii } from './parse-radii.ts';
import type { PlaceOf } from './distance.ts';
import type { GeoFilter } from './terms.ts';

const STATES: ReadonlySet<string> = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY ' +
    'NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI FM MH PW AA AE AP'
  ).split(' '),
);
const ZIP_SPELLINGS = ['zipCodes', 'zipcodes', 'zips'];
const MAX_ZIPS = 45_000;
const MAX_CITIES = 5_000;
const MAX_CITY_LENGTH = 100;

/**
 * Reads `geoFilters` (or `geo`) of the wire: `{states, zipCodes|zipcodes|zips, cities, radii, exclude}`.
 * A ZIP code is five digits of text or a prefix such as `902*`; a radius is `{zipCode, miles}`, whose middle is looked
 * up once and kept, or `{latitude, longitude, miles}`. Nothing, or only empty lists, is no filter: null.
 */
export function parseGeoFilters(
  raw: unknown,
  placeOf: PlaceOf,
  path = 'geoFilters',
): Result<GeoFilter | null, readonly Fault[]> {
  if (raw === undefined || raw === null) return ok(null);
  const input: FilterInput = { path, faults: [] };
  const object = readObject(input, raw, ['states', ...ZIP_SPELLINGS, 'zipPrefixes', 'cities', 'radii', 'exclude']);
  if (object === null) return settled(input, null);
  const states = readList(input, object, ['states'], {
    accept: asState,
    help: 'Send the two-letter code of a US state, such as CA.',
    max: 62,
  });
  const zips = readList(input, object, ZIP_SPELLINGS, {
    accept: asZip,
    help: 'Send 5 digits as text, or a prefix such as 902*.',
    max: MAX_ZIPS,
  });
  const prefixes = readList(input, object, ['zipPrefixes'], {
    accept: asPrefix,
    help: 'Send 1 to 4 digits as text.',
    max: MAX_ZIPS,
  });
  const cities = readList(input, object, ['cities'], {
    accept: asCity,
    help: `Send a name of 1 to ${MAX_CITY_LENGTH} characters.`,
    max: MAX_CITIES,
  });
  const radii = readRadii(input, object['radii'], placeOf);
  const exclude = object['exclude'] ?? false;
  if (typeof exclude !== 'boolean') blame(input, '.exclude', 'wrong_type', 'Send true or false.');
  const zipPrefixes = new Set([...prefixes, ...zips.filter((zip) => zip.endsWith('*')).map((zip) => zip.slice(0, -1))]);
  const zipCodes = zips.filter((zip) => !zip.endsWith('*'));
  const empty = states.length + zipCodes.length + zipPrefixes.size + cities.length + radii.length === 0;
  const places = { states, zipCodes, zipPrefixes: [...zipPrefixes], cities, ...(radii.length > 0 ? { radii } : {}) };
  return settled(input, empty ? null : { ...places, exclude: exclude === true });
}

function asState(raw: unknown): string | null {
  const code = typeof raw === 'string' ? raw.trim().toUpperCase() : '';
  return STATES.has(code) ? code : null;
}

const asZip = (raw: unknown): string | null =>
  typeof raw === 'string' && /^(?:\d{5}|\d{1,4}\*)$/.test(raw.trim()) ? raw.trim() : null;
const asPrefix = (raw: unknown): string | null => (typeof raw === 'string' && /^\d{1,4}$/.test(raw) ? raw : null);

function asCity(raw: unknown): string | null {
  const city = typeof raw === 'string' ? scalarOf(raw) : null;
  return typeof city === 'string' && city.length <= MAX_CITY_LENGTH ? city : null;
}
