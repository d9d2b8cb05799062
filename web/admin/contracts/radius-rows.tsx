import { ActionIcon, Button, Group, Input, Paper, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { NEW_RADIUS, type RadiusRow } from '../../contracts/radius-row.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import type { ContractPart } from './contract-part.ts';

const PLUS = { size: 'xs', variant: 'default', leftSection: <IconPlus size={14} aria-hidden /> } as const;

/** Circles around places: a lead may be in any of them, or in one of the ZIP codes. */
export function RadiusRows({ form }: Pick<ContractPart, 'form'>) {
  const rows = form.values.radii;
  const set = (next: RadiusRow[]): void => form.setFieldValue('radii', next);
  const change = (index: number, part: Partial<RadiusRow>): void =>
    set(rows.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Input.Wrapper label={t.radii} description={t.radiiHint} error={form.errors['radii']} labelElement="div">
      <Stack gap="xs" mt={4}>
        {rows.map((row, index) => (
          <Paper key={index} withBorder p="sm" role="group" aria-label={t.radiusNumber(index + 1)}>
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" style={{ flex: 1 }}>
                <TextInput
                  size="xs"
                  label={t.radiusMiddle}
                  placeholder={t.radiusMiddleHint}
                  value={row.middle}
                  onChange={(event) => change(index, { middle: event.currentTarget.value })}
                />
                <TextInput
                  size="xs"
                  label={t.radiusMiles}
                  inputMode="decimal"
                  value={row.miles}
                  onChange={(event) => change(index, { miles: event.currentTarget.value.trim() })}
                />
              </SimpleGrid>
              <ActionIcon
                variant="default"
                aria-label={t.removeRadius(index + 1)}
                onClick={() => set(rows.filter((_, at) => at !== index))}
                size={30}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </Paper>
        ))}
        <Group>
          <Button {...PLUS} onClick={() => set([...rows, NEW_RADIUS])}>
            {t.addRadius}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
