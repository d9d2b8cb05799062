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

const NO_DELIVERY: Fault = {
  field: 'deliveryUrl',
  rule: 'not_set_up',
  message: 'Without a delivery address the contract gets no leads. Send one, then set the status active.',
};
const NO_BIDS: Fault = {
  field: 'pingDeliveryConfig',
  rule: 'not_set_up',
  message: 'Without an address for bids the contract gets no leads. Send one, then set the status active.',
};

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
  const fields = [...GLOBAL_FIELDS, ...own.map((row) => row.definition)];
  const known = new Set(fields.map((field) => field.name));
  const safe = new Set(fields.flatMap(({ name, pingSafe }) => (pingSafe ? [name] : [])));
  const unlicensed = terms.licensedFields.flatMap((name, index) => (known.has(name) ? [] : [index]));
  const unsafe = (terms.bidding?.fields ?? []).flatMap((name, index) => (safe.has(name) ? [] : [index]));
  const unmatched = filterPaths(terms.custom).filter(({ field }) => !known.has(field));
  const setUp: Fault[] = [...(terms.delivery ? [] : [NO_DELIVERY]), ...(terms.bidding?.url === '' ? [NO_BIDS] : [])];
  return {
    faults: [
      ...unlicensed.map((index) => ({
        field: `licensedFields.${index}`,
        rule: 'unknown_field',
        message: 'Leads of this vertical have no field of this name. Send the name of one.',
      })),
      ...unsafe.map((index) => ({
        field: `pingFields.${index}`,
        rule: 'not_ping_safe',
        message: 'May not be told before a sale. Send names of fields that are marked as safe for pings.',
      })),
    ],
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
