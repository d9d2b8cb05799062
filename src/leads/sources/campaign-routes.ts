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
import { addField } from './add-field.ts';
import { campaignRecords, type CampaignRow } from './campaign-store.ts';
import {
  CAMPAIGN_STATUSES,
  campaignCreate,
  campaignItem,
  campaignUpdate,
  postingSpec,
  specLink,
} from './campaign-wire.ts';
import { describePosting } from './describe-posting.ts';
import { fieldsOfCampaign } from './field-store.ts';
import { changeCampaign, insertCampaign } from './save-campaign.ts';
import { showCampaign } from './show-campaign.ts';
import { showSpecLink } from './show-spec-link.ts';
import { showAllFields, showField } from './show-field.ts';
import { fieldCreate, fieldItem } from './vertical-wire.ts';

export interface CampaignRouteDeps {
  /** Keys the HMAC under which posting keys are stored. */
  readonly pepper: Buffer;
  readonly publicUrl: string;
}

/** Campaigns; `create` also makes the posting key. */
function campaignsOf(deps: CampaignRouteDeps): Resource<CampaignRow> {
  const { pepper, publicUrl } = deps;
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
      detail: { postingSpec, ...specLink },
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
    detail: async (row, { tx }) => ({
      postingSpec: await describePosting(tx, publicUrl, row),
      ...showSpecLink(tx, deps, row),
    }),
    insert: (writing) => insertCampaign(pepper, writing),
    change: async (writing, row) => ({ row: await changeCampaign(writing, row) }),
    unlink: (tx, row) => apiKeysDelete(tx, { campaignId: row.id }),
  });
}

const params = Type.Object({ campaignId: Type.String({ description: 'The id, or the display number.' }) });

/** Campaigns with their fields and posting instructions. */
export function campaignRoutes(deps: CampaignRouteDeps): Route[] {
  const campaigns = campaignsOf(deps);
  return [...crudRoutes(campaigns), ...fieldRoutes(campaigns), postingRoute(campaigns, deps.publicUrl)];
}

const fieldRoutes = (campaigns: Resource<CampaignRow>): Route[] => [
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
    id: 'create_campaign_custom_field',
    method: 'POST',
    path: '/api/v1/campaigns/:campaignId/custom-fields',
    tag: 'campaigns',
    status: 201,
    summary: 'Add a field to the leads of this campaign alone; without a phiClass it counts as health data.',
    permission: 'campaigns:write',
    audit: { action: 'campaign.add_field', entity: 'campaign' },
    params,
    body: fieldCreate,
    response: one(fieldItem),
    async handle({ tx, params: { campaignId }, body }) {
      const { id, verticalId } = await requireRow(campaigns, tx, campaignId);
      const { definition, ...place } = await addField(tx, { tier: 'campaign', id, verticalId }, body);
      const detail = { field: definition.name };
      return { answer: { data: showField(definition, place) }, touched: [id, place.id], detail };
    },
  }),
];

const postingRoute = (campaigns: Resource<CampaignRow>, publicUrl: string): Route =>
  defineRoute({
    id: 'get_campaign_posting_instructions',
    method: 'GET',
    path: '/api/v1/campaigns/:campaignId/posting',
    tag: 'campaigns',
    summary: 'How to post to the campaign: address, fields and a sample; the key itself is shown only when it is made.',
    permission: 'campaigns:read',
    audit: { action: 'campaign.posting', entity: 'campaign' },
    params,
    response: one(postingSpec),
    async handle({ tx, params: { campaignId } }) {
      const row = await requireRow(campaigns, tx, campaignId);
      return { answer: { data: await describePosting(tx, publicUrl, row) }, touched: [row.id] };
    },
  });
