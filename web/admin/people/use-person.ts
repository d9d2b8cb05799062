import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';

/** One person by either of its ids, personal fields masked. */
export const usePerson = (personId: string) =>
  useQuery({
    queryKey: ['people', 'one', personId],
    queryFn: async () => {
      const params = { path: { personId }, query: { masked: 'true' } } as const;
      return (await answerOf(api.GET('/api/v1/people/{personId}', { params }))).data;
    },
  });
