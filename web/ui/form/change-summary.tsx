import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import type { Change } from './changes.ts';

interface ChangeSummaryProps {
  readonly changes: readonly Change[];
  readonly note: ReactNode;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What will be otherwise, before it is. */
export const ChangeSummary = ({ changes, note, busy, onConfirm, onCancel }: ChangeSummaryProps) => (
  <Modal opened onClose={onCancel} title={t.changesTitle}>
    <Stack>
      <List>
        {changes.map(({ label, before, after }) => (
          <List.Item key={label}>
            <Text span fw={600}>
              {label}
            </Text>
            {': '}
            <Text span c="dimmed" td="line-through">
              {before}
            </Text>
            {' → '}
            <Text span>{after}</Text>
          </List.Item>
        ))}
      </List>
      {note ? <Text c="dimmed">{note}</Text> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
        <Button onClick={onConfirm} loading={busy} data-autofocus>
          {t.save}
        </Button>
      </Group>
    </Stack>
  </Modal>
);
