import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';

/** One campaign, with how to post to it. */
export const useCampaign = (campaignId: string) =>
  useQuery({
    queryKey: ['campaigns', 'one', campaignId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/campaigns/{campaignId}', { params: { path: { campaignId } } }))).data,
  });
