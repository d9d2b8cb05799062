import { type ListForm, suppressionForms } from '../../core/consent/index.ts';
import { type TenantReader, tenantState } from '../../core/tenancy/index.ts';
import { contractsForRouting, type RoutableContract } from '../contracts/index.ts';
import { shareOf } from '../../kernel/money.ts';
import {
  type BookContract,
  type ContractTerms,
  type OfferTerms,
  offersForRouting,
  holdAt,
  isBounded,
  type KeptMatcher,
  type MarginTerms,
  matcherOf,
  rankKey,
  type RoutableOffer,
  type Timetable,
  timetableOf,
} from '../routing/index.ts';
import { type Blocks, blocksForIntake, buildBlocks } from '../screening/index.ts';
import { type CheckRule, checksForIntake } from '../checks/index.ts';
import { campaignsForIntake } from '../sources/index.ts';
import { planHistory, type HistoryPlan } from './plan-history.ts';
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
  readonly verticalSlug: string | null;
  readonly regime: string;
  readonly strict: boolean;
  readonly consentRequired: boolean;
  readonly shadow: boolean;
  readonly responseDeadlineMs: number;
  /** How long bids are waited for. */
  readonly pingDeadlineMs: number;
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
  /** Outside services that are asked before a lead is routed. */
  readonly checks: readonly CheckRule[];
}

export interface OfferRules {
  readonly offer: OfferTerms;
  readonly contracts: readonly ContractTerms[];
  /** Finds those whose filters a lead passes; undefined where they are so few that each is asked as well. */
  readonly matcher: KeptMatcher | undefined;
  /** What reserving for the contracts counts against. */
  readonly counted: readonly BookContract[];
  /** Contracts that are closed at some time. */
  readonly bounded: readonly string[];
  /** Whether the order depends on whose turn it is: exactly, or only among contracts that rank alike. */
  readonly turns: 'exact' | 'ties' | 'none';
  /** Contracts that bid for each lead, with the least that each may bid. */
  readonly bidders: ReadonlyMap<string, number>;
  readonly margin: MarginTerms;
  /** What its contracts ask of earlier sales. */
  readonly history: HistoryPlan;
}

/** All that routing reads of a tenant's settings, as of one stamp. */
export interface RoutingSnapshot {
  readonly stamp: number;
  readonly timeZone: string;
  readonly tenantStatus: string;
  readonly campaigns: ReadonlyMap<string, CampaignRules>;
  readonly offers: ReadonlyMap<string, OfferRules>;
  readonly contracts: ReadonlyMap<string, RoutableContract>;
  /** When each contract is open. */
  readonly timetables: ReadonlyMap<string, Timetable>;
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
      const loaded = buildSnapshot(await readSettings(tx, tenant), found?.offers);
      kept.set(tx.context.tenantId, loaded);
      return loaded;
    },
  };
}

/** A tenant and its settings as they are stored. */
export interface Settings {
  readonly tenant: { readonly stamp: number; readonly timeZone: string; readonly status: string };
  readonly campaigns: Awaited<ReturnType<typeof campaignsForIntake>>;
  readonly offers: readonly RoutableOffer[];
  readonly contracts: readonly RoutableContract[];
  /** In which forms anybody is suppressed. */
  readonly forms: ReadonlySet<ListForm>;
  readonly blocks: Awaited<ReturnType<typeof blocksForIntake>>;
  /** By campaign. */
  readonly checks: Awaited<ReturnType<typeof checksForIntake>>;
}

/** Reads a tenant's settings as they are at this moment. */
export const readSettings = async (tx: TenantReader, tenant: Settings['tenant']): Promise<Settings> => ({
  tenant,
  campaigns: await campaignsForIntake(tx),
  offers: await offersForRouting(tx),
  contracts: await contractsForRouting(tx),
  forms: await suppressionForms(tx),
  blocks: await blocksForIntake(tx),
  checks: await checksForIntake(tx),
});

/**
 * Settings as routing reads them. Pure. `before` are the offers of an earlier snapshot, whose matchers are kept as far
 * as they still hold.
 */
export function buildSnapshot(
  { tenant, campaigns, offers, contracts, forms, blocks, checks }: Settings,
  before?: RoutingSnapshot['offers'],
): RoutingSnapshot {
  const byContract = new Map(contracts.map((contract) => [contract.contractId, contract]));
  const timetables = new Map(
    contracts.map(({ contractId, terms }) => [contractId, timetableOf(terms.schedule, tenant.timeZone)]),
  );
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
          checks: checks.get(campaign.campaignId) ?? [],
          definitions: [...GLOBAL_FIELDS, ...campaign.fields.map((field) => defineField(field))],
        },
      ]),
    ),
    offers: new Map(
      offers.map((offer) => {
        const { offerId } = offer.terms;
        const rules = rulesOf(offer, byContract, timetables, tenant.timeZone);
        return [offerId, { ...rules, matcher: matcherFor(tenant.stamp, rules, before?.get(offerId)) }];
      }),
    ),
    contracts: byContract,
    timetables,
    blocks: buildBlocks(blocks),
  };
}

function rulesOf(
  { terms: offer, links, margin, affinity }: RoutableOffer,
  byContract: ReadonlyMap<string, RoutableContract>,
  timetables: ReadonlyMap<string, Timetable>,
  timeZone: string,
): Omit<OfferRules, 'matcher'> {
  const linked = links.flatMap((link) => {
    const contract = byContract.get(link.contractId);
    return contract ? [{ contract, terms: termsOf(contract, link, offer) }] : [];
  });
  const contracts = linked.map(({ terms }) => terms);
  return {
    offer,
    contracts,
    counted: linked.flatMap(({ contract }) => countedBy(contract, { timetables, timeZone }) ?? []),
    bounded: linked.filter(({ contract }) => isBounded(contract.terms.schedule)).map(({ terms }) => terms.contractId),
    turns: turnsOf(offer, contracts),
    bidders: new Map(
      linked.flatMap(({ contract: { contractId, terms } }) =>
        terms.bidding ? [[contractId, terms.bidding.floorCents] as const] : [],
      ),
    ),
    margin,
    history: planHistory(
      linked.map(({ contract }) => contract),
      affinity,
    ),
  };
}

/** So few contracts are asked one by one as fast as they are found. */
const FEW = 16;

function matcherFor(
  stamp: number,
  { contracts }: Pick<OfferRules, 'contracts'>,
  before: OfferRules | undefined,
): KeptMatcher | undefined {
  return contracts.length > FEW ? matcherOf(stamp, contracts, before?.matcher) : undefined;
}

function turnsOf({ rule, fallbackRule }: OfferTerms, contracts: readonly ContractTerms[]): OfferRules['turns'] {
  const ruleOf = { primary: rule, fallback: fallbackRule === 'all' ? ('priority' as const) : fallbackRule };
  if (contracts.some(({ pool }) => ruleOf[pool] === 'round_robin')) return 'exact';
  const alike = Map.groupBy(contracts, (terms) => `${terms.pool}/${rankKey(terms, ruleOf[terms.pool])}`);
  return [...alike.values()].some((group) => group.length > 1) ? 'ties' : 'none';
}

/** What reserving for a contract counts against; a contract without a zone counts its days by the tenant's. */
export function countedBy(
  { contractId, buyerId, terms, buyerCaps, creditLimitCents, packs }: RoutableContract,
  { timetables, timeZone }: Pick<RoutingSnapshot, 'timetables' | 'timeZone'>,
): BookContract | undefined {
  const timetable = timetables.get(contractId);
  if (!timetable) return undefined;
  const { caps, pacing, ramp, schedule } = terms;
  const arrivalOf = (now: Date): Date =>
    schedule.closedHours === 'hold' ? new Date(holdAt(timetable, schedule, now.getTime()) ?? now) : now;
  const own = { timeZone: schedule.timeZone ?? timeZone, timetable, arrivalOf, caps, pacing, ramp };
  // Who bids for each lead has no price that could be paid in advance.
  const prepaid = { packs: terms.bidding ? [] : packs, whenPackEmpty: terms.whenPackEmpty ?? 'refuse' };
  return { contractId, buyerId, ...own, ...prepaid, buyerCaps, creditLimitCents };
}

/** Which of these contracts are closed at an instant, and until when one may hold a lead. */
export function closedAt(
  { contracts, timetables }: Pick<RoutingSnapshot, 'contracts' | 'timetables'>,
  contractIds: readonly string[],
  now: Date,
): Map<string, { readonly holdUntil: number | null }> {
  const closed = new Map<string, { readonly holdUntil: number | null }>();
  for (const contractId of contractIds) {
    const timetable = timetables.get(contractId);
    const terms = contracts.get(contractId)?.terms;
    const holdUntil = timetable && terms ? holdAt(timetable, terms.schedule, now.getTime()) : undefined;
    if (holdUntil !== undefined) closed.set(contractId, { holdUntil });
  }
  return closed;
}

type Link = Pick<RoutableOffer['links'][number], 'pool' | 'priority' | 'weight'>;

/** A contract as a decision sees it on an offer. */
export function termsOf(contract: RoutableContract, link: Link, offer: OfferTerms): ContractTerms {
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
