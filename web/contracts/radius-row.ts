import { contractTexts as t } from '../texts/contracts.ts';
import type { Contract } from './contract-types.ts';

/** A distance around a ZIP code, or around a point such as `34.05, -118.24`, as the form holds it. */
export interface RadiusRow {
  readonly middle: string;
  readonly miles: string;
}

export const NEW_RADIUS: RadiusRow = { middle: '', miles: '25' };
const MOST_MILES = 500;

type Radius = NonNullable<Contract['geoFilters']>['radii'][number];

const POINT = /^(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)$/;

/** A radius of the API, for the form. */
export const radiusRowOf = ({ zipCode, latitude, longitude, miles }: Radius): RadiusRow => ({
  middle: zipCode ?? `${latitude}, ${longitude}`,
  miles: String(miles),
});

/** A row of the form, for the API. */
export function radiusOf({ middle, miles }: RadiusRow): Record<string, unknown> {
  const [, latitude, longitude] = POINT.exec(middle.trim()) ?? [];
  if (latitude === undefined) return { zipCode: middle.trim(), miles: Number(miles) };
  return { latitude: Number(latitude), longitude: Number(longitude), miles: Number(miles) };
}

/** "25 miles around 90210" */
export const radiusInWords = ({ middle, miles }: RadiusRow): string => t.radius(miles, middle);

/** What the first incomplete row lacks; null where all is said. */
export function radiusFault(rows: readonly RadiusRow[]): string | null {
  const isMiddle = (text: string): boolean => /^\d{5}$/.test(text.trim()) || POINT.test(text.trim());
  const isFar = (text: string): boolean => /^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) >= 0.1;
  const bad = rows.findIndex(({ middle, miles }) => !isMiddle(middle) || !isFar(miles) || Number(miles) > MOST_MILES);
  return bad < 0 ? null : t.radiusFault(bad + 1, MOST_MILES);
}
