import { fresh } from './fresh-rows.ts';
import type { Party } from './parties.ts';
import { made } from './refusals.ts';
import type { RouteCall } from './route-call.ts';

type Make = (party: Party) => RouteCall | Promise<RouteCall>;

/** An offer that partners see, and nobody has a campaign on. */
const openOffer = (party: Party): Promise<string> =>
  fresh(party, 'offers', { name: 'Open', verticalId: party.verticalId, visibility: 'public' });

/** One that the partner of the party has asked for. */
async function askedOffer(party: Party): Promise<{ readonly id: string; readonly requestId: string }> {
  const id = await openOffer(party);
  const request = await made(party.keys.partner.client, `/api/partner/offers/${id}/request`, {});
  return { id, requestId: request.id };
}

const ofOpen: Make = async (party) => ({ params: { id: await openOffer(party) } });
const ofRequest =
  (body: object): Make =>
  async (party) => ({ params: { requestId: (await askedOffer(party)).requestId }, body: { ...body } });

/** Calls of how partners come to offers. */
export const ENROLMENT_CALLS: Readonly<Record<string, Make>> = {
  list_partner_offers: () => ({}),
  get_partner_offer: ofOpen,
  get_partner_offer_stats: ofOpen,
  request_offer_enrollment: ofOpen,
  withdraw_offer_enrollment: async (party) => ({ params: { id: (await askedOffer(party)).id } }),
  list_offer_requests: () => ({}),
  approve_offer_request: ofRequest({ costPerLead: '7.50' }),
  decline_offer_request: ofRequest({ note: 'We have enough of these.' }),
  get_offer_filter_fields: ({ offerId }) => ({ params: { offerId } }),
};
