import assert from 'node:assert/strict';
import { type Bidding, type BuyerSimulator, startBuyerSimulator } from '../../src/entry/demo/buyer-simulator.ts';
import type { TestApp } from './app.ts';
import type { Answer, Client } from './client.ts';

export interface MarketBuyer {
  readonly buyerId: string;
  readonly contractId: string;
  readonly simulator: BuyerSimulator;
}

export interface Market {
  readonly verticalId: string;
  readonly offerId: string;
  readonly partnerId: string;
  readonly campaignId: string;
  readonly postingKey: string;
  readonly posting: Client;
  readonly buyers: readonly MarketBuyer[];
  /** A lead that every contract of the market takes unless its terms say otherwise, unlike any before it. */
  lead(more?: Record<string, unknown>): Record<string, unknown>;
  post(lead?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

export interface MarketSpec {
  readonly rule?: 'price' | 'priority' | 'weight' | 'round_robin';
  /** What the offer says beyond the defaults. */
  readonly offer?: Record<string, unknown>;
  readonly regime?: string;
  readonly campaign?: Record<string, unknown>;
  /** One buyer each: what its simulator does, and what its contract says beyond the defaults. */
  readonly buyers: readonly MarketBuyerSpec[];
}

export interface MarketBuyerSpec {
  readonly behaviour?: Behaviour;
  /** How it bids; its contract is one of the pricing model ping_post then. */
  readonly bids?: Partial<Bidding>;
  readonly contract?: Record<string, unknown>;
  readonly buyer?: Record<string, unknown>;
  /** How the offer has it. */
  readonly link?: Record<string, unknown>;
  /** How long a delivery may take; 3 unless given. */
  readonly timeoutSeconds?: number;
}

export type Behaviour = Parameters<typeof startBuyerSimulator>[0]['behaviour'];

/** What a market stands on: the product, in this process or in another. */
export type MarketPlace = Pick<TestApp, 'client' | 'certificate'>;

let serial = 0;

/**
 * A vertical, an offer, a partner with a campaign, and buyers with contracts and simulators, all made by the public
 * API.
 */
export async function startMarket(app: MarketPlace, admin: Client, spec: MarketSpec): Promise<Market> {
  const make = maker(admin);
  const ground = await makeGround(make, spec);
  const pair = await app.certificate.issue(['localhost', '127.0.0.1']);
  const buyers: MarketBuyer[] = [];
  for (const [index, buyerSpec] of spec.buyers.entries()) {
    const simulator = await startBuyerSimulator({
      name: `Buyer ${index + 1}`,
      behaviour: buyerSpec.behaviour ?? 'accept',
      ...(buyerSpec.bids ? { bidding: buyerSpec.bids } : {}),
      tls: { cert: pair.certPem, key: pair.keyPem },
      host: '127.0.0.1',
      port: 0,
    });
    buyers.push({ ...(await makeBuyer(make, ground, { ...buyerSpec, url: simulator.url })), simulator });
  }
  const posting = app.client(ground.postingKey);
  const lead = (more: Record<string, unknown> = {}) => ({ ...newLead(ground.campaignId), ...more });
  return {
    ...ground,
    posting,
    buyers,
    lead,
    post: (body = lead(), headers = {}) => posting.post('/api/v1/leads/submit', body, headers),
    async stop() {
      await Promise.all(buyers.map((buyer) => buyer.simulator.stop()));
    },
  };
}

type Make = (path: string, body: unknown) => Promise<{ id: string; [name: string]: unknown }>;

const maker =
  (admin: Client): Make =>
  async (path, body) => {
    const answer = await admin.post(path, body);
    assert.equal(answer.status, 201, `${path}: ${answer.text}`);
    return answer.json.data;
  };

type Ground = Pick<Market, 'verticalId' | 'offerId' | 'partnerId' | 'campaignId' | 'postingKey'>;

/** All of a market but its buyers. */
async function makeGround(make: Make, spec: MarketSpec): Promise<Ground> {
  serial += 1;
  const regime = spec.regime ? { regime: spec.regime } : {};
  const vertical = await make('/api/v1/verticals', { name: 'Dental', slug: `dental-${serial}`, ...regime });
  const offer = await make('/api/v1/offers', {
    name: 'Offer',
    verticalId: vertical.id,
    status: 'active',
    distributionType: 'exclusive',
    distributionRule: spec.rule ?? 'price',
    ...spec.offer,
  });
  const partner = await make('/api/v1/partners', { name: 'Partner' });
  const campaign = await make('/api/v1/campaigns', {
    name: 'Campaign',
    partnerId: partner.id,
    offerId: offer.id,
    costPerLead: '5.00',
    ...spec.campaign,
  });
  const postingKey = String(campaign['postingKey']);
  return { verticalId: vertical.id, offerId: offer.id, partnerId: partner.id, campaignId: campaign.id, postingKey };
}

async function makeBuyer(make: Make, ground: Ground, spec: MarketSpec['buyers'][number] & { readonly url: string }) {
  serial += 1;
  const buyer = await make('/api/v1/buyers', { name: `Buyer ${serial}`, ...spec.buyer });
  const timeout = spec.timeoutSeconds ?? 3;
  const contract = await make('/api/v1/contracts', {
    name: `Contract ${serial}`,
    buyerId: buyer.id,
    verticalId: ground.verticalId,
    status: 'active',
    price: '20.00',
    deliveryConfig: [{ id: 'primary', type: 'http_post', format: 'json', url: spec.url, timeout }],
    ...(spec.bids ? { pricingModel: 'ping_post', pingDeliveryConfig: { url: `${spec.url}/ping` } } : {}),
    ...spec.contract,
  });
  await make(`/api/v1/offers/${ground.offerId}/contracts`, { contractId: contract.id, ...spec.link });
  return { buyerId: buyer.id, contractId: contract.id };
}

function newLead(campaignId: string): Record<string, unknown> {
  serial += 1;
  return {
    campaignId,
    firstName: 'Avery',
    lastName: 'Bennett',
    email: `avery.${serial}@example.com`,
    phone: `51255${String(serial).padStart(5, '0')}`,
    state: 'TX',
    zipCode: '78701',
    dateOfBirth: '1980-02-03',
    tcpaConsent: true,
  };
}
