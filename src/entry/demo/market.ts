import type { ApiClient } from './api-client.ts';

/** A buyer of the demo: what its contract says, and how its simulator behaves. */
export interface DemoBuyerSpec {
  readonly name: string;
  readonly behaviour: 'accept' | 'reject_every_third' | 'slow';
  readonly price: string;
  readonly priority: number;
  readonly geoFilters: { readonly states: readonly string[] };
  readonly demographicFilters?: { readonly minAge?: number; readonly maxAge?: number };
  readonly licensedFields: readonly string[];
}

const CONTACT = ['firstName', 'lastName', 'email', 'phone', 'zipCode', 'state'] as const;

/** Three buyers that between them show how a lead is won, refused and waited for. */
export const DEMO_BUYERS: readonly DemoBuyerSpec[] = [
  {
    name: 'Bright Smile Dental',
    behaviour: 'accept',
    price: '42.00',
    priority: 1,
    geoFilters: { states: ['TX', 'FL', 'IL'] },
    demographicFilters: { minAge: 18 },
    licensedFields: [...CONTACT, 'treatment'],
  },
  {
    name: 'Picky Dental Group',
    behaviour: 'reject_every_third',
    price: '38.50',
    priority: 2,
    geoFilters: { states: ['TX', 'IL', 'NY'] },
    licensedFields: CONTACT,
  },
  {
    name: 'Patient Dental Care',
    behaviour: 'slow',
    price: '31.00',
    priority: 3,
    geoFilters: { states: ['TX', 'FL', 'IL', 'NY'] },
    licensedFields: ['firstName', 'phone', 'zipCode'],
  },
];

export interface DemoPartner {
  readonly id: string;
  readonly name: string;
  readonly apiKey: string;
  readonly campaigns: readonly { readonly id: string; readonly postingKey: string; readonly offerId: string }[];
}

export interface DemoBuyer {
  readonly id: string;
  readonly name: string;
  readonly apiKey: string;
  readonly contractIds: readonly string[];
  readonly simulatorUrl: string;
}

export interface DemoMarket {
  readonly partners: readonly DemoPartner[];
  readonly buyers: readonly DemoBuyer[];
}

type Made = { readonly data: { readonly id: string } };

/** Sets up the demo's vertical, buyers, contracts, offer, partners and campaigns, by the public API alone. */
export async function seedMarket(api: ApiClient, simulatorUrls: readonly string[]): Promise<DemoMarket> {
  const vertical = await api.call<Made>('POST', '/api/v1/verticals', { name: 'Dental', slug: 'dental' });
  await api.call('POST', `/api/v1/verticals/${vertical.data.id}/custom-fields`, {
    name: 'treatment',
    label: 'Treatment wanted',
    fieldType: 'text',
    required: false,
  });
  const offer = await api.call<Made>('POST', '/api/v1/offers', {
    name: 'Dental, exclusive',
    verticalId: vertical.data.id,
    status: 'active',
    distributionType: 'exclusive',
    distributionRule: 'price',
  });
  const buyers: DemoBuyer[] = [];
  for (const [index, spec] of DEMO_BUYERS.entries())
    buyers.push(
      await seedBuyer(api, spec, {
        verticalId: vertical.data.id,
        offerId: offer.data.id,
        url: simulatorUrls[index] ?? '',
      }),
    );
  const partners: DemoPartner[] = [];
  for (const name of ['Searchlight Media', 'Kind Clicks']) partners.push(await seedPartner(api, name, offer.data.id));
  return { partners, buyers };
}

async function seedBuyer(
  api: ApiClient,
  spec: DemoBuyerSpec,
  at: { verticalId: string; offerId: string; url: string },
): Promise<DemoBuyer> {
  const { name, price, priority, geoFilters, demographicFilters, licensedFields } = spec;
  const buyer = await api.call<Made>('POST', '/api/v1/buyers', { name, status: 'active', pricingModel: 'fixed' });
  const contract = await api.call<Made>('POST', '/api/v1/contracts', {
    name: `${name}, standard`,
    buyerId: buyer.data.id,
    verticalId: at.verticalId,
    status: 'active',
    pricingModel: 'fixed',
    price,
    priority,
    geoFilters,
    licensedFields,
    ...(demographicFilters ? { demographicFilters } : {}),
    deliveryConfig: [
      {
        id: 'primary',
        type: 'http_post',
        enabled: true,
        isPrimary: true,
        url: at.url,
        format: 'json',
        timeout: 8,
        authType: 'none',
      },
    ],
  });
  await api.call('POST', `/api/v1/offers/${at.offerId}/contracts`, { contractId: contract.data.id });
  const key = await api.call<{ data: { key: string } }>('POST', '/api/v1/auth/api-keys', {
    name: `${name} API key`,
    buyerId: buyer.data.id,
    piiAccess: true,
  });
  return { id: buyer.data.id, name, apiKey: key.data.key, contractIds: [contract.data.id], simulatorUrl: at.url };
}

async function seedPartner(api: ApiClient, name: string, offerId: string): Promise<DemoPartner> {
  const partner = await api.call<Made>('POST', '/api/v1/partners', { name, status: 'active' });
  const campaign = await api.call<{ data: { id: string; postingKey: string } }>('POST', '/api/v1/campaigns', {
    name: `${name}, dental form`,
    partnerId: partner.data.id,
    offerId,
    status: 'active',
    costPerLead: '12.00',
  });
  const key = await api.call<{ data: { key: string } }>('POST', '/api/v1/auth/api-keys', {
    name: `${name} API key`,
    partnerId: partner.data.id,
  });
  return {
    id: partner.data.id,
    name,
    apiKey: key.data.key,
    campaigns: [{ id: campaign.data.id, postingKey: campaign.data.postingKey, offerId }],
  };
}
