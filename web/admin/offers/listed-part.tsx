import { MultiSelect } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { US_STATES } from '../../fields/us-states.ts';
import { offerRequestTexts as t } from '../../texts/partner-offers.ts';
import { FormPart } from '../../ui/form/form-part.tsx';
import { MoneyInput } from '../../ui/form/money-input.tsx';
import type { OfferValues } from './offer-values.ts';

/** What partners are told of an offer. */
export const ListedPart = ({ form }: { readonly form: UseFormReturnType<OfferValues> }) => (
  <FormPart title={t.listed} text={t.listedText}>
    <MoneyInput label={t.payout} description={t.payoutHint} {...form.getInputProps('defaultPayoutAmount')} />
    <MultiSelect
      label={t.states}
      description={t.statesHint}
      data={[...US_STATES]}
      searchable
      clearable
      hidePickedOptions
      {...form.getInputProps('states')}
    />
  </FormPart>
);
