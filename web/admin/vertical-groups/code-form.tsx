import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { codeTexts as t } from '../../texts/disposition-codes.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { needed } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { type Code, CODE_WORDS, codeValues, type CodeValues, optionsOf } from './code-values.ts';

interface CodeFormProps {
  /** The one that is changed; undefined for a new one. */
  readonly code?: Code;
  readonly save: (values: CodeValues) => Promise<unknown>;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Everything that is said of a code. */
export function CodeForm({ code, save, onSaved, onCancel }: CodeFormProps) {
  const form = useForm<CodeValues>({
    initialValues: codeValues(code),
    validate: { label: needed, ...(code ? { slug: needed } : {}) },
  });
  return (
    <SaveForm
      form={form}
      save={save}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(code ? { summary: { words: CODE_WORDS } } : { label: t.add })}
    >
      <TextInput label={t.label} required maxLength={100} autoComplete="off" {...form.getInputProps('label')} />
      <TextInput
        label={t.slug}
        description={code ? t.slugKept : t.slugHint}
        required={code !== undefined}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('slug')}
      />
      <Choice
        label={t.category}
        description={t.categoryHint}
        data={optionsOf(t.categories)}
        {...form.getInputProps('category')}
      />
      <Checkbox
        label={t.triggersReturn}
        description={t.triggersReturnHint}
        {...form.getInputProps('triggersReturn', { type: 'checkbox' })}
      />
      <Choice
        label={t.returnReason}
        data={optionsOf(t.reasons)}
        clearable
        placeholder={t.noReason}
        {...form.getInputProps('returnReason')}
      />
      <Checkbox
        label={t.isActive}
        description={t.isActiveHint}
        {...form.getInputProps('isActive', { type: 'checkbox' })}
      />
    </SaveForm>
  );
}
