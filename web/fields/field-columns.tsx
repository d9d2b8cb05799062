import { Code } from '@mantine/core';
import { fieldTexts as t } from '../texts/fields.ts';
import type { TableColumn } from '../ui/table/table-types.ts';
import { className, type LeadField, typeName } from './lead-field.ts';

/** What a list says of a field of leads. */
export const fieldColumns: readonly TableColumn<LeadField>[] = [
  { id: 'label', label: t.columnLabel, cell: ({ label }) => label },
  { id: 'name', label: t.columnName, cell: ({ name }) => <Code>{name}</Code> },
  { id: 'type', label: t.columnType, cell: ({ type }) => typeName(type) },
  { id: 'required', label: t.columnRequired, cell: ({ required }) => (required ? t.required : t.optional) },
  { id: 'class', label: t.columnClass, cell: ({ phiClass }) => className(phiClass) },
  { id: 'options', label: t.columnOptions, cell: ({ options }) => options?.join(', ') ?? '–' },
];
