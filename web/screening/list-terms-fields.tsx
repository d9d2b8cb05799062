import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useNames } from '../frame/use-names.ts';
import { suppressionTexts as t } from '../texts/suppression.ts';
import { Choice } from '../ui/form/choice.tsx';
import type { ListTerms } from './list-terms.ts';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** For whom entries hold, why, until when, and which list they are of. */
export function ListTermsFields<V extends ListTerms>({ form }: { readonly form: UseFormReturnType<V> }) {
  const buyers = useNames('buyers');
  const verticals = useNames('verticals');
  const { scope } = form.values;
  return (
    <>
      <Choice label={t.scope} data={optionsOf(t.scopes)} {...form.getInputProps('scope')} />
      {scope === 'buyer' ? (
        <Choice label={t.scopeBuyer} data={buyers.options} required {...form.getInputProps('buyerId')} />
      ) : null}
      {scope === 'vertical' ? (
        <Choice label={t.scopeVertical} data={verticals.options} required {...form.getInputProps('verticalId')} />
      ) : null}
      <Choice label={t.reason} data={optionsOf(t.reasons)} {...form.getInputProps('reason')} />
      <TextInput
        label={t.displayName}
        description={t.displayNameHint}
        maxLength={100}
        {...form.getInputProps('displayName')}
      />
      <TextInput type="date" label={t.expiresAt} description={t.expiresHint} {...form.getInputProps('expiresAt')} />
    </>
  );
}
