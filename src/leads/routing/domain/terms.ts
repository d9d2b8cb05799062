/** A normalised value of a lead field, as intake hands it over. */
export type FieldValue = string | number | boolean;

/** What a filter compares with: a number, or a day `YYYY-MM-DD`. */
export type Bound = number | string;

/** A place on the map, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** All that lies so many miles around a point. `zipCode` is kept where the point was given as the middle of one. */
export interface Radius extends Point {
  readonly zipCode: string | null;
  readonly miles: number;
}

/**
 * Where a contract buys. Each list that is not empty must hold the lead's value; with `exclude`, none may hold it.
 * `states` are two-letter codes, `zipCodes` five digits, `zipPrefixes` one to four (written `902*` on the wire). ZIP
 * codes, prefixes and `radii` are one list: a radius stands for the ZIP codes whose middle it holds.
 */
export interface GeoFilter {
  readonly states: readonly string[];
  readonly zipCodes: readonly string[];
  readonly zipPrefixes: readonly string[];
  readonly cities: readonly string[];
  /** Left out where there is none. */
  readonly radii?: readonly Radius[];
  readonly exclude: boolean;
}

/** Ages in full years, both ends included; `genders` empty means any. */
export interface DemographicFilter {
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly genders: readonly string[];
}

/** A condition on one field. `greater_than` and `less_than` are strict, `between` includes its ends. */
export type FieldFilter =
  | { readonly field: string; readonly operator: 'equals' | 'not_equals'; readonly value: FieldValue }
  | { readonly field: string; readonly operator: 'contains'; readonly value: string }
  | { readonly field: string; readonly operator: 'in' | 'not_in'; readonly values: readonly FieldValue[] }
  | { readonly field: string; readonly operator: 'greater_than' | 'less_than'; readonly value: Bound }
  | { readonly field: string; readonly operator: 'between'; readonly min?: Bound; readonly max?: Bound }
  | { readonly field: string; readonly operator: 'is_empty' | 'is_not_empty' };

/** A group of conditions: one of `any` is enough, `all` must hold. */
export type FilterGroup = { readonly any: readonly CustomFilter[] } | { readonly all: readonly CustomFilter[] };

/** A condition, or a group of them. */
export type CustomFilter = FieldFilter | FilterGroup;

/** All filters of a contract; every one must pass. */
export interface ContractFilters {
  readonly geo: GeoFilter | null;
  readonly demographic: DemographicFilter | null;
  readonly custom: readonly CustomFilter[];
}

/** Whom a lead is offered to first, and whom when none of those took it. */
export type Pool = 'primary' | 'fallback';

/**
 * One immutable version of a contract as the decision sees it, on one offer. Statuses other than `active` refuse.
 * `priceCents` is what this offer would pay. `priority`: lowest first. `exclusiveOnly` keeps it from offers that sell a
 * lead more than once. `consentScope` `named` asks that the lead's consent name this buyer.
 */
export interface ContractTerms extends ContractFilters {
  readonly contractId: string;
  readonly version: number;
  readonly contractName: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly contractStatus: string;
  readonly buyerStatus: string;
  readonly verticalId: string;
  readonly pool: Pool;
  readonly priceCents: number;
  readonly priority: number;
  readonly weight: number;
  readonly exclusiveOnly: boolean;
  readonly consentScope?: 'any' | 'named';
}

export const isGroup = (filter: CustomFilter): filter is FilterGroup => 'any' in filter || 'all' in filter;

/** The conditions and groups that stand in a group. */
export const membersOf = (group: FilterGroup): readonly CustomFilter[] => ('any' in group ? group.any : group.all);

/** Every condition on a field, however deep in groups. */
export const fieldFiltersOf = (filters: readonly CustomFilter[]): FieldFilter[] =>
  filters.flatMap((filter) => (isGroup(filter) ? fieldFiltersOf(membersOf(filter)) : [filter]));

/** Each condition on a field with its path below the list: `0` or `2.any.1`. */
export const filterPaths = (filters: readonly CustomFilter[]): { readonly path: string; readonly field: string }[] =>
  filters.flatMap((filter, index) =>
    isGroup(filter)
      ? filterPaths(membersOf(filter)).map(({ path, field }) => ({
          path: `${index}.${'any' in filter ? 'any' : 'all'}.${path}`,
          field,
        }))
      : [{ path: String(index), field: filter.field }],
  );
