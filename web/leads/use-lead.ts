import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';

/** One lead, personal fields masked. */
export const useLead = (leadId: string) =>
  useQuery({
    queryKey: ['leads', 'one', leadId],
    queryFn: async () => {
      const params = { path: { leadId }, query: { masked: 'true' } } as const;
      return (await answerOf(api.GET('/api/v1/leads/{leadId}', { params }))).data;
    },
  });
