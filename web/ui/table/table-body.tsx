import { Checkbox, Table, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useGo } from '../../frame/use-go.ts';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import { RowCells, TableShape } from './table-shape.tsx';
import type { TableState } from './table-state.ts';
import type { DataTableProps, TableColumn } from './table-types.ts';
import css from './table.module.css';

interface TableBodyProps<T> extends Pick<
  DataTableProps<T>,
  'label' | 'rowId' | 'rowName' | 'chosenName' | 'panel' | 'rowHref' | 'acts'
> {
  readonly rows: readonly T[];
  readonly columns: readonly TableColumn<T>[];
  readonly state: TableState;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  /** Whether newer rows are on their way; such as go are not selected any more. */
  readonly isStale: boolean;
}

/** The rows of a page of a list. */
export function TableBody<T>(props: TableBodyProps<T>) {
  const { label, rows, columns, state, acts = [], rowId, selected, onSelect, isStale } = props;
  const isSelectable = acts.length > 0;
  const all = rows.every((row) => selected.has(rowId(row)));
  const some = rows.some((row) => selected.has(rowId(row)));
  const selectAll = isSelectable ? (
    <Table.Th w={36}>
      <Checkbox
        size="xs"
        aria-label={t.selectAll}
        checked={all}
        indeterminate={!all && some}
        disabled={isStale}
        onChange={() => onSelect(new Set(all ? [] : rows.map(rowId)))}
      />
    </Table.Th>
  ) : null;
  return (
    <TableShape label={label} columns={columns} before={selectAll} sorting={state} isStale={isStale} marksRows>
      {rows.map((row) => (
        <BodyRow key={rowId(row)} row={row} isSelectable={isSelectable} {...props} />
      ))}
    </TableShape>
  );
}

type BodyRowProps<T> = TableBodyProps<T> & { readonly row: T; readonly isSelectable: boolean };

function BodyRow<T>(props: BodyRowProps<T>) {
  const { row, columns, rowId, rowName, state, isSelectable, panel, rowHref } = props;
  const go = useGo();
  const id = rowId(row);
  const opens = panel !== undefined || rowHref !== undefined;
  const open = (): void => {
    if (panel) state.setOpen(id);
    else if (rowHref) go(rowHref(row));
  };
  const opener = (content: ReactNode): ReactNode => (
    <UnstyledButton
      className={css.opener}
      onClick={(event) => {
        event.stopPropagation();
        open();
      }}
    >
      <VisuallyHidden>{`${t.open} ${rowName(row)}: `}</VisuallyHidden>
      {content}
    </UnstyledButton>
  );
  return (
    <Table.Tr
      data-open={state.openId === id || undefined}
      data-opens={opens || undefined}
      onClick={opens ? open : undefined}
    >
      {isSelectable ? <SelectCell {...props} /> : null}
      <RowCells row={row} columns={columns} wrapFirst={opens ? opener : undefined} />
    </Table.Tr>
  );
}

/** The box that selects a row. */
function SelectCell<T>({ row, rowId, rowName, chosenName = rowName, selected, onSelect, isStale }: BodyRowProps<T>) {
  const id = rowId(row);
  const toggle = (): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <Table.Td data-select onClick={(event) => event.stopPropagation()}>
      <Checkbox
        size="xs"
        aria-label={t.select(chosenName(row))}
        checked={selected.has(id)}
        disabled={isStale}
        onChange={toggle}
      />
    </Table.Td>
  );
}
