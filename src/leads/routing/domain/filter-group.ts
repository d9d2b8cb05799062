import type { CustomFilter, FieldFilter, FilterGroup } from './terms.ts';

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
