import { Type } from 'typebox';
import { defineRoute, idSchema, type Route } from '../../core/gate/index.ts';
import { notFound } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { ownOffers, ownPeople } from './own-store.ts';
import { ownOffers as ownOffersAnswer } from './wire.ts';

/** Into which offers a partner sent leads of one of its people. */
export const partnerPersonOffersRoute = (): Route =>
  defineRoute({
    id: 'list_partner_person_offers',
    method: 'GET',
    path: '/api/partner/people/:personId/offers',
    tag: 'people',
    summary: 'Into which offers the partner sent leads of a person, the latest first.',
    permission: 'partner:self',
    audit: { action: 'person.offers', entity: 'person' },
    params: Type.Object({ personId: idSchema }),
    response: ownOffersAnswer,
    async handle({ tx, caller: { partnerId }, params: { personId } }) {
      const { total } = await ownPeople(
        tx,
        { kind: 'partner', partnerId },
        { limit: 1, offset: 0, personIds: [personId] },
      );
      if (total === 0) throw notFound();
      const offers = await ownOffers(tx, { partnerId, personId });
      const data = offers.map(({ payoutCents, latestAt, ...offer }) => ({
        ...offer,
        callCount: 0,
        totalCost: formatCents(payoutCents),
        latestAt: latestAt.toISOString(),
      }));
      return { answer: { data }, touched: [personId, ...data.map(({ offerId }) => offerId)] };
    },
  });
