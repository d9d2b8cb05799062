import type { RoutableContract } from '../../src/leads/contracts/index.ts';
import type { Settings } from '../../src/leads/intake/load-snapshot.ts';
import { ALWAYS_OPEN } from '../../src/leads/routing/index.ts';
import { DISTRIBUTION_TYPES } from '../../src/leads/routing/domain/decide.ts';
import { DISTRIBUTION_RULES } from '../../src/leads/routing/domain/rank.ts';
import type { Chance } from '../kit/chance.ts';

type Campaign = Settings['campaigns'][number];
type Offer = Settings['offers'][number];
type Caps = RoutableContract['buyerCaps'];

const VERTICAL = 'vertical';
export const STATES = ['CA', 'NY', 'TX', 'FL', 'WA'] as const;
export const PLANS = ['basic', 'plus', 'none'] as const;
const ZONES = ['America/New_York', 'America/Phoenix', 'Australia/Lord_Howe'] as const;

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** A tenant's settings, drawn: buyers with caps and credit, contracts of all kinds, offers of every distribution. */
export function drawSettings(chance: Chance): Settings {
  const buyers = many(chance.between(3, 8), (index) => ({
    buyerId: `buyer-${index}`,
    buyerCaps: drawCaps(chance, 150),
    creditLimitCents: chance.happens(0.3) ? chance.between(0, 900) * 1000 : null,
    packs: chance.happens(0.3) ? [drawPack(chance, null)] : [],
  }));
  const contracts = many(chance.between(4, 14), (index) => drawContract(chance, index, chance.pick(buyers)));
  const offers = many(chance.between(1, 3), (index) => drawOffer(chance, index, contracts));
  return {
    tenant: { stamp: 1, timeZone: 'America/New_York', status: 'active' },
    contracts,
    offers,
    campaigns: many(chance.between(1, 4), (index) => drawCampaign(chance, index, chance.pick(offers).terms.offerId)),
    forms: new Set(),
    blocks: [],
    checks: new Map(),
  };
}

/** Settings after somebody has changed one thing. */
export function changeSettings(chance: Chance, settings: Settings): Settings {
  const next = { ...settings, tenant: { ...settings.tenant, stamp: settings.tenant.stamp + 1 } };
  const { contracts, offers, campaigns } = settings;
  const contract = chance.pick(contracts);
  const same = ({ contractId }: RoutableContract): boolean => contractId === contract.contractId;
  const ofBuyer = ({ buyerId }: RoutableContract): boolean => buyerId === contract.buyerId;
  const setContracts = (which: (one: RoutableContract) => boolean, change: Partial<RoutableContract>): Settings => ({
    ...next,
    contracts: contracts.map((one) => (which(one) ? { ...one, ...change } : one)),
  });
  const flip = (status: string): string => (status === 'active' && chance.happens(0.5) ? 'paused' : 'active');
  switch (chance.between(1, 10)) {
    case 1:
      return setContracts(same, { status: flip(contract.status) });
    case 2:
      return setContracts(ofBuyer, { buyerStatus: flip(contract.buyerStatus) });
    case 3:
      return setContracts(ofBuyer, { buyerCaps: drawCaps(chance, 150) });
    case 4:
      return setContracts(ofBuyer, { creditLimitCents: chance.happens(0.5) ? null : chance.between(0, 600) * 1000 });
    case 5: {
      const offer = chance.pick(offers);
      const { terms, links } = drawOffer(chance, 0, contracts);
      const changed = { ...offer, links, terms: { ...terms, offerId: offer.terms.offerId } };
      return { ...next, offers: offers.map((one) => (one === offer ? changed : one)) };
    }
    case 6: {
      const campaign = chance.pick(campaigns);
      const changed = { ...campaign, caps: drawCaps(chance, 300).leads ?? {}, status: flip(campaign.status) };
      return { ...next, campaigns: campaigns.map((one) => (one === campaign ? changed : one)) };
    }
    case 7:
      return setContracts(same, { packs: [drawPack(chance, contract.contractId), ...contract.packs] });
    case 8: {
      const [closed] = contract.packs;
      const packsOf = ({ packs }: RoutableContract) => packs.filter(({ packId }) => packId !== closed?.packId);
      return { ...next, contracts: contracts.map((one) => ({ ...one, packs: packsOf(one) })) };
    }
    default:
      return setContracts(same, { version: contract.version + 1, terms: drawTerms(chance) });
  }
}

function drawCaps(chance: Chance, most: number): Caps {
  if (chance.happens(0.6)) return {};
  const limit = (times: number): number => chance.between(0, most) * times;
  return {
    ...(chance.happens(0.8) ? { leads: { day: limit(2), ...(chance.happens(0.4) ? { week: limit(8) } : {}) } } : {}),
    ...(chance.happens(0.4) ? { spendCents: { day: limit(3000), month: limit(40_000) } } : {}),
    ...(chance.happens(0.2) ? { concurrent: chance.between(0, 12) } : {}),
    ...(chance.happens(0.1) ? { observe: true } : {}),
  };
}

function drawContract(
  chance: Chance,
  index: number,
  buyer: Pick<RoutableContract, 'buyerId' | 'buyerCaps' | 'creditLimitCents' | 'packs'>,
): RoutableContract {
  return {
    ...buyer,
    contractId: `contract-${String(index).padStart(2, '0')}`,
    version: 1,
    name: `Contract ${index}`,
    status: chance.happens(0.9) ? 'active' : 'paused',
    buyerName: buyer.buyerId,
    buyerLegalName: null,
    buyerDisclosure: null,
    buyerStatus: 'active',
    verticalId: VERTICAL,
    deliverySecrets: null,
    terms: drawTerms(chance),
    dedup: null,
  };
}

const drawPack = (chance: Chance, contractId: string | null): RoutableContract['packs'][number] => ({
  packId: `pack-${chance.between(0, 1_000_000_000)}`,
  contractId,
  leads: chance.between(1, 60),
  priceCents: chance.between(0, 60) * 100,
});

function drawTerms(chance: Chance): RoutableContract['terms'] {
  const geo = { states: [chance.pick(STATES), chance.pick(STATES)], zipCodes: [], zipPrefixes: [], cities: [] };
  const plan = { field: 'plan', operator: 'in' as const, values: [chance.pick(PLANS), chance.pick(PLANS)] };
  return {
    priceCents: chance.between(1, 60) * 100,
    priority: chance.between(1, 3),
    weight: chance.between(0, 4),
    caps: drawCaps(chance, 150),
    exclusiveMultiplierBp: chance.pick([10_000, 12_500, 15_001]),
    exclusiveOnly: chance.happens(0.1),
    pacing: chance.happens(0.2) ? 'even' : 'none',
    ramp: chance.happens(0.1) ? { start: 2, startDate: '2026-02-25', step: 5, every: 'day' } : null,
    schedule: drawSchedule(chance),
    geo: chance.happens(0.3) ? { ...geo, exclude: chance.happens(0.3) } : null,
    demographic: null,
    custom: chance.happens(0.25) ? [plan] : [],
    licensedFields: ['state'],
    delivery: { url: 'https://buyer.example/leads', timeoutMs: 5000, authType: 'none' },
    uncertainPolicy: chance.happens(0.6) ? 'resend' : 'hold',
    ...(chance.happens(0.5) ? { whenPackEmpty: 'bill' as const } : {}),
  };
}

function drawSchedule(chance: Chance): RoutableContract['terms']['schedule'] {
  if (chance.happens(0.7)) return ALWAYS_OPEN;
  const windows = [
    { from: 8 * 60, to: 12 * 60 },
    { from: 13 * 60, to: chance.pick([17 * 60, 26 * 60 - 1440]) },
  ];
  return {
    ...ALWAYS_OPEN,
    timeZone: chance.pick(ZONES),
    hours: many(7, () => windows),
    closedHours: chance.happens(0.5) ? 'hold' : 'refuse',
  };
}

function drawOffer(chance: Chance, index: number, contracts: readonly RoutableContract[]): Offer {
  return {
    terms: {
      offerId: `offer-${index}`,
      status: chance.happens(0.95) ? 'active' : 'paused',
      distributionType: chance.pick(DISTRIBUTION_TYPES),
      rule: chance.pick(DISTRIBUTION_RULES),
      maxSales: chance.happens(0.5) ? chance.between(1, 3) : null,
      fallbackRule: chance.pick(['all', ...DISTRIBUTION_RULES]),
    },
    margin: { margin: null, minMarginCents: null },
    affinity: null,
    links: contracts
      .filter(() => chance.happens(0.8))
      .map(({ contractId }) => ({
        contractId,
        pool: chance.happens(0.75) ? 'primary' : 'fallback',
        priority: null,
        weight: null,
      })),
  };
}

function drawCampaign(chance: Chance, index: number, offerId: string): Campaign {
  return {
    campaignId: `campaign-${index}`,
    displayId: index,
    partnerId: `partner-${index % 2}`,
    status: 'active',
    partnerStatus: 'active',
    verticalId: VERTICAL,
    verticalSlug: null,
    pingDeadlineMs: 1000,
    shadow: false,
    verticalStatus: 'active',
    regime: 'none',
    strict: false,
    consentRequired: false,
    responseDeadlineMs: 8000,
    payoutCents: chance.between(1, 20) * 100,
    pricingModel: chance.happens(0.5) ? 'fixed' : 'revshare',
    revshareBp: chance.between(0, 10_000),
    maximumPayoutCents: chance.happens(0.3) ? 2500 : null,
    caps: drawCaps(chance, 300).leads ?? {},
    fields: [],
    dedupFields: [],
    dedupMatch: 'any',
    dedupWindowDays: 0,
    dedupSoldOnly: false,
    dedupVerticalIds: [VERTICAL],
    offerId,
    offerDedupEnabled: false,
    offerDedupWindowDays: null,
    offerDedupScope: null,
  };
}
