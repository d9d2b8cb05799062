import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';

/** Every field that leads of a campaign have; nothing while no campaign is chosen. */
export const useCampaignFields = (campaignId: string) =>
  useQuery({
    queryKey: ['campaigns', 'fields', campaignId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/campaigns/{campaignId}/fields', { params: { path: { campaignId } } }))).data,
    enabled: campaignId !== '',
  });
