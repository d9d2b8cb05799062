import type { Caller } from '../../core/access/index.ts';
import { defineRoute, type Route } from '../../core/gate/index.ts';
import { type Asker, requestOffer, withdrawRequest } from './request-offer.ts';
import { showOwnRequest } from './show-offer.ts';
import { offerParams, ownRequestAnswer } from './wire.ts';

const path = '/api/partner/offers/:id/request';
const WHO = 'This is for people and keys of a partner.';

/** A partner asks for an offer, and takes that back. */
export const askRoutes = (): Route[] => [askRoute(), withdrawRoute()];

function askerOf({ partnerId, actorId }: Caller): Asker {
  if (partnerId === undefined) throw new TypeError('a partner is bound to nobody');
  return { partnerId, actorId };
}

const askRoute = (): Route =>
  defineRoute({
    id: 'request_offer_enrollment',
    method: 'POST',
    path,
    tag: 'offers',
    status: 201,
    summary: 'Ask for a public, active offer; 409 for who has a campaign on it, has asked already, or asks too soon.',
    permission: 'offers:ask',
    whoMay: WHO,
    audit: { action: 'offer.request', entity: 'offer' },
    params: offerParams,
    response: ownRequestAnswer,
    async handle({ tx, now, caller, params: { id } }) {
      const request = await requestOffer(tx, askerOf(caller), id, now);
      return { answer: { data: showOwnRequest(request) }, touched: [id, request.id] };
    },
  });

const withdrawRoute = (): Route =>
  defineRoute({
    id: 'withdraw_offer_enrollment',
    method: 'DELETE',
    path,
    tag: 'offers',
    summary: 'Withdraw the request for an offer that waits.',
    permission: 'offers:ask',
    whoMay: WHO,
    audit: { action: 'offer.withdraw_request', entity: 'offer' },
    params: offerParams,
    response: ownRequestAnswer,
    async handle({ tx, now, caller, params: { id } }) {
      const request = await withdrawRequest(tx, askerOf(caller), id, now);
      return { answer: { data: showOwnRequest(request) }, touched: [id, request.id] };
    },
  });
