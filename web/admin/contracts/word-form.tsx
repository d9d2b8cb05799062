import { Checkbox, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { codeTexts, wordTexts as t } from '../../texts/disposition-codes.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { needed } from '../../ui/form/rules.ts';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { type Code, optionsOf } from '../vertical-groups/code-values.ts';
import { type Word, wordValues, type WordValues, wordWords } from './word-values.ts';

interface WordFormProps {
  /** The one that is changed; undefined for a new one. */
  readonly word?: Word;
  /** What a word may stand for. */
  readonly codes: readonly Code[];
  readonly save: (values: WordValues) => Promise<unknown>;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Everything that is said of a word of a buyer. */
export function WordForm({ word, codes, save, onSaved, onCancel }: WordFormProps) {
  const form = useForm<WordValues>({ initialValues: wordValues(word), validate: { externalCode: needed } });
  const codeName = (id: string): string => codes.find((code) => code.id === id)?.label ?? '–';
  return (
    <SaveForm
      form={form}
      save={save}
      onSaved={onSaved}
      onCancel={onCancel}
      {...(word ? { summary: { words: wordWords(codeName) } } : { label: t.add })}
    >
      <TextInput
        label={t.word}
        description={t.wordHint}
        required
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('externalCode')}
      />
      <TextInput
        label={t.wordLabel}
        description={t.wordLabelHint}
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps('externalLabel')}
      />
      <Choice
        label={t.code}
        description={t.codeHint}
        data={codes.map(({ id, label }) => ({ value: id, label }))}
        clearable
        {...form.getInputProps('verticalGroupDispositionId')}
      />
      <ReturnInputs form={form} />
      <Checkbox
        label={codeTexts.isActive}
        description={codeTexts.isActiveHint}
        {...form.getInputProps('isActive', { type: 'checkbox' })}
      />
    </SaveForm>
  );
}

/** Whether the word gives the lead back, and why. */
const ReturnInputs = ({ form }: { readonly form: UseFormReturnType<WordValues> }) => (
  <>
    <Choice
      label={t.triggersReturn}
      description={t.triggersHint}
      data={optionsOf(t.triggers).filter(({ value }) => value !== '')}
      clearable
      placeholder={t.triggers['']}
      {...form.getInputProps('overrideTriggersReturn')}
    />
    <Choice
      label={codeTexts.returnReason}
      data={optionsOf(codeTexts.reasons)}
      clearable
      placeholder={t.triggers['']}
      {...form.getInputProps('overrideReturnReason')}
    />
  </>
);
