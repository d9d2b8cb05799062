import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import type { LeadField } from '../../fields/lead-field.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import { needed, wholeOrBlank } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { fieldName } from '../../ui/words.ts';
import { type Vertical, type VerticalValues, verticalValues, verticalWords } from './vertical-values.ts';

const SLUG = /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/;
const REGIMES = Object.entries(t.regimes).map(([value, label]) => ({ value, label }));
const MAX_DAYS = 365;

/** Those of every lead by which people are told apart; a new vertical has no others yet. */
const USUAL_KEYS = ['email', 'phone', 'firstName', 'lastName', 'dateOfBirth', 'zipCode', 'ipAddress'];

interface VerticalFormProps {
  /** The one that is changed; undefined for a new one. */
  readonly vertical?: Vertical;
  readonly fields: readonly LeadField[];
  readonly label?: string;
  readonly save: (values: VerticalValues) => Promise<unknown>;
  readonly onSaved: (answer: unknown) => void;
  readonly onCancel: () => void;
}

/** Everything that is said of a vertical, but its fields. */
export function VerticalForm({ vertical, fields, label, save, onSaved, onCancel }: VerticalFormProps) {
  const form = useForm<VerticalValues>({
    initialValues: verticalValues(vertical),
    validate: {
      name: needed,
      slug: (slug) => needed(slug) ?? (SLUG.test(slug) ? null : t.slugFault),
      dedupWindowDays: (days) => needed(days) ?? wholeOrBlank(0, MAX_DAYS)(days),
    },
  });
  return (
    <SaveForm
      form={form}
      save={save}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(label === undefined ? {} : { label })}
      {...(vertical ? { summary: { words: verticalWords } } : {})}
    >
      <FormPart title={t.what}>
        <TextInput label={t.name} description={t.nameHint} required maxLength={255} {...form.getInputProps('name')} />
        <TextInput label={t.slug} description={t.slugHint} required maxLength={100} {...form.getInputProps('slug')} />
        <Textarea
          label={t.description}
          description={t.descriptionHint}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('description')}
        />
        <Choice label={t.regime} description={t.regimeHint} data={REGIMES} {...form.getInputProps('regime')} />
      </FormPart>
      <DuplicatesPart form={form} fields={fields} />
      <Textarea
        label={t.notes}
        description={t.notesHint}
        autosize
        minRows={2}
        maxLength={5000}
        {...form.getInputProps('notes')}
      />
    </SaveForm>
  );
}

interface DuplicatesPartProps {
  readonly form: UseFormReturnType<VerticalValues>;
  readonly fields: readonly LeadField[];
}

function DuplicatesPart({ form, fields }: DuplicatesPartProps) {
  const known = fields.map(({ name, label }) => ({ value: name, label: `${label} (${name})` }));
  const data = known.length > 0 ? known : USUAL_KEYS.map((name) => ({ value: name, label: fieldName(name) }));
  return (
    <FormPart title={t.duplicates}>
      <MultiSelect
        label={t.dedupFields}
        description={t.dedupFieldsHint}
        data={data}
        searchable
        hidePickedOptions
        maxValues={20}
        {...form.getInputProps('dedupFields')}
      />
      <TextInput
        label={t.dedupWindowDays}
        description={t.dedupWindowHint}
        inputMode="numeric"
        required
        {...form.getInputProps('dedupWindowDays')}
      />
    </FormPart>
  );
}
