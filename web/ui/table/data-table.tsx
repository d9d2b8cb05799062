import { Group, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PageFailed } from '../../frame/page-states.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { CsvButton } from './csv-button.tsx';
import { RowPanel } from './row-panel.tsx';
import { SavedViews } from './saved-views.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TableBody } from './table-body.tsx';
import { TableFilters } from './table-filters.tsx';
import { TableFooter } from './table-footer.tsx';
import { type TableState, useTableState } from './table-state.ts';
import { TableEmpty, TableSkeleton } from './table-states.tsx';
import type { DataTableProps, TableFilter, TableWish } from './table-types.ts';
import css from './table.module.css';
import { useSelection } from './use-selection.ts';

const LIMIT = 50;
const NO_FILTERS: readonly TableFilter[] = [];

/** A list from the server: filters, columns and the page in the address, a panel for each row, acts on many. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { name, of, columns, filters = NO_FILTERS, load, rowId, empty } = props;
  const state = useTableState(columns, filters);
  const wish: TableWish = { filters: state.filters, position: state.position, sort: state.sort, limit: LIMIT };
  const list = useQuery({
    queryKey: of === undefined ? [name, 'list', wish] : [name, 'list', wish, of],
    queryFn: () => load(wish),
    placeholderData: keepPreviousData,
  });
  const selection = useSelection(wish);
  const rows = list.data?.rows ?? [];
  const isFiltered = Object.keys(state.filters).length > 0;
  const shown = columns.filter(({ id }) => state.columnIds.includes(id));
  const opened = rows.find((row) => rowId(row) === state.openId);
  const chosen = rows.filter((row) => selection.ids.has(rowId(row)));
  return (
    <Stack gap="sm">
      <Toolbar table={props} state={state} />
      <SelectionBar table={props} rows={rows} chosen={chosen} onSelect={selection.set} />
      {list.isError ? <PageFailed error={list.error} onRetry={() => list.refetch()} /> : null}
      {list.isPending ? <TableSkeleton columns={shown.length} /> : null}
      {list.data && rows.length === 0 ? (
        <TableEmpty
          isFiltered={isFiltered || state.position !== undefined}
          empty={empty}
          onClear={() => state.clearFilters()}
        />
      ) : null}
      {rows.length > 0 ? (
        <TableBody
          {...props}
          rows={rows}
          columns={shown}
          state={state}
          selected={selection.ids}
          onSelect={selection.set}
          isStale={list.isPlaceholderData}
        />
      ) : null}
      {list.data ? <TableFooter list={list} page={list.data} state={state} /> : null}
      {props.panel ? <RowPanel table={props} row={opened} onClose={() => state.setOpen(undefined)} /> : null}
    </Stack>
  );
}

/** What narrows the list, and what is done with all of it. */
function Toolbar<T>({ table, state }: { readonly table: DataTableProps<T>; readonly state: TableState }) {
  return (
    <Group justify="space-between" align="end" gap="sm" className={css.tools}>
      <TableFilters filters={table.filters ?? NO_FILTERS} state={state} />
      <Group gap="xs" ml="auto">
        {table.tools}
        {table.csv === false ? null : <CsvButton table={table} state={state} />}
        <SavedViews name={table.name} />
        <ColumnChoice columns={table.columns} state={state} />
      </Group>
    </Group>
  );
}
