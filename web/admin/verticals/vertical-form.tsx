import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { LeadField } from '../../fields/lead-field.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import { needed, wholeOrBlank } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { DuplicatesPart } from './duplicates-part.tsx';
import { type Vertical, type VerticalValues, verticalValues, verticalWords } from './vertical-values.ts';

const SLUG = /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/;
const REGIMES = Object.entries(t.regimes).map(([value, label]) => ({ value, label }));
const MAX_DAYS = 365;

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
