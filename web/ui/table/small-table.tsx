import { Table, Text } from '@mantine/core';
import { RowCells, TableShape } from './table-shape.tsx';
import type { TableColumn } from './table-types.ts';

interface SmallTableProps<T> {
  /** What the rows are, for who cannot see them. */
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  /** What would be here. */
  readonly empty: string;
}

/** A short list that is whole: no pages, no filters. */
export function SmallTable<T>({ label, columns, rows, rowId, empty }: SmallTableProps<T>) {
  if (rows.length === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <TableShape label={label} columns={columns}>
      {rows.map((row) => (
        <Table.Tr key={rowId(row)}>
          <RowCells row={row} columns={columns} />
        </Table.Tr>
      ))}
    </TableShape>
  );
}
