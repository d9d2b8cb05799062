import { Box, Table, Text } from '@mantine/core';
import type { TableColumn } from './table-types.ts';
import css from './table.module.css';

interface SmallTableProps<T> {
  /** What the rows are, for who cannot see them. */
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  /** What would be here. */
  readonly empty: string;
}

/** A short list that is whole: no pages, no filters. Cards where there is no room for a table. */
export function SmallTable<T>({ label, columns, rows, rowId, empty }: SmallTableProps<T>) {
  if (rows.length === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <Box className={css.ground}>
      <Table.ScrollContainer minWidth={0} type="native" tabIndex={0} aria-label={label} role="region">
        <Table className={css.table} verticalSpacing={6} aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.id} data-numeric={column.numeric || undefined}>
                  {column.label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={rowId(row)}>
                {columns.map((column) => (
                  <Table.Td key={column.id} data-label={column.label} data-numeric={column.numeric || undefined}>
                    {column.cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Box>
  );
}
