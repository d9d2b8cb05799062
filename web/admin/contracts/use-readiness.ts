import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';

/** Which contracts can sell now, and what keeps the others from it. */
export const useContractsReadiness = () =>
  useQuery({
    queryKey: ['contracts', 'readiness'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/contracts/readiness'))).data,
  });
