import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../frame/api.ts';
import type { Offer } from './offer-values.ts';

/** One offer. */
export const useOffer = (offerId: string) =>
  useQuery({
    queryKey: ['offers', 'one', offerId],
    queryFn: async (): Promise<Offer> =>
      (await answerOf(api.GET('/api/v1/offers/{offerId}', { params: { path: { offerId } } }))).data,
  });
