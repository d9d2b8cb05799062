import { TextInput } from '@mantine/core';
import { duplicateTexts as t } from '../../texts/duplicates.ts';
import { Choice } from '../../ui/form/choice.tsx';
import { FormPart } from '../../ui/form/form-part.tsx';
import type { ContractPart } from './contract-part.ts';

const RULES = Object.entries(t.contractRules).map(([value, label]) => ({ value, label }));

/** Whether its buyer may get a person whom it has bought before. */
export const AgainPart = ({ form }: Pick<ContractPart, 'form'>) => (
  <FormPart title={t.ofContract} text={t.ofBuyerText}>
    <Choice label={t.contractRule} data={RULES} {...form.getInputProps('dedup')} />
    {form.values.dedup === 'off' ? null : (
      <TextInput
        label={t.windowDays}
        description={t.contractWindowHint}
        inputMode="numeric"
        {...form.getInputProps('dedupWindowDays')}
      />
    )}
  </FormPart>
);
