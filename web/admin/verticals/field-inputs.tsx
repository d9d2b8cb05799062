import { Checkbox, Radio, Stack, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { CLASSES } from '../../fields/lead-field.ts';
import { fieldTexts } from '../../texts/fields.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';
import { Choice } from '../../ui/form/choice.tsx';
import type { FieldValues } from './field-values.ts';

const TYPES = Object.entries(fieldTexts.types).map(([value, label]) => ({ value, label }));

/** What is said of a field of leads. */
export const FieldInputs = ({ form }: { readonly form: UseFormReturnType<FieldValues> }) => (
  <>
    <TextInput
      label={t.fieldName}
      description={t.fieldNameHint}
      required
      maxLength={64}
      autoComplete="off"
      spellCheck={false}
      {...form.getInputProps('name')}
    />
    <TextInput label={t.fieldLabel} description={t.fieldLabelHint} maxLength={255} {...form.getInputProps('label')} />
    <Choice label={t.fieldType} data={TYPES} {...form.getInputProps('fieldType')} />
    {form.values.fieldType === 'select' ? (
      <TagsInput
        label={t.fieldOptions}
        description={t.fieldOptionsHint}
        required
        acceptValueOnBlur
        {...form.getInputProps('options')}
      />
    ) : null}
    <Checkbox
      label={t.fieldRequired}
      description={t.fieldRequiredHint}
      {...form.getInputProps('required', { type: 'checkbox' })}
    />
    <Radio.Group label={t.phiClass} {...form.getInputProps('phiClass')}>
      <Stack gap="xs" mt={4}>
        {CLASSES.map((phiClass) => (
          <Radio
            key={phiClass}
            value={phiClass}
            label={fieldTexts.classes[phiClass]}
            description={fieldTexts.classHints[phiClass]}
          />
        ))}
      </Stack>
    </Radio.Group>
  </>
);
