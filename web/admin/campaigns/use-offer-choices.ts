import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';

interface OfferChoice {
  readonly value: string;
  readonly label: string;
  readonly verticalId: string;
}

/** The offers to choose from, each with the vertical that a campaign takes over from it. */
export function useOfferChoices(): readonly OfferChoice[] {
  const { data } = useQuery({
    queryKey: ['offers', 'choices'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/offers', { params: { query: { limit: '1000' } } }))).data,
    enabled: useMay()('offers:read'),
    staleTime: 60_000,
  });
  return (data ?? []).map(({ id, name, verticalId }) => ({ value: id, label: name, verticalId }));
}
