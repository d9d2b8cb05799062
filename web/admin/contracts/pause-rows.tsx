import { ActionIcon, Button, Group, Input, Paper, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { PauseRow } from '../../contracts/schedule-values.ts';
import { wallOf } from '../../contracts/wall-time.ts';
import { scheduleTexts as t } from '../../texts/schedule.ts';
import type { ContractPart } from './contract-part.ts';

type PauseRowsProps = Pick<ContractPart, 'form'> & { readonly zone: string };

const MOST_PAUSES = 100;

/** Stretches of time in which it buys nothing, by the clocks of a zone. */
export function PauseRows({ form, zone }: PauseRowsProps) {
  const rows = form.values.pauses;
  const set = (next: PauseRow[]): void => form.setFieldValue('pauses', next);
  const change = (index: number, part: Partial<PauseRow>): void =>
    set(rows.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Input.Wrapper label={t.pauses} description={t.pausesHint(zone)} error={form.errors['pauses']} labelElement="div">
      <Stack gap="xs" mt={4}>
        {rows.map((row, index) => (
          <Paper key={index} withBorder p="sm" role="group" aria-label={t.pause(index + 1)}>
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" style={{ flex: 1 }}>
                <TimeInput label={t.pauseFrom} at={row.from} zone={zone} set={(from) => change(index, { from })} />
                <TimeInput label={t.pauseTo} at={row.to} zone={zone} set={(to) => change(index, { to })} />
              </SimpleGrid>
              <ActionIcon
                variant="default"
                aria-label={t.removePause(index + 1)}
                onClick={() => set(rows.filter((_, at) => at !== index))}
                size={30}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </Paper>
        ))}
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={rows.length >= MOST_PAUSES}
            onClick={() => set([...rows, { from: '', to: '' }])}
          >
            {t.addPause}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}

interface TimeInputProps {
  readonly label: string;
  readonly at: string;
  readonly zone: string;
  readonly set: (at: string) => void;
}

const TimeInput = ({ label, at, zone, set }: TimeInputProps) => (
  <TextInput
    size="xs"
    type="datetime-local"
    label={label}
    value={wallOf(at, zone)}
    onChange={(event) => set(event.currentTarget.value)}
  />
);
