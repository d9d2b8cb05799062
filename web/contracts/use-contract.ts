import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';

/** One contract with the terms that hold now. */
export const useContract = (contractId: string) =>
  useQuery({
    queryKey: ['contracts', 'one', contractId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/contracts/{contractId}', { params: { path: { contractId } } }))).data,
  });
