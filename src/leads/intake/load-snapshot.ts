import { type ListForm, suppressionForms } from '../../core/consent/index.ts';
import { type TenantReader, tenantState } from '../../core/tenancy/index.ts';
import { contractsForRouting, type RoutableContract } from '../contracts/index.ts';
import { shareOf } from '../../kernel/money.ts';
import {
  type BookContract,
  type ContractTerms,
  type OfferTerms,
  offersForRouting,
  rankKey,
  type RoutableOffer,
} from '../routing/index.ts';
import { type Blocks, blocksForIntake, buildBlocks } from '../screening/index.ts';
import { campaignsForIntake } from '../sources/index.ts';
import type { DuplicateSettings } from './domain/duplicate-rule.ts';
import { defineField, type FieldDefinition } from './domain/fields.ts';
import { GLOBAL_FIELDS } from './domain/global-fields.ts';

/** What intake reads a campaign's leads by. */
export interface CampaignRules extends DuplicateSettings {
  readonly campaignId: string;
  readonly displayId: number;
  readonly partnerId: string;
  readonly status: string;
  readonly partnerStatus: string;
  readonly verticalId: string | null;
  readonly verticalStatus: string | null;
  readonly regime: string;
  readonly strict: boolean;
  readonly consentRequired: boolean;
  readonly responseDeadlineMs: number;
  readonly payoutCents: number;
  readonly pricingModel: 'fixed' | 'revshare';
  readonly revshareBp: number | null;
  readonly maximumPayoutCents: number | null;
  /** Leads a day, week and month. */
  readonly caps: Readonly<Partial<Record<'day' | 'week' | 'month', number>>>;
  readonly definitions: readonly FieldDefinition[];
  /** Fields by which some buyer of the tenant is spared a person whom it has bought before. */
  readonly buyerDedupFields: readonly string[];
  /** In which forms anybody is suppressed. */
  readonly suppressionForms: ReadonlySet<ListForm>;
}

export interface OfferRules {
  readonly offer: OfferTerms;
  readonly contracts: readonly ContractTerms[];
  /** What reserving for the contracts counts against. */
  readonly counted: readonly BookContract[];
  /** Whether the order depends on whose turn it is: exactly, or only among contracts that rank alike. */
  readonly turns: 'exact' | 'ties' | 'none';
}

/** All that routing reads of a tenant's settings, as of one stamp. */
export interface RoutingSnapshot {
  readonly stamp: number;
  readonly timeZone: string;
  readonly tenantStatus: string;
  readonly campaigns: ReadonlyMap<string, CampaignRules>;
  readonly offers: ReadonlyMap<string, OfferRules>;
  readonly contracts: ReadonlyMap<string, RoutableContract>;
  readonly blocks: Blocks;
}

export interface Snapshots {
  /** The snapshot that is true in this transaction: one look at the stamp, and a reload only if it moved. */
  current(tx: TenantReader): Promise<RoutingSnapshot>;
}

/** Keeps the newest snapshot of each tenant, shared by all requests. */
export function createSnapshots(): Snapshots {
  const kept = new Map<string, RoutingSnapshot>();
  return {
    async current(tx) {
      const tenant = await tenantState(tx);
      const found = kept.get(tx.context.tenantId);
      if (found?.stamp === tenant.stamp) return found;
      const loaded = await load(tx, tenant);
      kept.set(tx.context.tenantId, loaded);
      return loaded;
    },
  };
}

async function load(
  tx: TenantReader,
  tenant: { stamp: number; timeZone: string; status: string },
): Promise<RoutingSnapshot> {
  const [campaigns, offers, contracts] = [
    await campaignsForIntake(tx),
    await offersForRouting(tx),
    await contractsForRouting(tx),
  ];
  const byContract = new Map(contracts.map((contract) => [contract.contractId, contract]));
  const forms = await suppressionForms(tx);
  const buyerDedupFields = [...new Set(contracts.flatMap(({ dedup }) => dedup?.fields ?? []))];
  return {
    stamp: tenant.stamp,
    timeZone: tenant.timeZone,
    tenantStatus: tenant.status,
    campaigns: new Map(
      campaigns.map((campaign) => [
        campaign.campaignId,
        {
          ...campaign,
          buyerDedupFields,
          suppressionForms: forms,
          definitions: [...GLOBAL_FIELDS, ...campaign.fields.map((field) => defineField(field))],
        },
      ]),
    ),
    offers: new Map(offers.map((offer) => [offer.terms.offerId, rulesOf(offer, byContract, tenant.timeZone)])),
    contracts: byContract,
    blocks: buildBlocks(await blocksForIntake(tx)),
  };
}

function rulesOf(
  { terms: offer, links }: RoutableOffer,
  byContract: ReadonlyMap<string, RoutableContract>,
  timeZone: string,
): OfferRules {
  const linked = links.flatMap((link) => {
    const contract = byContract.get(link.contractId);
    return contract ? [{ contract, terms: termsOf(contract, link, offer) }] : [];
  });
  const contracts = linked.map(({ terms }) => terms);
  return {
    offer,
    contracts,
    counted: linked.map(({ contract }) => countedBy(contract, timeZone)),
    turns: turnsOf(offer, contracts),
  };
}

function turnsOf({ rule, fallbackRule }: OfferTerms, contracts: readonly ContractTerms[]): OfferRules['turns'] {
  const ruleOf = { primary: rule, fallback: fallbackRule === 'all' ? ('priority' as const) : fallbackRule };
  if (contracts.some(({ pool }) => ruleOf[pool] === 'round_robin')) return 'exact';
  const alike = Map.groupBy(contracts, (terms) => `${terms.pool}/${rankKey(terms, ruleOf[terms.pool])}`);
  return [...alike.values()].some((group) => group.length > 1) ? 'ties' : 'none';
}

/** What reserving for a contract counts against; a contract without a zone counts its days by the tenant's. */
export const countedBy = (contract: RoutableContract, timeZone: string): BookContract => ({
  contractId: contract.contractId,
  buyerId: contract.buyerId,
  caps: contract.terms.caps,
  timeZone,
  buyerCaps: contract.buyerCaps,
  creditLimitCents: contract.creditLimitCents,
});

type Link = RoutableOffer['links'][number];

function termsOf(contract: RoutableContract, link: Link, offer: OfferTerms): ContractTerms {
  const { terms } = contract;
  const isExclusive = link.pool === 'primary' && offer.distributionType === 'exclusive';
  return {
    contractId: contract.contractId,
    version: contract.version,
    contractName: contract.name,
    contractStatus: contract.status,
    buyerId: contract.buyerId,
    buyerName: contract.buyerName,
    buyerStatus: contract.buyerStatus,
    verticalId: contract.verticalId,
    pool: link.pool,
    priceCents: isExclusive ? shareOf(terms.priceCents, terms.exclusiveMultiplierBp) : terms.priceCents,
    priority: link.priority ?? terms.priority,
    weight: link.weight ?? terms.weight,
    exclusiveOnly: terms.exclusiveOnly,
    geo: terms.geo,
    demographic: terms.demographic,
    custom: terms.custom,
  };
}
