import type { Point, Radius } from './terms.ts';

/** The mean radius of the earth (IUGG), in miles. */
const EARTH_MILES = 3958.7613;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Where the middle of a ZIP code lies; null for one that is not known. */
export type PlaceOf = (zipCode: string) => Point | null;

/** Miles between two points by the great circle (haversine), good to half a per cent. */
function milesBetween(one: Point, other: Point): number {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const across =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * half(one.longitude, other.longitude);
  return 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(across)));
}

/** Whether a radius holds a point, its edge included. */
export const isWithin = (radius: Radius, point: Point): boolean => milesBetween(radius, point) <= radius.miles;
