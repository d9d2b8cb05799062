import { Checkbox, Radio, Stack, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { fieldTexts as t } from '../texts/fields.ts';
import { Choice } from '../ui/form/choice.tsx';
import { type FieldOwner, ownerWords } from './field-owner.ts';
import type { FieldValues } from './field-values.ts';
import { CLASSES } from './lead-field.ts';

const TYPES = Object.entries(t.types).map(([value, label]) => ({ value, label }));

interface FieldInputsProps {
  readonly form: UseFormReturnType<FieldValues>;
  readonly owner: FieldOwner;
}

/** What is said of a field of leads. */
export const FieldInputs = ({ form, owner }: FieldInputsProps) => (
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
      description={ownerWords(owner).requiredHint}
      {...form.getInputProps('required', { type: 'checkbox' })}
    />
    <Radio.Group label={t.phiClass} {...form.getInputProps('phiClass')}>
      <Stack gap="xs" mt={4}>
        {CLASSES.map((phiClass) => (
          <Radio key={phiClass} value={phiClass} label={t.classes[phiClass]} description={t.classHints[phiClass]} />
        ))}
      </Stack>
    </Radio.Group>
  </>
);
