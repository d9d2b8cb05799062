import { Type } from 'typebox';
import { apiKeysDelete } from '../../core/access/index.ts';
import {
  crudRoutes,
  defineResource,
  defineRoute,
  list,
  listAnswer,
  one,
  requireRow,
  type Resource,
  type Route,
} from '../../core/gate/index.ts';
import { campaignRecords, type CampaignRow } from './campaign-store.ts';
import { CAMPAIGN_STATUSES, campaignCreate, campaignItem, campaignUpdate, postingSpec } from './campaign-wire.ts';
import { describePosting } from './describe-posting.ts';
import { fieldsOfCampaign } from './field-store.ts';
import { changeCampaign, insertCampaign } from './save-campaign.ts';
import { showCampaign } from './show-campaign.ts';
import { showAllFields } from './show-field.ts';
import { fieldItem } from './vertical-wire.ts';

export interface CampaignRouteDeps {
  /** Keys the HMAC under which posting keys are stored. */
  readonly pepper: Buffer;
  readonly publicUrl: string;
}

/** Campaigns; `create` also makes the posting key. */
function campaignsOf({ pepper, publicUrl }: CampaignRouteDeps): Resource<CampaignRow> {
  return defineResource<CampaignRow, typeof campaignCreate, typeof campaignUpdate>({
    names: ['campaign', 'campaigns'],
    path: '/api/v1/campaigns',
    permissions: { read: 'campaigns:read', write: 'campaigns:write' },
    records: campaignRecords,
    byNumber: true,
    wire: {
      create: campaignCreate,
      update: campaignUpdate,
      item: campaignItem,
      detail: { postingSpec },
      once: { postingKey: Type.String({ description: 'Shown once: keep it.' }) },
    },
    list: {
      statuses: CAMPAIGN_STATUSES,
      sorts: ['displayId', 'name', 'status', 'createdAt'],
      ids: ['partnerId', 'verticalId', 'offerId'],
      linked: {},
    },
    rules: {
      references: {
        campaigns_tenant_id_partner_id_fkey: 'partnerId',
        campaigns_tenant_id_vertical_id_fkey: 'verticalId',
        campaigns_tenant_id_offer_id_fkey: 'offerId',
      },
    },
    inUse: 'This campaign has leads. Set it inactive: what it sent must stay explained.',
    show: showCampaign,
    detail: async (row, { tx }) => ({ postingSpec: await describePosting(tx, publicUrl, row) }),
    insert: (writing) => insertCampaign(pepper, writing),
    change: async (writing, row) => ({ row: await changeCampaign(writing, row) }),
    unlink: (tx, row) => apiKeysDelete(tx, { campaignId: row.id }),
  });
}

/** Campaigns with their fields and posting instructions. */
export function campaignRoutes(deps: CampaignRouteDeps): Route[] {
  const campaigns = campaignsOf(deps);
  const params = Type.Object({ campaignId: Type.String({ description: 'The id, or the display number.' }) });
  return [
    ...crudRoutes(campaigns),
    defineRoute({
      id: 'list_campaign_fields',
      method: 'GET',
      path: '/api/v1/campaigns/:campaignId/fields',
      tag: 'campaigns',
      summary: 'Every field that leads of the campaign have: global, of the vertical, of the campaign.',
      permission: 'campaigns:read',
      audit: { action: 'campaign.fields', entity: 'campaign' },
      params,
      response: list(fieldItem),
      async handle({ tx, params: { campaignId } }) {
        const row = await requireRow(campaigns, tx, campaignId);
        const fields = showAllFields(await fieldsOfCampaign(tx, row));
        return { answer: listAnswer(fields, fields.length, { limit: fields.length, offset: 0 }), touched: [row.id] };
      },
    }),
    defineRoute({
      id: 'get_campaign_posting_instructions',
      method: 'GET',
      path: '/api/v1/campaigns/:campaignId/posting',
      tag: 'campaigns',
      summary:
        'How to post to the campaign: address, fields and a sample; the key itself is shown only when it is made.',
      permission: 'campaigns:read',
      audit: { action: 'campaign.posting', entity: 'campaign' },
      params,
      response: one(postingSpec),
      async handle({ tx, params: { campaignId } }) {
        const row = await requireRow(campaigns, tx, campaignId);
        return { answer: { data: await describePosting(tx, deps.publicUrl, row) }, touched: [row.id] };
      },
    }),
  ];
}
