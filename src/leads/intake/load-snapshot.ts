import { type TenantReader, tenantState } from '../../core/tenancy/index.ts';
import { contractsForRouting, type RoutableContract } from '../contracts/index.ts';
import { type ContractTerms, type OfferTerms, offersForRouting, rankKey } from '../routing/index.ts';
import { campaignsForIntake } from '../sources/index.ts';
import { defineField, type FieldDefinition } from './domain/fields.ts';
import { GLOBAL_FIELDS } from './domain/global-fields.ts';

/** What intake reads a campaign's leads by. */
export interface CampaignRules {
  readonly campaignId: string;
  readonly displayId: number;
  readonly partnerId: string;
  readonly status: string;
  readonly partnerStatus: string;
  readonly verticalId: string | null;
  readonly verticalStatus: string | null;
  readonly regime: string;
  readonly dedupFields: readonly string[];
  readonly dedupWindowDays: number;
  readonly offerId: string | null;
  readonly strict: boolean;
  readonly consentRequired: boolean;
  readonly responseDeadlineMs: number;
  readonly payoutCents: number;
  readonly definitions: readonly FieldDefinition[];
}

export interface OfferRules {
  readonly offer: OfferTerms;
  readonly contracts: readonly ContractTerms[];
  /** Contracts that rank alike with another: among them the one that won least recently is first. */
  readonly tied: readonly string[];
}

/** All that routing reads of a tenant's settings, as of one stamp. */
export interface RoutingSnapshot {
  readonly stamp: number;
  readonly timeZone: string;
  readonly tenantStatus: string;
  readonly campaigns: ReadonlyMap<string, CampaignRules>;
  readonly offers: ReadonlyMap<string, OfferRules>;
  readonly contracts: ReadonlyMap<string, RoutableContract>;
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
  return {
    stamp: tenant.stamp,
    timeZone: tenant.timeZone,
    tenantStatus: tenant.status,
    campaigns: new Map(
      campaigns.map((campaign) => [
        campaign.campaignId,
        {
          ...campaign,
          definitions: [...GLOBAL_FIELDS, ...campaign.fields.map((field) => defineField(field))],
        },
      ]),
    ),
    offers: new Map(
      offers.map((offer) => [
        offer.terms.offerId,
        rulesOf(
          offer.terms,
          offer.links.flatMap((link) => {
            const contract = byContract.get(link.contractId);
            return contract ? [termsOf(contract, link)] : [];
          }),
        ),
      ]),
    ),
    contracts: byContract,
  };
}

function rulesOf(offer: OfferTerms, contracts: readonly ContractTerms[]): OfferRules {
  const alike = Map.groupBy(contracts, (terms) => rankKey(terms, offer.rule));
  const tied = [...alike.values()].filter((group) => group.length > 1).flat();
  return { offer, contracts, tied: tied.map((terms) => terms.contractId) };
}

function termsOf(contract: RoutableContract, link: { priority: number | null; weight: number | null }): ContractTerms {
  const { terms } = contract;
  return {
    contractId: contract.contractId,
    version: contract.version,
    contractName: contract.name,
    contractStatus: contract.status,
    buyerId: contract.buyerId,
    buyerName: contract.buyerName,
    buyerStatus: contract.buyerStatus,
    verticalId: contract.verticalId,
    priceCents: terms.priceCents,
    priority: link.priority ?? terms.priority,
    weight: link.weight ?? terms.weight,
    lastWonAt: null,
    geo: terms.geo,
    demographic: terms.demographic,
    custom: terms.custom,
  };
}
