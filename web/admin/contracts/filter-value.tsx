import { MultiSelect, Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { choicesOf, type LeadField } from '../../fields/lead-field.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { type FilterRow, isRange, isUnary, takesList } from '../../contracts/filter-row.ts';

interface FilterValueProps {
  readonly row: FilterRow;
  readonly field: LeadField | undefined;
  readonly onChange: (changed: Partial<FilterRow>) => void;
}

/** What a field is compared with: as the condition and the field ask for it. */
export function FilterValue({ row, field, onChange }: FilterValueProps) {
  if (row.operator === '' || isUnary(row.operator)) return null;
  if (isRange(row.operator)) return <Range row={row} onChange={onChange} />;
  if (takesList(row.operator)) return <Several row={row} field={field} onChange={onChange} />;
  const choices = choicesOf(field);
  if (choices !== undefined && (row.operator === 'equals' || row.operator === 'not_equals'))
    return (
      <Select
        size="xs"
        label={t.filterValue}
        data={choices}
        value={row.value || null}
        onChange={(value) => onChange({ value: value ?? '' })}
      />
    );
  const isBound = row.operator === 'greater_than' || row.operator === 'less_than';
  return (
    <TextInput
      size="xs"
      label={t.filterValue}
      maxLength={500}
      {...(isBound ? { description: t.boundHint } : {})}
      value={row.value}
      onChange={(event) => onChange({ value: event.currentTarget.value })}
    />
  );
}

const Range = ({ row, onChange }: Omit<FilterValueProps, 'field'>) => (
  <SimpleGrid cols={2} spacing="xs">
    <TextInput
      size="xs"
      label={t.filterMin}
      placeholder={t.boundHint}
      value={row.min}
      onChange={(event) => onChange({ min: event.currentTarget.value.trim() })}
    />
    <TextInput
      size="xs"
      label={t.filterMax}
      placeholder={t.boundHint}
      value={row.max}
      onChange={(event) => onChange({ max: event.currentTarget.value.trim() })}
    />
  </SimpleGrid>
);

function Several({ row, field, onChange }: FilterValueProps) {
  const choices = choicesOf(field);
  const about = { size: 'xs', label: t.filterValues, value: row.values, onChange: set } as const;
  function set(values: string[]): void {
    onChange({ values });
  }
  if (choices) return <MultiSelect {...about} data={choices} searchable hidePickedOptions />;
  return <TagsInput {...about} description={t.filterValuesHint} splitChars={['\n', '|']} acceptValueOnBlur />;
}
