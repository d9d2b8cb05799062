import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import type { TableState } from './table-state.ts';
import type { TableColumn } from './table-types.ts';

interface ColumnChoiceProps<T> {
  readonly columns: readonly TableColumn<T>[];
  readonly state: TableState;
}

/** Which columns are shown; at least one stays. */
export function ColumnChoice<T>({ columns, state }: ColumnChoiceProps<T>) {
  const shown = new Set(state.columnIds);
  const toggle = (id: string): void => {
    const next = columns.map((column) => column.id).filter((one) => (one === id ? !shown.has(one) : shown.has(one)));
    if (next.length > 0) state.setColumns(next);
  };
  return (
    <Popover position="bottom-end" shadow="md" transitionProps={{ duration: 0 }} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={14} aria-hidden />}>
          {t.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.chooseColumns}>
        <Stack gap="xs">
          {columns.map(({ id, label }) => (
            <Checkbox key={id} size="xs" label={label} checked={shown.has(id)} onChange={() => toggle(id)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
