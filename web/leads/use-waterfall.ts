import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';

/** Every contract that was considered for a lead, with its reason. */
export const useWaterfall = (leadId: string) =>
  useQuery({
    queryKey: ['leads', 'waterfall', leadId],
    queryFn: () => answerOf(api.GET('/api/v1/leads/{leadId}/distributions', { params: { path: { leadId } } })),
  });
