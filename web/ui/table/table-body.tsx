import { Box, Checkbox, Table, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useGo } from '../../frame/use-go.ts';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import type { TableState } from './table-state.ts';
import type { DataTableProps, TableColumn } from './table-types.ts';
import css from './table.module.css';

interface TableBodyProps<T> extends Pick<
  DataTableProps<T>,
  'label' | 'rowId' | 'rowName' | 'panel' | 'rowHref' | 'acts'
> {
  readonly rows: readonly T[];
  readonly columns: readonly TableColumn<T>[];
  readonly state: TableState;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  /** Whether newer rows are on their way. */
  readonly isStale: boolean;
}

/** The rows: a table, and cards where there is no room for one. */
export function TableBody<T>(props: TableBodyProps<T>) {
  const { label, rows, columns, acts = [], rowId, selected, onSelect } = props;
  const isSelectable = acts.length > 0;
  const all = rows.length > 0 && rows.every((row) => selected.has(rowId(row)));
  return (
    <Box className={css.ground} data-stale={props.isStale || undefined} aria-busy={props.isStale}>
      <Table.ScrollContainer minWidth={0} tabIndex={0} aria-label={label} role="region">
        <Table className={css.table} highlightOnHover verticalSpacing={6} aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {isSelectable ? (
                <Table.Th w={36}>
                  <Checkbox
                    size="xs"
                    aria-label={t.selectAll}
                    checked={all}
                    indeterminate={!all && selected.size > 0}
                    onChange={() => onSelect(new Set(all ? [] : rows.map(rowId)))}
                  />
                </Table.Th>
              ) : null}
              {columns.map((column) => (
                <Table.Th key={column.id} data-numeric={column.numeric || undefined}>
                  {column.label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <BodyRow key={rowId(row)} row={row} isSelectable={isSelectable} {...props} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Box>
  );
}

function BodyRow<T>(props: TableBodyProps<T> & { readonly row: T; readonly isSelectable: boolean }) {
  const { row, columns, rowId, rowName, state, selected, onSelect, isSelectable, panel, rowHref } = props;
  const go = useGo();
  const id = rowId(row);
  const name = rowName(row);
  const opens = panel !== undefined || rowHref !== undefined;
  const open = (): void => {
    if (panel) state.setOpen(id);
    else if (rowHref) go(rowHref(row));
  };
  const toggle = (): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <Table.Tr
      data-open={state.openId === id || undefined}
      data-opens={opens || undefined}
      onClick={opens ? open : undefined}
    >
      {isSelectable ? (
        <Table.Td onClick={(event) => event.stopPropagation()}>
          <Checkbox size="xs" aria-label={t.select(name)} checked={selected.has(id)} onChange={toggle} />
        </Table.Td>
      ) : null}
      {columns.map((column, index) => (
        <Table.Td key={column.id} data-label={column.label} data-numeric={column.numeric || undefined}>
          {index === 0 && opens ? (
            <UnstyledButton
              className={css.opener}
              onClick={(event) => {
                event.stopPropagation();
                open();
              }}
            >
              <VisuallyHidden>{`${t.open} ${name}: `}</VisuallyHidden>
              {column.cell(row)}
            </UnstyledButton>
          ) : (
            column.cell(row)
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
