import assert from 'node:assert/strict';
import { startApp, type TestApp } from './app.ts';
import type { Answer, Client } from './client.ts';
import { type Market, startMarket } from './market.ts';
import { keyFor } from './parties.ts';
import { made } from './refusals.ts';

/** A partner, and its key. */
export interface Side {
  readonly partnerId: string;
  readonly client: Client;
}

export const PARTNER_OFFERS = '/api/partner/offers';
export const OFFER_REQUESTS = '/api/v1/offer-requests';

/** Two partners of a tenant who find offers, and staff who decide. */
export interface OfferScene {
  readonly app: TestApp;
  readonly admin: Client;
  readonly tenantId: string;
  readonly market: Market;
  readonly partner: Side;
  readonly rival: Side;
  side(name: string, ruler?: Client): Promise<Side>;
  /** An offer that partners see. */
  openOffer(more?: object): Promise<{ readonly id: string; readonly name: string }>;
  setOffer(id: string, body: object): Promise<void>;
  ask(offerId: string, who?: Side): Promise<Answer>;
  /** Asks, and gives the request. */
  asked(offerId: string, who?: Side): Promise<{ readonly id: string }>;
  approve(requestId: string, body?: object): Promise<Answer>;
  decline(requestId: string, note?: string): Promise<Answer>;
  stop(): Promise<void>;
}

export async function startOfferScene(): Promise<OfferScene> {
  const app = await startApp();
  const { admin, tenantId } = await app.tenant();
  const market = await startMarket(app, admin, { buyers: [{}] });
  const side = async (name: string, ruler = admin): Promise<Side> => {
    const { id: partnerId } = await made(ruler, '/api/v1/partners', { name });
    return { partnerId, client: (await keyFor(app, ruler, { partnerId })).client };
  };
  const partner = await side('Clicks');
  const ask = (id: string, { client }: Side = partner): Promise<Answer> =>
    client.post(`${PARTNER_OFFERS}/${id}/request`, '');
  let serial = 0;
  return {
    app,
    admin,
    tenantId,
    market,
    partner,
    rival: await side('Rival'),
    side,
    openOffer(more = {}) {
      serial += 1;
      const { verticalId } = market;
      return made(admin, '/api/v1/offers', { name: `Open ${serial}`, verticalId, visibility: 'public', ...more });
    },
    async setOffer(id, body) {
      const answer = await admin.patch(`/api/v1/offers/${id}`, body);
      assert.equal(answer.status, 200, answer.text);
    },
    ask,
    async asked(id, who = partner) {
      const answer = await ask(id, who);
      assert.equal(answer.status, 201, answer.text);
      return answer.json.data;
    },
    approve: (requestId, body = {}) => admin.post(`${OFFER_REQUESTS}/${requestId}/approve`, body),
    decline: (requestId, note = 'We have enough of these.') =>
      admin.post(`${OFFER_REQUESTS}/${requestId}/decline`, { note }),
    async stop() {
      await market.stop();
      await app.stop();
    },
  };
}
