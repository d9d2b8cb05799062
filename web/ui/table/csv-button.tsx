import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { PageFailed } from '../../frame/page-states.tsx';
import { furnitureTexts } from '../../texts/furniture.ts';
import { tableTexts as t } from '../../texts/table.ts';
import type { TableState } from './table-state.ts';
import type { DataTableProps } from './table-types.ts';
import { CSV_MOST, useCsv } from './use-csv.ts';

interface CsvButtonProps<T> {
  readonly table: DataTableProps<T>;
  readonly state: TableState;
}

/** The list as it is filtered and shown, as a file. */
export function CsvButton<T>({ table, state }: CsvButtonProps<T>) {
  const [isOpen, setOpen] = useState(false);
  const csv = useCsv(table, state);
  const close = (): void => {
    csv.giveUp();
    setOpen(false);
  };
  const save = (): void => {
    setOpen(true);
    csv.save(() => setOpen(false));
  };
  return (
    <>
      <Button variant="default" size="xs" leftSection={<IconDownload size={14} aria-hidden />} onClick={save}>
        {t.csv}
      </Button>
      {isOpen ? (
        <Modal opened onClose={close} title={t.csvTitle}>
          <Stack>
            {csv.error === undefined ? null : <PageFailed error={csv.error} onRetry={save} />}
            {csv.isCut ? <Text>{t.csvCut(CSV_MOST)}</Text> : null}
            {csv.isLoading ? (
              <>
                <Progress value={(csv.rows / CSV_MOST) * 100} aria-label={t.progress} transitionDuration={0} />
                <Text role="status" className="figures">
                  {t.csvRows(csv.rows)}
                </Text>
              </>
            ) : null}
            <Group justify="flex-end">
              <Button variant="default" onClick={close} data-autofocus>
                {csv.isLoading ? furnitureTexts.cancel : t.close}
              </Button>
            </Group>
          </Stack>
        </Modal>
      ) : null}
    </>
  );
}
