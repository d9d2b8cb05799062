import type { Static } from 'typebox';
import type { TenantReader } from '../../core/tenancy/index.ts';
import { exampleAnswers, GLOBAL_FIELDS, REJECTIONS } from '../intake/index.ts';
import type { CampaignRow } from './campaign-store.ts';
import type { postingSpec } from './campaign-wire.ts';
import { POSTING_ERRORS } from './domain/posting-errors.ts';
import { KEY_PLACEHOLDER, postingSamples } from './domain/posting-samples.ts';
import { type SampledField, sampleValue } from './domain/sample-value.ts';
import { fieldsOfCampaign } from './field-store.ts';
import { showField } from './show-field.ts';

/** Optional global fields that a good lead carries all the same. */
const USUAL = new Set(['state', 'zipCode', 'ipAddress', 'tcpaConsent']);

/**
 * How a partner's developer posts to a campaign, from the definitions as they are now. The posting key is not in it: it
 * is shown once, when it is made. The sample is a test lead, so that trying it charges nobody.
 */
export async function describePosting(
  tx: TenantReader,
  publicUrl: string,
  campaign: CampaignRow,
): Promise<Static<typeof postingSpec>> {
  const rows = await fieldsOfCampaign(tx, campaign);
  const shown = (tier: string) => rows.filter((row) => row.tier === tier).map((row) => showField(row.definition, row));
  const isRequired = (field: SampledField): boolean =>
    field.name === 'tcpaConsent' ? campaign.consentRequired : field.required;
  const required = [...GLOBAL_FIELDS, ...rows.map((row) => row.definition)].filter(isRequired);
  const globals = GLOBAL_FIELDS.filter((field) => isRequired(field) || USUAL.has(field.name));
  const samples = (fields: readonly SampledField[]) =>
    Object.fromEntries(fields.map((field) => [field.name, sampleValue(field)]));
  const post = {
    postingUrl: `${publicUrl}/api/v1/leads/submit`,
    method: 'POST',
    contentType: 'application/json',
    sampleBody: {
      campaignId: campaign.id,
      isTest: true,
      ...samples(globals),
      ...(rows.length > 0 ? { custom: samples(rows.map((row) => row.definition)) } : {}),
    },
  };
  return {
    ...post,
    campaignId: campaign.id,
    campaignDisplayId: campaign.displayId,
    campaignName: campaign.name,
    verticalName: campaign.verticalName,
    contentTypes: [post.contentType, 'application/x-www-form-urlencoded', 'application/xml'],
    authorization: `Bearer ${KEY_PLACEHOLDER}`,
    postingKey: null,
    postingKeyPrefix: campaign.postingKeyPrefix,
    requiredFields: [
      CAMPAIGN_ID,
      ...required.map((field) => showField({ ...field, required: true }, { id: null, sortOrder: 0 })),
    ],
    optionalFields: GLOBAL_FIELDS.filter((field) => !isRequired(field)).map(showOptional),
    verticalFields: shown('vertical'),
    campaignFields: shown('campaign'),
    customFields: [...shown('vertical'), ...shown('campaign')],
    allowedOrigins: [...campaign.allowedOrigins],
    samples: postingSamples(post),
    responses: exampleAnswers(publicUrl),
    rejections: { ...REJECTIONS },
    errors: [...POSTING_ERRORS],
  };
}

const showOptional = (field: SampledField) => showField({ ...field, required: false }, { id: null, sortOrder: 0 });

const CAMPAIGN_ID = showField(
  { name: 'campaignId', label: 'Campaign', tier: 'global', type: 'text', phiClass: 'other', required: true },
  { id: null, sortOrder: 0 },
);

/** The same for whoever has a link: without what only the partner itself needs to know of its key. */
export async function describeForPublic(tx: TenantReader, publicUrl: string, campaign: CampaignRow) {
  const { name: campaignName, displayId: campaignDisplayId, verticalName } = campaign;
  const spec = { ...(await describePosting(tx, publicUrl, campaign)), postingKeyPrefix: null };
  return { campaignName, campaignDisplayId, verticalName, postingSpec: spec };
}
