import { useLocation, useNavigate } from '@tanstack/react-router';
import { failPage } from '../../frame/fail-page.ts';
import { usePageSearch } from '../../frame/page-search.ts';
import type { TableColumn, TableFilter } from './table-types.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The positions of the pages before this one, for a step back; not part of a copied link. */
    tableTrail?: readonly string[];
  }
}

/** The words of the address that are not filters. */
const POSITION = 'position';
const COLUMNS = 'columns';
const OPEN = 'open';
const SORT = 'sort';

export interface TableState {
  readonly filters: Readonly<Record<string, string>>;
  readonly position: string | undefined;
  /** The order, as a wish says it; undefined for the usual one. */
  readonly sort: string | undefined;
  readonly columnIds: readonly string[];
  /** The row whose panel is open. */
  readonly openId: string | undefined;
  readonly canGoBack: boolean;
  setFilter(id: string, value: string | undefined): void;
  clearFilters(): void;
  setSort(sort: string | undefined): void;
  setColumns(ids: readonly string[]): void;
  setOpen(id: string | undefined): void;
  goNext(position: string): void;
  goBack(): void;
  goFirst(): void;
}

/** Everything that a table shows stands in the address: a link, a reload and the way back give the same view. */
export function useTableState<T>(columns: readonly TableColumn<T>[], filters: readonly TableFilter[]): TableState {
  const [search, change] = usePageSearch();
  const navigate = useNavigate();
  const { state } = useLocation();
  const trail = state.tableTrail ?? [];
  const position = search[POSITION];
  const move = (to: string | undefined, tableTrail: readonly string[]): void => {
    const merged = (before: object) => ({ ...before, [POSITION]: to === '' ? undefined : to, [OPEN]: undefined });
    navigate({ to: '.', search: merged, state: { tableTrail } }).catch(failPage);
  };
  const usual = columns.filter((column) => !column.extra).map(({ id }) => id);
  const chosen = search[COLUMNS]?.split(',').filter((id) => columns.some((column) => column.id === id));
  const set = Object.fromEntries(
    filters.flatMap(({ id }) => (search[id] === undefined ? [] : [[id, search[id]]])),
  ) as Readonly<Record<string, string>>;
  const restart = { [POSITION]: undefined, [OPEN]: undefined };
  return {
    filters: set,
    position,
    sort: knownSort(columns, search[SORT]),
    columnIds: chosen && chosen.length > 0 ? chosen : usual,
    openId: search[OPEN],
    canGoBack: trail.length > 0,
    setFilter: (id, value) => change({ [id]: value, ...restart }),
    clearFilters: () => change({ ...Object.fromEntries(filters.map(({ id }) => [id, undefined])), ...restart }),
    setSort: (sort) => change({ [SORT]: sort, ...restart }),
    setColumns: (ids) => change({ [COLUMNS]: sameIds(ids, usual) ? undefined : ids.join(',') }, { replace: true }),
    setOpen: (id) => change({ [OPEN]: id }),
    goNext: (to) => move(to, [...trail, position ?? '']),
    goBack: () => move(trail.at(-1), trail.slice(0, -1)),
    goFirst: () => move(undefined, []),
  };
}

/** An order that a column has; any other word of an address is none. */
const knownSort = <T>(columns: readonly TableColumn<T>[], word: string | undefined): string | undefined =>
  columns.some(({ sort }) => sort !== undefined && sort === word?.replace(/^-/, '')) ? word : undefined;

const sameIds = (some: readonly string[], others: readonly string[]): boolean => some.join() === others.join();

/** What of an address a kept view holds: filters and columns, not the page or the open row. */
export const shownWords = (search: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(search).filter(([word]) => word !== POSITION && word !== OPEN));
