import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { tableTexts as t } from '../../texts/table.ts';
import { furnitureTexts } from '../../texts/furniture.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkAct, DataTableProps } from './table-types.ts';

interface SelectionBarProps<T> {
  readonly table: DataTableProps<T>;
  /** The rows of this page, and those of them that are selected. */
  readonly rows: readonly T[];
  readonly chosen: readonly T[];
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

/** What can be done with the selected rows; what fits none of them is not offered. */
export function SelectionBar<T>({ table, rows, chosen, onSelect }: SelectionBarProps<T>) {
  const [doing, setDoing] = useState<{ readonly act: BulkAct<T>; readonly rows: readonly T[] }>();
  const { acts = [], rowId } = table;
  const fitting = acts.filter(({ fits }) => chosen.some(fits));
  return (
    <>
      {chosen.length === 0 ? null : (
        <Group gap="xs" role="toolbar" aria-label={furnitureTexts.selected(chosen.length)}>
          <Text fw={600} className="figures" role="status">
            {furnitureTexts.selected(chosen.length)}
          </Text>
          {fitting.map((act) => (
            <Button
              key={act.label}
              size="xs"
              variant="default"
              {...(act.isFinal ? { c: 'var(--mantine-color-error)' } : {})}
              onClick={() => setDoing({ act, rows: chosen })}
            >
              {act.label}
            </Button>
          ))}
          {fitting.length === 0 ? <Text c="dimmed">{t.nothingFits}</Text> : null}
          {chosen.length < rows.length ? (
            <Button size="xs" variant="subtle" onClick={() => onSelect(new Set(rows.map(rowId)))}>
              {furnitureTexts.selectAll}
            </Button>
          ) : null}
          <Button size="xs" variant="subtle" onClick={() => onSelect(new Set())}>
            {t.selectNone}
          </Button>
        </Group>
      )}
      {doing ? (
        <BulkDialog
          {...doing}
          table={table}
          onClose={(open) => {
            setDoing(undefined);
            if (open) onSelect(new Set(open.map(rowId)));
          }}
        />
      ) : null}
    </>
  );
}
