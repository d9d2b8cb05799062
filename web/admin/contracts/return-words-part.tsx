import { TextInput } from '@mantine/core';
import { dispositionTexts as t } from '../../texts/dispositions.ts';
import { FormPart } from '../../ui/form/form-part.tsx';
import type { ContractPart } from './contract-part.ts';

/** Which codes of the buyer give a lead back. */
export const ReturnWordsPart = ({ form }: Pick<ContractPart, 'form'>) => (
  <FormPart title={t.returnWords} text={t.returnWordsText}>
    <TextInput
      label={t.returnCodes}
      description={t.returnCodesHint}
      maxLength={900}
      autoComplete="off"
      {...form.getInputProps('returnDispositions')}
    />
  </FormPart>
);
