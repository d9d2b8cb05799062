import { Type } from 'typebox';
import { defineRoute, idSchema, one, oneOf, requireRow, type Route, unknownReference } from '../../core/gate/index.ts';
import type { TenantReader, TenantWriter } from '../../core/tenancy/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { campaignsOfOffer, cascadeDisable, cascadeList, cascadeRestore } from '../sources/index.ts';
import { offers } from './offer-routes.ts';

const path = `${offers.path}/:offerId/cascade-status`;
const params = Type.Object({ offerId: idSchema });

const cascadeBody = Type.Object(
  {
    action: oneOf(['disable', 'restore']),
    campaignIds: Type.Optional(
      Type.Array(idSchema, { minItems: 1, maxItems: 1000, description: 'Only these; all of the offer unless given.' }),
    ),
  },
  { additionalProperties: false },
);

const offCampaigns = Type.Array(
  Type.Object({
    campaignId: Type.String(),
    name: Type.String(),
    status: Type.String(),
    restoresTo: Type.String({ description: 'What it is when the offer switches it on again.' }),
  }),
);

/** What an offer switched off together with itself, and switching it off and on again. */
export const offerCascadeRoutes = (): Route[] => [readRoute(), cascadeRoute()];

const readRoute = (): Route =>
  defineRoute({
    id: 'get_offer_cascade_status',
    method: 'GET',
    path,
    tag: 'offers',
    summary: 'The campaigns that this offer switched off, and that nobody changed since.',
    permission: 'offers:read',
    audit: { action: 'offer.cascade_read', entity: 'offer' },
    params,
    response: one(Type.Object({ offerId: Type.String(), status: Type.String(), campaigns: offCampaigns })),
    async handle({ tx, params: { offerId } }) {
      const offer = await requireRow(offers, tx, offerId);
      const campaigns = await cascadeList(tx, offer.id);
      return {
        answer: { data: { offerId: offer.id, status: offer.status, campaigns } },
        touched: [offer.id, ...campaigns.map(({ campaignId }) => campaignId)],
      };
    },
  });

const cascadeRoute = (): Route =>
  defineRoute({
    id: 'cascade_offer_status',
    method: 'POST',
    path,
    tag: 'offers',
    summary: 'Pause the campaigns of an offer that take leads, or switch on again those that it paused.',
    permission: 'offers:write',
    audit: { action: 'offer.cascade', entity: 'offer' },
    params,
    body: cascadeBody,
    response: one(Type.Object({ offerId: Type.String(), changed: Type.Array(Type.String()), campaigns: offCampaigns })),
    async handle({ tx, params: { offerId }, body: { action, campaignIds } }) {
      const offer = await requireRow(offers, tx, offerId);
      await requireLinked(tx, offer.id, campaignIds ?? []);
      const changed = await ACTS[action](tx, offer.id, campaignIds);
      const campaigns = await cascadeList(tx, offer.id);
      return {
        answer: { data: { offerId: offer.id, changed, campaigns } },
        touched: [offer.id, ...changed],
        detail: { act: action },
      };
    },
  });

type Cascade = (tx: TenantWriter, offerId: string, campaignIds: readonly string[] | undefined) => Promise<string[]>;
const ACTS: Readonly<Record<'disable' | 'restore', Cascade>> = { disable: cascadeDisable, restore: cascadeRestore };

/** Throws VALIDATION_ERROR for each campaign that is not one of the offer. */
async function requireLinked(tx: TenantReader, offerId: string, campaignIds: readonly string[]): Promise<void> {
  if (campaignIds.length === 0) return;
  const linked = await campaignsOfOffer(tx, offerId, campaignIds);
  const unknown = campaignIds.flatMap((id, index) => (linked.has(id) ? [] : [`campaignIds.${index}`]));
  if (unknown.length > 0) throw invalid(unknown.map(unknownReference));
}
