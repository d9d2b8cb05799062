import type { TenantReader } from '../../core/tenancy/index.ts';
import type { Fault } from '../../kernel/app-error.ts';
import { buyerRecords } from './buyer-store.ts';
import { BLANK_TERMS, readTerms, type TermsBody } from './read-terms.ts';
import { NOWHERE, type RoutableContract } from './store.ts';

/** What is said of a contract that is only thought of. */
export type DraftBody = Pick<
  TermsBody,
  'status' | 'price' | 'priority' | 'weight' | 'geoFilters' | 'demographicFilters' | 'customFilters'
> &
  Partial<TermsBody> & { readonly name?: string };

/** A contract as a draft would have it: what the body does not speak of stays. Nothing is kept. */
export function applyDraft(
  contract: RoutableContract,
  { name, status, ...body }: DraftBody,
): { readonly contract: RoutableContract; readonly faults: readonly Fault[] } {
  const { terms, faults } = readTerms(body, contract.terms);
  const own = { name: name ?? contract.name, status: status ?? contract.status };
  return { contract: { ...contract, ...own, terms: { ...terms, delivery: contract.terms.delivery } }, faults };
}

/** A contract that a buyer might have, with nothing said of it yet; undefined without such a buyer. */
export async function blankContract(
  tx: TenantReader,
  of: { readonly contractId: string; readonly buyerId: string; readonly verticalId: string },
): Promise<RoutableContract | undefined> {
  const buyer = await buyerRecords.find(tx, of.buyerId);
  if (!buyer) return undefined;
  return {
    ...of,
    version: 0,
    name: buyer.name,
    status: 'active',
    buyerName: buyer.name,
    buyerLegalName: null,
    buyerDisclosure: null,
    buyerStatus: buyer.status,
    buyerCaps: buyer.caps,
    creditLimitCents: buyer.creditLimitCents,
    deliverySecrets: null,
    terms: { ...BLANK_TERMS, delivery: NOWHERE },
    dedup: null,
    packs: [],
  };
}
