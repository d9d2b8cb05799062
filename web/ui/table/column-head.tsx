import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { TableColumn } from './table-types.ts';
import css from './table.module.css';

/** The order of a list, and how to change it. */
export interface Sorting {
  readonly sort: string | undefined;
  readonly setSort: (sort: string | undefined) => void;
}

interface ColumnHeadProps<T> {
  readonly column: TableColumn<T>;
  readonly sorting: Sorting | undefined;
}

const WORDS = { up: 'ascending', down: 'descending', none: 'none' } as const;
const ICONS = { up: IconArrowUp, down: IconArrowDown, none: IconArrowsSort } as const;

/** The heading of a column; where the API knows its order, a button: upwards, downwards, as usual. */
export function ColumnHead<T>({ column: { label, numeric, sort }, sorting }: ColumnHeadProps<T>) {
  if (sorting === undefined || sort === undefined)
    return <Table.Th data-numeric={numeric || undefined}>{label}</Table.Th>;
  const now = sorting.sort === sort ? 'up' : sorting.sort === `-${sort}` ? 'down' : 'none';
  const next = { none: sort, up: `-${sort}`, down: undefined }[now];
  const Icon = ICONS[now];
  return (
    <Table.Th data-numeric={numeric || undefined} aria-sort={WORDS[now]}>
      <UnstyledButton
        className={css.sorter}
        data-sorted={now !== 'none' || undefined}
        onClick={() => sorting.setSort(next)}
      >
        {label}
        <Icon size={13} stroke={2} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}
