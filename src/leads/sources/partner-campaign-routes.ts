import { type TSchema, Type } from 'typebox';
import type { Caller } from '../../core/access/index.ts';
import {
  defineRoute,
  idSchema,
  list,
  listAnswer,
  nullable,
  one,
  oneOf,
  pageOf,
  pageQuery,
  requireRow,
  type Route,
  type Shown,
} from '../../core/gate/index.ts';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { campaignRecords, type CampaignRow, campaignsSum, leadsCount } from './campaign-store.ts';
import { CAMPAIGN_STATUSES, partnerCampaignItem, postingSpec, specLink } from './campaign-wire.ts';
import { offerPayout } from './domain/offer-payout.ts';
import { describePosting } from './describe-posting.ts';
import { showSpecLink, type SpecLinkDeps } from './show-spec-link.ts';
import { showCampaign } from './show-campaign.ts';

const query = Type.Object(
  {
    ...pageQuery,
    verticalId: Type.Optional(idSchema),
    offerId: Type.Optional(idSchema),
    status: Type.Optional(oneOf(CAMPAIGN_STATUSES)),
  },
  { additionalProperties: false },
);

const byNumber = { records: campaignRecords, byNumber: true };

const responses: Readonly<Record<'list' | 'one', TSchema>> = {
  list: list(Type.Object(partnerCampaignItem)),
  one: one(Type.Object({ ...partnerCampaignItem, postingSpec, ...specLink })),
};

/** A partner's view of its own campaigns; staff sees those of all partners. */
export function partnerCampaignRoutes(deps: SpecLinkDeps): Route[] {
  return [
    defineRoute({
      id: 'list_partner_campaigns',
      method: 'GET',
      path: '/api/partner/campaigns',
      tag: 'campaigns',
      summary: 'The campaigns of the calling partner.',
      permission: 'campaigns:read',
      audit: { action: 'campaign.list', entity: 'campaign' },
      query,
      response: responses.list,
      async handle({ tx, caller, query: { verticalId, offerId, status, ...paging } }) {
        const page = pageOf(paging);
        const { rows, total } = await campaignRecords.list(tx, { where: { verticalId, offerId, status }, ...page });
        return {
          answer: listAnswer(await showCounted(tx, caller, rows), total, page),
          touched: rows.map((row) => row.id),
        };
      },
    }),
    syncRoute(),
    defineRoute({
      id: 'get_partner_campaign',
      method: 'GET',
      path: '/api/partner/campaigns/:id',
      tag: 'campaigns',
      summary: 'One campaign of the calling partner, with its posting instructions.',
      permission: 'campaigns:read',
      audit: { action: 'campaign.read', entity: 'campaign' },
      params: Type.Object({ id: Type.String({ description: 'The id, or the display number.' }) }),
      response: responses.one,
      async handle({ tx, caller, params: { id } }) {
        const row = await requireRow(byNumber, tx, id);
        const [shown] = await showCounted(tx, caller, [row]);
        return {
          answer: {
            data: {
              ...shown,
              postingSpec: await describePosting(tx, deps.publicUrl, row),
              ...showSpecLink(tx, deps, row),
            },
          },
          touched: [row.id],
        };
      },
    }),
  ];
}

const syncRoute = (): Route =>
  defineRoute({
    id: 'get_partner_campaign_sync',
    method: 'GET',
    path: '/api/partner/campaigns/sync',
    tag: 'campaigns',
    summary: 'Whether the campaigns of the calling partner changed since it last looked: then the hash is another.',
    permission: 'campaigns:read',
    audit: { action: 'campaign.sync', entity: 'campaign' },
    response: Type.Object({
      hash: nullable(Type.String()),
      lastUpdated: nullable(Type.String({ description: 'ISO 8601.' })),
      count: Type.Integer(),
    }),
    async handle({ tx }) {
      const { hash, lastUpdated, count } = await campaignsSum(tx);
      return { answer: { hash, lastUpdated: lastUpdated?.toISOString() ?? null, count }, touched: [] };
    },
  });

async function showCounted(tx: TenantReader, caller: Caller, rows: readonly CampaignRow[]): Promise<Shown[]> {
  const counts = await leadsCount(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...showCampaign(row, caller),
    leadCount: counts.get(row.id) ?? 0,
    offerPayout: offerPayout(row),
  }));
}
