import type { TenantReader } from '../../core/tenancy/index.ts';
import type { Fault } from '../../kernel/app-error.ts';
import { GLOBAL_FIELDS } from '../intake/index.ts';
import { filterPaths } from '../routing/index.ts';
import { fieldsOfVertical } from '../sources/index.ts';
import type { ContractTermsStored } from './store.ts';

export interface CheckedTerms {
  readonly faults: readonly Fault[];
  /** What is accepted but will hardly be meant. */
  readonly warnings: readonly Fault[];
}

/**
 * Checks the names in a contract's terms against the fields that leads of its vertical have. A licensed field that does
 * not exist is a fault; a filter on one is a warning, as the field may be about to be added.
 */
export async function checkTerms(
  tx: TenantReader,
  verticalId: string,
  terms: ContractTermsStored,
): Promise<CheckedTerms> {
  const own = await fieldsOfVertical(tx, verticalId, true);
  const known = new Set([...GLOBAL_FIELDS, ...own.map((row) => row.definition)].map((field) => field.name));
  const unlicensed = terms.licensedFields.flatMap((name, index) => (known.has(name) ? [] : [index]));
  const unmatched = filterPaths(terms.custom).filter(({ field }) => !known.has(field));
  const setUp: Fault[] = terms.delivery
    ? []
    : [
        {
          field: 'deliveryUrl',
          rule: 'not_set_up',
          message: 'Without a delivery address the contract gets no leads. Send one, then set the status active.',
        },
      ];
  return {
    faults: unlicensed.map((index) => ({
      field: `licensedFields.${index}`,
      rule: 'unknown_field',
      message: 'Leads of this vertical have no field of this name. Send the name of one.',
    })),
    warnings: [
      ...setUp,
      ...unmatched.map(({ path }) => ({
        field: `customFilters.${path}.field`,
        rule: 'unknown_field',
        message: 'Leads of this vertical have no field of this name yet; until they do, no lead passes this filter.',
      })),
    ],
  };
}
