import { CLEAR_STANDING, decide, type DecideInput, type Decision } from './decide.ts';
import type { RefusalCode } from './reasons.ts';
import type { ContractTerms } from './terms.ts';

export const contract = (contractId: string, more: Partial<ContractTerms> = {}): ContractTerms => ({
  contractId,
  version: 1,
  contractName: `Contract ${contractId}`,
  buyerId: `buyer-${contractId}`,
  buyerName: `Buyer ${contractId}`,
  contractStatus: 'active',
  buyerStatus: 'active',
  verticalId: 'v',
  priceCents: 1000,
  priority: 10,
  pool: 'primary',
  weight: 1,
  exclusiveOnly: false,
  geo: null,
  demographic: null,
  custom: [],
  ...more,
});

export const INPUT: DecideInput = {
  lead: {
    verticalId: 'v',
    fields: { state: 'CA', zipCode: '90210', dateOfBirth: '1960-01-01' },
    acceptedBuyerIds: undefined,
  },
  offer: {
    offerId: 'o',
    status: 'active',
    distributionType: 'exclusive',
    rule: 'price',
    maxSales: null,
    fallbackRule: 'priority',
  },
  contracts: [],
  standing: CLEAR_STANDING,
  now: new Date('2026-03-08T12:00:00Z'),
  timeZone: 'America/New_York',
  placeOf: (zipCode) => (zipCode === '90210' ? { latitude: 34.1, longitude: -118.41 } : null),
  seed: 'lead-1',
  turns: new Map(),
};
export const decideOn = (contracts: ContractTerms[], more: Partial<DecideInput> = {}): Decision =>
  decide({ ...INPUT, contracts, ...more });

export function reasonOf(terms: ContractTerms, more: Partial<DecideInput> = {}): RefusalCode | 'eligible' | undefined {
  const [verdict] = decideOn([terms], more).verdicts;
  return verdict?.outcome === 'refused' ? verdict.reason : verdict?.outcome;
}
