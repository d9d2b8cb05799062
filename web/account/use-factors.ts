import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import type { Ok } from '../frame/ok.ts';
import { tellDone } from '../ui/tell.ts';

export type Factors = Ok<'/api/v1/auth/factors', 'get'>['data'];
export type Passkey = Factors['passkeys'][number];

/** What is set up to prove who one is. */
export const useFactors = () =>
  useQuery({ queryKey: ['account', 'factors'], queryFn: () => answerOf(api.GET('/api/v1/auth/factors')) });

/** Says what was done to the own account, and asks anew how it stands. */
export function useAccountChanged(): (said: string) => void {
  const renew = useRenew();
  return (said) => {
    tellDone(said);
    renew('account');
  };
}
