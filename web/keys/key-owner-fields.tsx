import { Radio, Stack } from '@mantine/core';
import { useNames } from '../frame/use-names.ts';
import { keyTexts as t, KIND_WORDS } from '../texts/keys.ts';
import { Choice } from '../ui/form/choice.tsx';
import type { KeyFormState } from './key-form.ts';
import { type KeyKind, usualScopes } from './key-types.ts';

const KINDS = ['admin', 'buyer', 'partner', 'posting'] as const;

/** What kind of key it is, and whose. */
export function KeyOwnerFields({ form }: { readonly form: KeyFormState }) {
  const { kind } = form.values;
  const buyers = useNames('buyers').options;
  const partners = useNames('partners').options;
  const campaigns = useNames('campaigns').options;
  const choose = (next: string): void => {
    form.setFieldValue('kind', next as KeyKind);
    form.setFieldValue('scopes', usualScopes(next as KeyKind));
  };
  const chosen = { placeholder: t.chooseOne };
  return (
    <>
      <Radio.Group label={t.kind} value={kind} onChange={choose}>
        <Stack gap="xs" mt={4}>
          {KINDS.map((name) => (
            <Radio key={name} value={name} label={KIND_WORDS[name].label} description={KIND_WORDS[name].text} />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'buyer' ? (
        <Choice label={t.whichBuyer} data={buyers} {...chosen} {...form.getInputProps('buyerId')} />
      ) : null}
      {kind === 'partner' ? (
        <Choice label={t.whichPartner} data={partners} {...chosen} {...form.getInputProps('partnerId')} />
      ) : null}
      {kind === 'posting' ? (
        <Choice label={t.whichCampaign} data={campaigns} {...chosen} {...form.getInputProps('campaignId')} />
      ) : null}
    </>
  );
}
