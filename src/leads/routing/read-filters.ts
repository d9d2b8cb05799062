import type { Fault } from '../../kernel/app-error.ts';
import type { Result } from '../../kernel/result.ts';
import { parseCustomFilters } from './domain/parse-custom.ts';
import { parseDemographicFilters } from './domain/parse-demographic.ts';
import { parseGeoFilters } from './domain/parse-geo.ts';
import type { ContractFilters } from './domain/terms.ts';
import { placeOfZip } from './find-place.ts';

/** The filters of a request, in either spelling of the wire contract; what is undefined is not said. */
export interface FiltersBody {
  readonly geoFilters?: unknown;
  readonly geo?: unknown;
  readonly demographicFilters?: unknown;
  readonly customFilters?: unknown;
}

export const NO_FILTERS: ContractFilters = { geo: null, demographic: null, custom: [] };

/** Reads filters over those before, and collects every fault. */
export function readFilters(
  body: FiltersBody,
  before: ContractFilters = NO_FILTERS,
): { readonly filters: ContractFilters; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const settle = <T>(raw: unknown, kept: T, parse: (raw: unknown) => Result<T, readonly Fault[]>): T => {
    if (raw === undefined) return kept;
    const result = parse(raw);
    if (result.ok) return result.value;
    faults.push(...result.error);
    return kept;
  };
  // Null in one spelling beside places in the other means the places: a filter is never lost to an empty field.
  const geoField =
    body.geoFilters === undefined || (body.geoFilters === null && isGiven(body.geo)) ? 'geo' : 'geoFilters';
  if (isGiven(body.geoFilters) && isGiven(body.geo))
    faults.push({ field: 'geo', rule: 'conflict', message: 'Says the same as geoFilters. Send one of them.' });
  return {
    filters: {
      geo: settle(body[geoField], before.geo, (raw) => parseGeoFilters(raw, placeOfZip, geoField)),
      demographic: settle(body.demographicFilters, before.demographic, parseDemographicFilters),
      custom: settle(body.customFilters, before.custom, parseCustomFilters),
    },
    faults,
  };
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
