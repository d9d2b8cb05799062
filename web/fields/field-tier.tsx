import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { fieldTexts as t } from '../texts/fields.ts';
import { SmallTable } from '../ui/table/small-table.tsx';
import { fieldColumns } from './field-columns.tsx';
import type { LeadField } from './lead-field.ts';

interface FieldTierProps {
  readonly title: string;
  readonly text: string;
  readonly fields: readonly LeadField[];
  readonly empty: string;
  /** What can be done with a field. */
  readonly acts?: (field: LeadField) => ReactNode;
}

/** One tier of fields: of every lead, of a vertical, of a campaign. */
export const FieldTier = ({ title, text, fields, empty, acts }: FieldTierProps) => (
  <Stack gap="xs">
    <Title order={3}>{title}</Title>
    <Text size="sm" c="dimmed">
      {text}
    </Text>
    <SmallTable
      label={title}
      columns={acts ? [...fieldColumns, { id: 'acts', label: t.columnActs, cell: acts }] : fieldColumns}
      rows={fields}
      rowId={({ name }) => name}
      empty={empty}
    />
  </Stack>
);
