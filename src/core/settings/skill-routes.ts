import { Type } from 'typebox';
import { notFound } from '../../kernel/app-error.ts';
import { defineRoute, idSchema, one, type Route } from '../gate/index.ts';
import type { TenantReader } from '../tenancy/index.ts';
import { partnerIntegrationText, verticalCampaignText } from './skill-text.ts';

export interface SkillRouteDeps {
  readonly publicUrl: string;
  /** The partner of a campaign that the caller may see. */
  readonly partnerOfCampaign: (tx: TenantReader, campaignId: string) => Promise<string | undefined>;
}

const head = { method: 'GET', tag: 'settings', permission: 'skills:read' } as const;
const response = one(Type.Object({ name: Type.String(), content: Type.String({ description: 'Markdown.' }) }));

/** Instructions for people and for programs that read such. */
export const skillRoutes = ({ publicUrl, partnerOfCampaign }: SkillRouteDeps): Route[] => [
  defineRoute({
    ...head,
    id: 'partner_integration_skill',
    path: '/api/v1/skills/partner-integration',
    summary: 'How a partner sends leads, with an example to run.',
    audit: { action: 'skill.read', entity: 'campaign' },
    query: Type.Object({ campaignId: Type.Optional(idSchema) }, { additionalProperties: false }),
    response,
    async handle({ tx, query: { campaignId } }) {
      if (campaignId !== undefined && (await partnerOfCampaign(tx, campaignId)) === undefined) throw notFound();
      const data = { name: 'partner-integration', content: partnerIntegrationText(publicUrl, campaignId) };
      return { answer: { data }, touched: campaignId === undefined ? [] : [campaignId] };
    },
  }),
  defineRoute({
    ...head,
    id: 'setup_vertical_campaign_skill',
    path: '/api/v1/skills/setup-vertical-campaign',
    summary: 'How a vertical is brought into service, from its fields to its first lead.',
    audit: { action: 'skill.read', entity: 'vertical' },
    response,
    async handle() {
      const data = { name: 'setup-vertical-campaign', content: verticalCampaignText(publicUrl) };
      return { answer: { data }, touched: [] };
    },
  }),
];
