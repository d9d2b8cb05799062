import { TextInput } from '@mantine/core';
import { bidTexts as t } from '../../texts/bids.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import { MoneyInput } from '../../ui/form/money-input.tsx';
import type { ContractPart } from './contract-part.ts';

const MODELS = Object.entries(t.models).map(([value, label]) => ({ value, label }));

/** Whether the contract buys at its price or bids for each lead, and where it is asked. */
export const BidsPart = ({ form }: Pick<ContractPart, 'form'>) => (
  <FormPart title={t.bids} text={t.bidsText}>
    <Choice label={t.model} data={MODELS} {...form.getInputProps('pricingModel')} />
    {form.values.pricingModel === 'ping_post' ? (
      <>
        <TextInput
          label={t.pingUrl}
          description={t.pingUrlHint}
          type="url"
          maxLength={2048}
          autoComplete="off"
          {...form.getInputProps('pingUrl')}
        />
        <TextInput
          label={t.pingTimeout}
          description={t.pingTimeoutHint}
          inputMode="numeric"
          required
          {...form.getInputProps('pingTimeout')}
        />
        <MoneyInput label={t.floor} description={t.floorHint} required {...form.getInputProps('minimumBidFloor')} />
      </>
    ) : null}
  </FormPart>
);
