import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';

/** One vertical, and what of it is at work; asked anew by whoever begins to show it. */
export const useVertical = (verticalId: string) =>
  useQuery({
    queryKey: ['verticals', 'one', verticalId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/verticals/{verticalId}', { params: { path: { verticalId } } }))).data,
    refetchOnMount: 'always',
  });
