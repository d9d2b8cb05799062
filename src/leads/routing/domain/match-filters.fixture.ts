import assert from 'node:assert/strict';
import { firstMismatch, type Mismatch, subjectOf } from './match-filters.ts';
import { parseCustomFilters } from './parse-custom.ts';
import { parseDemographicFilters } from './parse-demographic.ts';
import { parseGeoFilters } from './parse-geo.ts';
import type { FieldValue } from './terms.ts';

const NOW = new Date('2026-03-08T05:30:00Z');
/** Los Angeles City Hall, Beverly Hills some 10 miles off, and San Francisco. */
const PLACES: Readonly<Record<string, { latitude: number; longitude: number }>> = {
  '90012': { latitude: 34.0537, longitude: -118.2428 },
  '90210': { latitude: 34.1, longitude: -118.41 },
  '94105': { latitude: 37.7898, longitude: -122.3942 },
};
const placeOf = (zipCode: string) => PLACES[zipCode] ?? null;
type Fields = Readonly<Record<string, FieldValue>>;

/** What filters of the wire say of a lead with these fields. */
export function mismatch(
  filters: { geo?: unknown; demographic?: unknown; custom?: unknown },
  fields: Fields,
  timeZone = 'UTC',
): Mismatch | null {
  const [geo, demographic, custom] = [
    parseGeoFilters(filters.geo, placeOf),
    parseDemographicFilters(filters.demographic),
    parseCustomFilters(filters.custom),
  ];
  assert.ok(geo.ok && demographic.ok && custom.ok, JSON.stringify([geo, demographic, custom]));
  return firstMismatch(
    { geo: geo.value, demographic: demographic.value, custom: custom.value },
    subjectOf(fields, { now: NOW, timeZone, placeOf }),
  );
}
export const reason = (...args: Parameters<typeof mismatch>): string | null => mismatch(...args)?.reason ?? null;
