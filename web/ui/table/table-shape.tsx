import { Box, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { ColumnHead, type Sorting } from './column-head.tsx';
import type { TableColumn } from './table-types.ts';
import css from './table.module.css';

interface TableShapeProps<T> {
  /** What the rows are, for who cannot see them. */
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  /** A heading before those of the columns: the box that selects all. */
  readonly before?: ReactNode;
  /** The order, where it can be changed. */
  readonly sorting?: Sorting;
  /** Whether newer rows are on their way. */
  readonly isStale?: boolean;
  /** Whether the row under the pointer is marked. */
  readonly marksRows?: boolean;
  /** The rows. */
  readonly children: ReactNode;
}

/** Marks a scroller while all of its table is seen without scrolling sideways. */
function watchRoom(scroller: HTMLDivElement | null): (() => void) | undefined {
  if (!scroller) return undefined;
  const mark = (): void => void scroller.toggleAttribute('data-fits', scroller.scrollWidth <= scroller.clientWidth);
  const observer = new ResizeObserver(mark);
  observer.observe(scroller);
  for (const table of scroller.querySelectorAll('table')) observer.observe(table);
  return () => observer.disconnect();
}

/** Columns with their headings, and rows that become cards where there is no room for a table. */
export const TableShape = <T,>(props: TableShapeProps<T>) => {
  const { label, columns, before, sorting, isStale = false, marksRows = false, children } = props;
  return (
    <Box className={css.ground} data-stale={isStale || undefined} aria-busy={isStale}>
      <Table.ScrollContainer
        ref={watchRoom}
        className={css.scroller}
        minWidth={0}
        type="native"
        tabIndex={0}
        aria-label={label}
        role="region"
      >
        <Table className={css.table} highlightOnHover={marksRows} verticalSpacing={6} aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {before}
              {columns.map((column) => (
                <ColumnHead key={column.id} column={column} sorting={sorting} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Box>
  );
};

interface RowCellsProps<T> {
  readonly row: T;
  readonly columns: readonly TableColumn<T>[];
  /** What the first cell is put into: the button that opens the row. */
  readonly wrapFirst?: ((content: ReactNode) => ReactNode) | undefined;
}

/** What the columns say of a row. */
export const RowCells = <T,>({ row, columns, wrapFirst }: RowCellsProps<T>) =>
  columns.map(({ id, label, numeric, cell }, index) => (
    <Table.Td key={id} data-label={label} data-numeric={numeric || undefined}>
      {index === 0 && wrapFirst ? wrapFirst(cell(row)) : cell(row)}
    </Table.Td>
  ));
