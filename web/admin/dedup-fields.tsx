import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import type { LeadField } from '../fields/lead-field.ts';
import { duplicateTexts as t } from '../texts/duplicates.ts';
import { fieldName } from '../ui/words.ts';

/** Those of every lead by which people are told apart. */
const USUAL_KEYS = ['email', 'phone', 'firstName', 'lastName', 'dateOfBirth', 'zipCode', 'ipAddress'];

interface DedupFieldsProps extends Omit<MultiSelectProps, 'data'> {
  /** The fields that leads have; the usual ones where none are known. */
  readonly fields?: readonly LeadField[];
  readonly hint: string;
}

/** The fields by which it is told that somebody comes again. */
export function DedupFields({ fields = [], hint, ...rest }: DedupFieldsProps) {
  const known = fields.map(({ name, label }) => ({ value: name, label: `${label} (${name})` }));
  const usual = [...new Set([...USUAL_KEYS, ...(rest.value ?? [])])];
  return (
    <MultiSelect
      label={t.fields}
      description={hint}
      data={known.length > 0 ? known : usual.map((name) => ({ value: name, label: fieldName(name) }))}
      searchable
      hidePickedOptions
      maxValues={20}
      {...rest}
    />
  );
}
