import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';

/** One buyer. */
export const useBuyer = (buyerId: string) =>
  useQuery({
    queryKey: ['buyers', 'one', buyerId],
    queryFn: async () => (await answerOf(api.GET('/api/v1/buyers/{buyerId}', { params: { path: { buyerId } } }))).data,
  });
