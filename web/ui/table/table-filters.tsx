import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import type { TableState } from './table-state.ts';
import type { TableFilter } from './table-types.ts';
import css from './table.module.css';

/** What narrows the list. A choice counts at once, a text when it is left or Enter is pressed. */
export function TableFilters({
  filters,
  state,
}: {
  readonly filters: readonly TableFilter[];
  readonly state: TableState;
}) {
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const [opened, { toggle }] = useDisclosure(false);
  const set = Object.keys(state.filters).length;
  if (filters.length === 0) return <span />;
  if (isNarrow && !opened)
    return (
      <Button variant="default" size="xs" leftSection={<IconFilter size={14} aria-hidden />} onClick={toggle}>
        {set === 0 ? t.filters : t.filtersSet(set)}
      </Button>
    );
  return (
    <Group gap="xs" align="end" role="search" aria-label={t.filters}>
      {filters.map((filter) => (
        <Filter
          key={`${filter.id}:${state.filters[filter.id] ?? ''}`}
          filter={filter}
          value={state.filters[filter.id]}
          onValue={(value) => state.setFilter(filter.id, value)}
        />
      ))}
      {set > 0 ? (
        <Button
          variant="subtle"
          size="compact-sm"
          mb={4}
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => state.clearFilters()}
        >
          {t.clearFilters}
        </Button>
      ) : null}
    </Group>
  );
}

interface FilterProps {
  readonly filter: TableFilter;
  readonly value: string | undefined;
  readonly onValue: (value: string | undefined) => void;
}

function Filter({ filter, value, onValue }: FilterProps) {
  if (filter.kind === 'choice')
    return (
      <Select
        size="xs"
        className={css.filter}
        label={filter.label}
        placeholder={t.any}
        data={[...filter.options]}
        value={value ?? null}
        onChange={(next) => onValue(next ?? undefined)}
        clearable
        searchable={filter.options.length > 8}
      />
    );
  return <TypedFilter filter={filter} value={value} onValue={onValue} />;
}

function TypedFilter({ filter, value, onValue }: FilterProps) {
  const [text, setText] = useState(value ?? '');
  const commit = (): void => {
    const next = text.trim() === '' ? undefined : text.trim();
    if (next !== value) onValue(next);
  };
  return (
    <TextInput
      size="xs"
      className={css.filter}
      label={filter.label}
      type={filter.kind === 'day' ? 'date' : 'search'}
      {...(filter.kind === 'text' && filter.hint ? { placeholder: filter.hint } : {})}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
