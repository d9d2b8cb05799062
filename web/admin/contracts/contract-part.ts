import type { UseFormReturnType } from '@mantine/form';
import type { LeadField } from '../../fields/lead-field.ts';
import type { ContractValues } from './contract-values.ts';

/** What the parts of the form work on. */
export interface ContractPart {
  readonly form: UseFormReturnType<ContractValues>;
  readonly fields: readonly LeadField[];
}
