import { SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';

export interface TextField {
  readonly name: string;
  readonly label: string;
  readonly max: number;
  readonly hint?: string;
  readonly type?: 'email' | 'tel' | 'url' | 'date';
}

interface TextFieldsProps<V extends Record<string, unknown>> {
  readonly form: UseFormReturnType<V>;
  readonly fields: readonly TextField[];
  /** How many stand beside each other where there is room. */
  readonly cols?: number;
}

/** Plain fields of a form, one after another. */
export const TextFields = <V extends Record<string, unknown>>({ form, fields, cols = 1 }: TextFieldsProps<V>) => (
  <SimpleGrid cols={{ base: 1, xs: cols }} spacing="sm" verticalSpacing="sm">
    {fields.map(({ name, label, max, hint, type = 'text' }) => (
      <TextInput
        key={name}
        label={label}
        description={hint}
        type={type}
        maxLength={max}
        autoComplete="off"
        {...form.getInputProps(name)}
      />
    ))}
  </SimpleGrid>
);
