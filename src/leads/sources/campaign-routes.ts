import { Type } from 'typebox';
import { issueKey } from '../../core/access/index.ts';
import {
  centsOf,
  changePlain,
  crudRoutes,
  defineResource,
  defineRoute,
  insertPlain,
  list,
  listAnswer,
  one,
  requireRow,
  type Resource,
  type Route,
} from '../../core/gate/index.ts';
import { invalid } from '../../kernel/app-error.ts';
import { campaignRecords, type CampaignRow } from './campaign-store.ts';
import {
  CAMPAIGN_STATUSES,
  campaignCreate,
  campaignItem,
  campaignProfile,
  campaignUpdate,
  postingSpec,
} from './campaign-wire.ts';
import { describePosting } from './describe-posting.ts';
import { fieldsOfCampaign } from './field-store.ts';
import { type Place, placeCampaign } from './place-campaign.ts';
import { showCampaign } from './show-campaign.ts';
import { showAllFields } from './show-field.ts';
import { fieldItem } from './vertical-wire.ts';

export interface CampaignRouteDeps {
  /** Keys the HMAC under which posting keys are stored. */
  readonly pepper: Buffer;
  readonly publicUrl: string;
}

const plain = {
  records: campaignRecords,
  columns: ['name', 'status', 'strictFields', 'consentRequired', 'responseDeadlineMs'],
  profile: campaignProfile,
};

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
    async insert(writing) {
      const { tx, body } = writing;
      const place = await placeCampaign(tx, placeOf(body));
      const row = await insertPlain(plain, writing, { ...place, ...costOf(body), partnerId: body.partnerId });
      const name = `Posting key of ${body.name}`.slice(0, 255);
      const bound = { partnerId: row.partnerId, campaignId: row.id };
      const { key, keyPrefix } = await issueKey(tx, pepper, { kind: 'posting', name, ...bound });
      return { row: { ...row, postingKeyPrefix: keyPrefix }, once: { postingKey: key } };
    },
    async change(writing, row) {
      const { tx, body } = writing;
      if (body.partnerId !== undefined && body.partnerId !== row.partnerId) {
        const message = 'A campaign stays with its partner. Make another campaign for the other partner.';
        throw invalid([{ field: 'partnerId', rule: 'immutable', message }]);
      }
      return {
        row: await changePlain(plain, writing, row, {
          ...(await placeCampaign(tx, placeOf(body), row)),
          ...costOf(body),
        }),
      };
    },
  });
}

const placeOf = ({ offerId, verticalId }: Partial<Place>): Place => ({ offerId, verticalId });

/** The cost per lead in either spelling. */
function costOf(body: { costPerLead?: string | number; cost?: string | number }): { costPerLeadCents?: number } {
  const given = [body.costPerLead, body.cost].flatMap((value) => (value === undefined ? [] : [centsOf(value)]));
  const [cents] = given;
  if (cents === undefined) return {};
  if (given.some((value) => value !== cents)) {
    throw invalid([
      { field: 'cost', rule: 'conflict', message: 'Says another amount than costPerLead. Send one of them.' },
    ]);
  }
  return { costPerLeadCents: cents };
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
