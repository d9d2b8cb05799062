import { answerOf, api } from '../../frame/api.ts';
import { campaignTexts as t } from '../../texts/campaigns.ts';
import { stateWords } from '../../texts/table.ts';
import type { StatusAct } from '../../ui/form/status-acts.tsx';
import type { CampaignStatus } from './campaign-values.ts';

/** The ways between the states of a campaign. */
export const CAMPAIGN_ACTS: readonly StatusAct<CampaignStatus>[] = [
  { to: 'active', short: stateWords.activate, label: t.activate, effect: t.activateEffect },
  { to: 'testing', short: stateWords.test, label: t.test, effect: t.testEffect },
  { to: 'paused', short: stateWords.pause, label: t.pause, effect: t.pauseEffect },
  { to: 'inactive', short: stateWords.deactivate, label: t.deactivate, effect: t.deactivateEffect },
];

/** Takes a campaign to another state. */
export const setCampaignStatus = (campaignId: string, status: CampaignStatus) =>
  answerOf(api.PATCH('/api/v1/campaigns/{campaignId}', { params: { path: { campaignId } }, body: { status } }));
