import { ActionIcon, Button, Group, Input, Paper, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { LeadField } from '../../fields/lead-field.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import type { ContractPart } from './contract-part.ts';
import { type FilterRow, NEW_ROW } from '../../contracts/filter-row.ts';
import { FilterValue } from './filter-value.tsx';

const OPERATORS = Object.entries(t.operators).map(([value, label]) => ({ value, label }));

/** Conditions on fields of the lead: all of them must hold. */
export function FilterRows({ form, fields }: ContractPart) {
  const rows = form.values.customFilters;
  const set = (next: FilterRow[]): void => form.setFieldValue('customFilters', next);
  return (
    <Input.Wrapper label={t.filters} error={form.errors['customFilters']} labelElement="div">
      <Stack gap="xs" mt={4}>
        {rows.length === 0 ? (
          <Text size="sm" c="dimmed">
            {form.values.verticalId === '' ? t.chooseVertical : t.noFilters}
          </Text>
        ) : null}
        {rows.map((row, index) => (
          <Row
            key={index}
            number={index + 1}
            row={row}
            fields={fields}
            onChange={(changed) => set(rows.map((one, at) => (at === index ? { ...one, ...changed } : one)))}
            onRemove={() => set(rows.filter((_, at) => at !== index))}
          />
        ))}
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={fields.length === 0}
            onClick={() => set([...rows, NEW_ROW])}
          >
            {t.addFilter}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}

interface RowProps {
  readonly number: number;
  readonly row: FilterRow;
  readonly fields: readonly LeadField[];
  readonly onChange: (changed: Partial<FilterRow>) => void;
  readonly onRemove: () => void;
}

function Row({ number, row, fields, onChange, onRemove }: RowProps) {
  const known = fields.map(({ name, label }) => ({ value: name, label }));
  const isGone = row.field !== '' && fields.length > 0 && !fields.some(({ name }) => name === row.field);
  const options = isGone ? [...known, { value: row.field, label: row.field }] : known;
  return (
    <Paper withBorder p="sm" role="group" aria-label={t.filter(number)}>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <Stack gap="xs" style={{ flex: 1, minWidth: 0 }}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing="xs">
            <Select
              size="xs"
              label={t.filterField}
              data={options}
              searchable
              value={row.field || null}
              onChange={(field) => onChange({ field: field ?? '', value: '', values: [] })}
            />
            <Select
              size="xs"
              label={t.filterOperator}
              data={OPERATORS}
              value={row.operator || null}
              onChange={(operator) => onChange({ operator: (operator ?? '') as FilterRow['operator'] })}
            />
          </SimpleGrid>
          <FilterValue row={row} field={fields.find(({ name }) => name === row.field)} onChange={onChange} />
        </Stack>
        <ActionIcon variant="default" aria-label={t.removeFilter(number)} onClick={onRemove} size={30}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </Paper>
  );
}
