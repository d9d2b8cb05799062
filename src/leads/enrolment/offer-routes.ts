import { defineRoute, listAnswer, pageOf, type Route } from '../../core/gate/index.ts';
import { tenantState } from '../../core/tenancy/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { offerStats, sinceOf } from './domain/offer-stats.ts';
import { enrolledIn, listingFind, listingPage } from './listing-store.ts';
import { showDetail, showOffers } from './show-offer.ts';
import { leadCounts } from './stats-store.ts';
import { offerParams, partnerOfferAnswer, partnerOfferList, partnerOfferQuery, statsAnswer } from './wire.ts';

/** Offers as partners find them, and how their own leads fare on one. */
export const partnerOfferRoutes = (): Route[] => [listRoute(), readRoute(), statsRoute()];

const listRoute = (): Route =>
  defineRoute({
    id: 'list_partner_offers',
    method: 'GET',
    path: '/api/partner/offers',
    tag: 'offers',
    summary: 'Public offers, active or paused, that the calling partner has no campaign on, by name.',
    permission: 'partner:self',
    audit: { action: 'offer.discover', entity: 'offer' },
    query: partnerOfferQuery,
    response: partnerOfferList,
    async handle({ tx, caller: { partnerId }, query: { search, verticalId, enrolled, ...paging } }) {
      const page = pageOf(paging);
      const isEnrolled = enrolled === 'true';
      const { rows, total } = await listingPage(tx, partnerId, { ...page, search, verticalId, isEnrolled });
      return {
        answer: listAnswer(await showOffers(tx, partnerId, rows), total, page),
        touched: rows.map(({ id }) => id),
      };
    },
  });

const readRoute = (): Route =>
  defineRoute({
    id: 'get_partner_offer',
    method: 'GET',
    path: '/api/partner/offers/:id',
    tag: 'offers',
    summary: 'One public offer, active or paused: what it asks of leads, and whether the partner may ask for it.',
    permission: 'partner:self',
    audit: { action: 'offer.look', entity: 'offer' },
    params: offerParams,
    response: partnerOfferAnswer,
    async handle({ tx, now, caller: { partnerId }, params: { id } }) {
      const row = await listingFind(tx, id);
      const [shown] = row ? await showOffers(tx, partnerId, [row]) : [];
      if (!row || !shown) throw notFound();
      return { answer: { data: { ...shown, ...(await showDetail(tx, partnerId, row, now)) } }, touched: [row.id] };
    },
  });

const statsRoute = (): Route =>
  defineRoute({
    id: 'get_partner_offer_stats',
    method: 'GET',
    path: '/api/partner/offers/:id/stats',
    tag: 'offers',
    summary:
      'What became of the leads that the calling partner sent into an offer, without tests. Days are those of the ' +
      'organization. The offer is a public one, or one that the partner has a campaign on.',
    permission: 'partner:self',
    audit: { action: 'offer.stats', entity: 'offer' },
    params: offerParams,
    response: statsAnswer,
    async handle({ tx, now, caller: { partnerId }, params: { id } }) {
      const isKnown = (await listingFind(tx, id)) ?? (await enrolledIn(tx, partnerId, [id])).get(id);
      if (!isKnown) throw notFound();
      const { timeZone } = await tenantState(tx);
      const counts = await leadCounts(tx, { partnerId, offerId: id }, sinceOf(now, timeZone));
      return { answer: { data: offerStats(counts) }, touched: [id] };
    },
  });
