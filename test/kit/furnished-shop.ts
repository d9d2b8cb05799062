import assert from 'node:assert/strict';
import { systemContext } from '../../src/core/gate/index.ts';
import { bookOpening } from '../../src/leads/sales/index.ts';
import type { TestApp } from './app.ts';
import type { Client } from './client.ts';
import { made } from './refusals.ts';

export interface Shop {
  readonly tenantId: string;
  readonly admin: Client;
  readonly adminKey: string;
  readonly campaignIds: readonly string[];
  readonly postingKeys: readonly (readonly [string, string])[];
}

type Make = (at: string, body: object) => Promise<{ readonly id: string; readonly postingKey?: string }>;

/** A tenant with everything that can be brought over; its buyers take leads at `deliveryUrl`. */
export async function furnish(app: TestApp, deliveryUrl: string): Promise<Shop> {
  const { tenantId, admin, adminKey } = await app.tenant();
  const make: Make = (at, body) => made(admin, at, body);
  const verticalId = await makeVertical(admin, make);
  const offerId = await makeOffer(make, verticalId);
  const buyerIds = await makeBuyers(make, { verticalId, offerId, deliveryUrl });
  const postingKeys = await makeCampaigns(make, offerId);
  await make('/api/v1/blocked-ips', { ipRange: '198.51.100.0/28', reason: 'Bots' });
  await make('/api/v1/blocked-referrers', { referrer: 'spam.example/landing', reason: 'Incentivised' });
  await app.runtime.tenancy.withTenant(systemContext(tenantId), (tx) =>
    bookOpening(tx, new Date(), String(buyerIds.at(-1)), 123_45),
  );
  return { tenantId, admin, adminKey, postingKeys, campaignIds: postingKeys.map(([id]) => id) };
}

async function makeVertical(admin: Client, make: Make): Promise<string> {
  const { id: verticalId } = await make('/api/v1/verticals', { name: 'Dental', slug: 'dental', dedupWindowDays: 12 });
  for (const [name, more] of [
    ['treatment', { fieldType: 'select', options: ['implant', 'crown'], phiClass: 'health', required: true }],
    ['memberNumber', { fieldType: 'text', phiClass: 'identity', label: 'Member number' }],
  ] as const)
    await make(`/api/v1/verticals/${verticalId}/custom-fields`, { name, ...more });
  const patched = await admin.patch(`/api/v1/verticals/${verticalId}`, { dedupFields: ['email', 'memberNumber'] });
  assert.equal(patched.status, 200, patched.text);
  const group = await make('/api/admin/vertical-groups', { name: 'Health' });
  const grouped = await admin.put(`/api/admin/vertical-groups/${group.id}/verticals`, { verticalIds: [verticalId] });
  assert.equal(grouped.status, 200, grouped.text);
  return verticalId;
}

async function makeOffer(make: Make, verticalId: string): Promise<string> {
  const { id } = await make('/api/v1/offers', {
    name: 'Dental, hybrid',
    verticalId,
    status: 'active',
    distributionType: 'hybrid',
    distributionRule: 'priority',
    maxSales: 2,
    dqDistributionRule: 'round_robin',
    dedupEnabled: true,
    dedupScope: 'offer',
    notes: 'Kept apart',
  });
  return id;
}

interface Place {
  readonly verticalId: string;
  readonly offerId: string;
  readonly deliveryUrl: string;
}

async function makeBuyers(make: Make, place: Place): Promise<string[]> {
  const buyerIds: string[] = [];
  for (const [index, name] of ['Bright Smile', 'Second Smile'].entries()) {
    const { id: buyerId } = await make('/api/v1/buyers', {
      name,
      email: `office${index}@example.com`,
      creditLimit: '5000.00',
      monthlySpendCap: '900.00',
      dedupEnabled: true,
      dedupFields: ['phone'],
      dedupWindowDays: 90,
      billingCycle: 'monthly',
    });
    const contract = await make('/api/v1/contracts', {
      name: `${name}, standard`,
      buyerId,
      price: `${20 + index}.50`,
      priority: 3 + index,
      ...contractTerms(place),
    });
    const own = index === 0 ? { priority: 1, weight: 7 } : { pool: 'fallback' };
    await make(`/api/v1/offers/${place.offerId}/contracts`, { contractId: contract.id, ...own });
    buyerIds.push(buyerId);
  }
  return buyerIds;
}

const contractTerms = ({ verticalId, deliveryUrl }: Place) => ({
  verticalId,
  status: 'active',
  dailyLeadCap: 40,
  weeklySpendCap: '500.00',
  exclusiveMultiplier: '1.5',
  geoFilters: { states: ['TX', 'FL'], zipCodes: ['902*', '78701'] },
  demographicFilters: { minAge: 18, maxAge: 80 },
  customFilters: [{ field: 'treatment', operator: 'in', value: ['implant', 'crown'] }],
  scheduleTimezone: 'America/New_York',
  scheduleHours: Array.from({ length: 7 }, (_, day) => ({
    day,
    startTime: '00:00',
    endTime: '24:00',
    active: true,
  })),
  holidays: ['2030-12-25'],
  pacing: 'even',
  licensedFields: ['firstName', 'lastName', 'email', 'phone', 'treatment'],
  deliveryConfig: [{ id: 'primary', type: 'http_post', format: 'json', url: deliveryUrl, timeout: 3 }],
});

async function makeCampaigns(make: Make, offerId: string): Promise<(readonly [string, string])[]> {
  const partner = await make('/api/v1/partners', {
    name: 'Searchlight',
    email: 'desk@example.com',
    notes: 'Since 2019',
  });
  const postingKeys: (readonly [string, string])[] = [];
  for (const name of ['Form', 'Landing page']) {
    const campaign = await make('/api/v1/campaigns', {
      name,
      partnerId: partner.id,
      offerId,
      costPerLead: '7.25',
      dailyCap: 500,
      strictFields: true,
    });
    postingKeys.push([campaign.id, String(campaign.postingKey)]);
    await make(`/api/v1/campaigns/${campaign.id}/custom-fields`, {
      name: 'landingPage',
      fieldType: 'url',
      phiClass: 'other',
    });
  }
  return postingKeys;
}
