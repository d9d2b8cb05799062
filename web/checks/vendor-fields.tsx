import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { checkTexts as t } from '../texts/checks.ts';
import { Choice } from '../ui/form/choice.tsx';
import type { VendorValues } from './vendor-values.ts';

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const [KINDS, SENDS, STATES] = [choices(t.kinds), choices(t.sendsOf), choices(t.baaStates)];

interface VendorFieldsProps {
  readonly form: UseFormReturnType<VendorValues>;
  readonly isNew: boolean;
}

/** Everything that is said of a vendor. */
export const VendorFields = ({ form, isNew }: VendorFieldsProps) => (
  <>
    <TextInput label={t.name} required maxLength={100} {...form.getInputProps('name')} />
    <Choice
      label={t.kind}
      data={KINDS}
      {...(isNew ? {} : { description: t.kindStays, disabled: true })}
      {...form.getInputProps('kind')}
    />
    <TextInput label={t.url} description={t.urlHint} required maxLength={2048} {...form.getInputProps('url')} />
    <PasswordInput
      label={t.secret}
      description={isNew ? t.secretNew : t.secretKept}
      autoComplete="new-password"
      maxLength={512}
      {...form.getInputProps('secret')}
    />
    <Choice label={t.sends} data={SENDS} {...form.getInputProps('sends')} />
    <TextInput label={t.timeout} inputMode="numeric" className="figures" {...form.getInputProps('timeoutMs')} />
    <TextInput
      label={t.cacheDays}
      description={t.cacheHint}
      inputMode="numeric"
      className="figures"
      {...form.getInputProps('cacheDays')}
    />
    <Choice label={t.baa} description={t.baaHint} data={STATES} {...form.getInputProps('baaState')} />
    {form.values.baaState === 'not_needed' ? (
      <Textarea label={t.baaReason} required maxLength={500} autosize {...form.getInputProps('baaReason')} />
    ) : null}
  </>
);
