import { Type } from 'typebox';
import {
  defineRoute,
  idSchema,
  list,
  listAnswer,
  one,
  pageOf,
  pageQuery,
  requireRow,
  type Route,
  unknownReference,
} from '../../core/gate/index.ts';
import type { TenantWriter } from '../../core/tenancy/index.ts';
import { AppError, invalid, notFound, refusedField } from '../../kernel/app-error.ts';
import { formatCents } from '../../kernel/money.ts';
import { campaignListOfOffer, campaignLockByRef, campaignMoveToOffer, type CampaignRow } from '../sources/index.ts';
import { offers } from './offer-routes.ts';
import type { OfferRow } from './store.ts';
import { campaignLinkCreate, campaignLinkItem, removed } from './wire.ts';

const path = `${offers.path}/:offerId/campaigns`;

const show = (offerId: string, row: CampaignRow) => ({
  id: row.id,
  offerId,
  campaignId: row.id,
  displayId: row.displayId,
  name: row.name,
  partnerId: row.partnerId,
  partnerName: row.partnerName,
  status: row.status,
  costPerLead: formatCents(row.costPerLeadCents),
});

/** Which campaigns send into an offer. */
export const offerCampaignRoutes = (): Route[] => [listRoute(), linkRoute(), unlinkRoute()];

const listRoute = (): Route =>
  defineRoute({
    id: 'list_offer_campaigns',
    method: 'GET',
    path,
    tag: 'offers',
    summary: 'Campaigns of an offer, newest first.',
    permission: 'offers:read',
    audit: { action: 'offer.campaigns', entity: 'offer' },
    params: Type.Object({ offerId: idSchema }),
    query: Type.Object(pageQuery, { additionalProperties: false }),
    response: list(campaignLinkItem),
    async handle({ tx, params, query }) {
      const offer = await requireRow(offers, tx, params.offerId);
      const page = pageOf(query);
      const { rows, total } = await campaignListOfOffer(tx, offer.id, page);
      return {
        answer: listAnswer(
          rows.map((row) => show(offer.id, row)),
          total,
          page,
        ),
        touched: [offer.id],
      };
    },
  });

const linkRoute = (): Route =>
  defineRoute({
    id: 'link_campaign_to_offer',
    method: 'POST',
    path,
    tag: 'offers',
    status: 201,
    summary: 'Let a campaign send into an offer.',
    permission: 'offers:write',
    audit: { action: 'offer.link_campaign', entity: 'offer' },
    params: Type.Object({ offerId: idSchema }),
    body: campaignLinkCreate,
    response: one(campaignLinkItem),
    async handle({ tx, params, body }) {
      const offer = await requireRow(offers, tx, params.offerId);
      const campaign = await linkCampaign(tx, offer, body.campaignId);
      return { answer: { data: show(offer.id, campaign) }, touched: [offer.id, campaign.id] };
    },
  });

const unlinkRoute = (): Route =>
  defineRoute({
    id: 'unlink_campaign_from_offer',
    method: 'DELETE',
    path: `${path}/:campaignId`,
    tag: 'offers',
    summary: 'Take a campaign off an offer; it is in setup then.',
    permission: 'offers:write',
    audit: { action: 'offer.unlink_campaign', entity: 'offer' },
    params: Type.Object({ offerId: idSchema, campaignId: Type.String() }),
    response: one(removed),
    async handle({ tx, params }) {
      const offer = await requireRow(offers, tx, params.offerId);
      const campaign = await campaignLockByRef(tx, params.campaignId);
      if (campaign?.offerId !== offer.id) throw notFound();
      await campaignMoveToOffer(tx, campaign.id, null);
      return { answer: { data: { success: true } }, touched: [offer.id, campaign.id] };
    },
  });

async function linkCampaign(tx: TenantWriter, offer: OfferRow, ref: string): Promise<CampaignRow> {
  const campaign = await campaignLockByRef(tx, ref);
  if (!campaign) throw invalid([unknownReference('campaignId')]);
  if (campaign.offerId === offer.id)
    throw refusedField('DUPLICATE', {
      field: 'campaignId',
      rule: 'taken',
      message: 'This campaign is linked to the offer already.',
    });
  if (campaign.offerId !== null) {
    throw new AppError('CONFLICT', 'This campaign is linked to another offer. Unlink it there first.');
  }
  if (campaign.verticalId !== null && campaign.verticalId !== offer.verticalId) {
    const message = 'The campaign is for another vertical than the offer. Send a campaign of the same vertical.';
    throw invalid([{ field: 'campaignId', rule: 'other_vertical', message }]);
  }
  const linked = await campaignMoveToOffer(tx, campaign.id, offer);
  if (!linked) throw notFound();
  return linked;
}
