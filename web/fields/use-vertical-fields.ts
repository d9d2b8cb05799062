import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';

/** Every field that leads of a vertical have; nothing while no vertical is chosen. */
export const useVerticalFields = (verticalId: string | undefined) =>
  useQuery({
    queryKey: ['verticals', 'fields', verticalId],
    queryFn: async () => {
      const params = { path: { verticalId: verticalId ?? '' } };
      return (await answerOf(api.GET('/api/v1/verticals/{verticalId}/fields', { params }))).data;
    },
    enabled: verticalId !== undefined && verticalId !== '',
  });
