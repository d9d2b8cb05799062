import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';

/** One partner. */
export const usePartner = (partnerId: string) =>
  useQuery({
    queryKey: ['partners', 'one', partnerId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/partners/{partnerId}', { params: { path: { partnerId } } }))).data,
  });
