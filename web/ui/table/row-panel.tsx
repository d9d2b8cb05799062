import { Button, Drawer, Group, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import type { DataTableProps } from './table-types.ts';

interface RowPanelProps<T> {
  readonly table: DataTableProps<T>;
  readonly row: T | undefined;
  readonly onClose: () => void;
}

/** The essentials of one row at the side, and the way to all of it. */
export function RowPanel<T>({ table, row, onClose }: RowPanelProps<T>) {
  return (
    <Drawer
      opened={row !== undefined}
      onClose={onClose}
      position="right"
      size={440}
      title={row === undefined ? '' : table.rowName(row)}
      overlayProps={{ backgroundOpacity: 0.2 }}
    >
      {row === undefined ? null : (
        <Stack>
          {table.panel?.(row)}
          {table.rowHref ? (
            <Group>
              <Button component={Link} to={table.rowHref(row)} variant="default">
                {t.openPage}
              </Button>
            </Group>
          ) : null}
        </Stack>
      )}
    </Drawer>
  );
}
