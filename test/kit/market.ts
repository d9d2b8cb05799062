import assert from 'node:assert/strict';
import { type BuyerSimulator, startBuyerSimulator } from '../../src/entry/demo/buyer-simulator.ts';
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
  readonly rule?: 'price' | 'priority';
  readonly regime?: string;
  readonly campaign?: Record<string, unknown>;
  /** One buyer each: what its simulator does, and what its contract says beyond the defaults. */
  readonly buyers: readonly MarketBuyerSpec[];
}

export interface MarketBuyerSpec {
  readonly behaviour?: Behaviour;
  readonly contract?: Record<string, unknown>;
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
  serial += 1;
  const made = async (path: string, body: unknown): Promise<{ id: string; [name: string]: unknown }> => {
    const answer = await admin.post(path, body);
    assert.equal(answer.status, 201, `${path}: ${answer.text}`);
    return answer.json.data;
  };
  const vertical = await made('/api/v1/verticals', {
    name: 'Dental',
    slug: `dental-${serial}`,
    ...(spec.regime ? { regime: spec.regime } : {}),
  });
  const offer = await made('/api/v1/offers', {
    name: 'Offer',
    verticalId: vertical.id,
    status: 'active',
    distributionType: 'exclusive',
    distributionRule: spec.rule ?? 'price',
  });
  const partner = await made('/api/v1/partners', { name: 'Partner' });
  const campaign = await made('/api/v1/campaigns', {
    name: 'Campaign',
    partnerId: partner.id,
    offerId: offer.id,
    costPerLead: '5.00',
    ...spec.campaign,
  });
  const pair = await app.certificate.issue(['localhost', '127.0.0.1']);
  const buyers: MarketBuyer[] = [];
  for (const [index, buyerSpec] of spec.buyers.entries()) {
    const simulator = await startBuyerSimulator({
      name: `Buyer ${index + 1}`,
      behaviour: buyerSpec.behaviour ?? 'accept',
      tls: { cert: pair.certPem, key: pair.keyPem },
      host: '127.0.0.1',
      port: 0,
    });
    const buyer = await made('/api/v1/buyers', { name: `Buyer ${index + 1}` });
    const contract = await made('/api/v1/contracts', {
      name: `Contract ${index + 1}`,
      buyerId: buyer.id,
      verticalId: vertical.id,
      status: 'active',
      price: '20.00',
      deliveryConfig: [
        {
          id: 'primary',
          type: 'http_post',
          format: 'json',
          url: simulator.url,
          timeout: buyerSpec.timeoutSeconds ?? 3,
        },
      ],
      ...buyerSpec.contract,
    });
    await made(`/api/v1/offers/${offer.id}/contracts`, { contractId: contract.id });
    buyers.push({ buyerId: buyer.id, contractId: contract.id, simulator });
  }
  const posting = app.client(String(campaign['postingKey']));
  const lead = (more: Record<string, unknown> = {}): Record<string, unknown> => {
    serial += 1;
    return {
      campaignId: campaign.id,
      firstName: 'Avery',
      lastName: 'Bennett',
      email: `avery.${serial}@example.com`,
      phone: `51255${String(serial).padStart(5, '0')}`,
      state: 'TX',
      zipCode: '78701',
      dateOfBirth: '1980-02-03',
      tcpaConsent: true,
      ...more,
    };
  };
  return {
    verticalId: vertical.id,
    offerId: offer.id,
    partnerId: partner.id,
    campaignId: campaign.id,
    postingKey: String(campaign['postingKey']),
    posting,
    buyers,
    lead,
    post: (body = lead(), headers = {}) => posting.post('/api/v1/leads/submit', body, headers),
    async stop() {
      await Promise.all(buyers.map((buyer) => buyer.simulator.stop()));
    },
  };
}
