import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';

/** How many contracts can sell now. */
export const useReadyCount = () =>
  useQuery({
    queryKey: ['contracts', 'readiness', 'counts'],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/contracts/readiness', { params: { query: { countsOnly: 'true' } } }))).data,
  });

/** Whether one contract can sell now, and what keeps it from it; nothing is said of an archived one. */
export const useContractReadiness = (contractId: string) =>
  useQuery({
    queryKey: ['contracts', 'readiness', contractId],
    queryFn: async () => {
      const params = { query: { contractId } };
      return (await answerOf(api.GET('/api/v1/contracts/readiness', { params }))).data.contracts[0] ?? null;
    },
  });
