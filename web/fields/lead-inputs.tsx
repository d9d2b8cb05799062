import { SimpleGrid, TextInput } from '@mantine/core';
import { Choice } from '../ui/form/choice.tsx';
import { choicesOf, type LeadField } from './lead-field.ts';

/** What an input of a form is given to hold its value and its fault. */
type InputProps = Readonly<Record<string, unknown>>;

interface LeadInputsProps {
  readonly fields: readonly LeadField[];
  readonly inputProps: (name: string) => InputProps;
}

/** Inputs for fields of a lead, each as its type asks for; what is entered is text, as forms post it. */
export const LeadInputs = ({ fields, inputProps }: LeadInputsProps) => (
  <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
    {fields.map((field) => (
      <LeadInput key={field.name} field={field} given={inputProps(field.name)} />
    ))}
  </SimpleGrid>
);

/** How a browser helps to enter a type; what is not here is plain text. */
const TYPES: Readonly<Record<string, string>> = { date: 'date', email: 'email', phone: 'tel', url: 'url' };

function LeadInput({ field, given }: { readonly field: LeadField; readonly given: InputProps }) {
  const { label, type, required } = field;
  const choices = choicesOf(field);
  // Whether it is needed the server says as well, at the field.
  if (choices) return <Choice label={label} data={choices} required={required} clearable={!required} {...given} />;
  return (
    <TextInput
      label={label}
      type={TYPES[type] ?? 'text'}
      inputMode={type === 'number' ? 'decimal' : undefined}
      required={required}
      maxLength={10_000}
      autoComplete="off"
      {...given}
    />
  );
}
