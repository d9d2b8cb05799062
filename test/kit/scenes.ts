import type { Client } from './client.ts';
import { made } from './refusals.ts';

let serial = 0;

/** A vertical with a slug of its own. */
export async function verticalScene(client: Client, more: Record<string, unknown> = {}) {
  serial += 1;
  return made(client, '/api/v1/verticals', { name: `Vertical ${serial}`, slug: `vertical-${serial}`, ...more });
}

/** What a campaign needs. */
export async function campaignScene(client: Client) {
  const vertical = await verticalScene(client);
  const partner = await made(client, '/api/v1/partners', { name: 'Partner' });
  const offer = await made(client, '/api/v1/offers', { name: 'Offer', verticalId: vertical.id });
  return { vertical, partner, offer };
}

export const DELIVERY_URL = 'https://buyer.example.com/leads';

/** What a contract needs, and the least that one says. */
export async function contractScene(client: Client) {
  const vertical = await verticalScene(client);
  const buyer = await made(client, '/api/v1/buyers', { name: 'Buyer' });
  const base = {
    name: 'Contract',
    verticalId: vertical.id as string,
    buyerId: buyer.id as string,
    price: '20.00',
    deliveryUrl: DELIVERY_URL,
  };
  return { vertical, buyer, base };
}
