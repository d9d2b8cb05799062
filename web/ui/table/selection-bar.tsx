import { Button, Group, Text } from '@mantine/core';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import type { BulkAct } from './table-types.ts';

interface SelectionBarProps<T> {
  readonly acts: readonly BulkAct<T>[];
  readonly rows: readonly T[];
  readonly onClear: () => void;
}

/** What can be done with the selected rows. */
export function SelectionBar<T>({ acts, rows, onClear }: SelectionBarProps<T>) {
  if (rows.length === 0) return null;
  return (
    <Group gap="xs" role="toolbar" aria-label={t.selected(rows.length)}>
      <Text fw={600}>{t.selected(rows.length)}</Text>
      {acts.map(({ label, run }) => (
        <Button
          key={label}
          size="xs"
          variant="default"
          onClick={() => {
            run(rows);
            onClear();
          }}
        >
          {label}
        </Button>
      ))}
      <Button size="xs" variant="subtle" onClick={onClear}>
        {t.cancel}
      </Button>
    </Group>
  );
}
