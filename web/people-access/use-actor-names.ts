import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { useMay } from '../frame/session.tsx';
import { personName } from './user-types.ts';

const MANY = { limit: '1000' };

/** The people of the organization by their ids, to name who did something. */
export function useActorNames(): (id: string) => string {
  const may = useMay();
  const people = useQuery({
    queryKey: ['users', 'names'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/users', { params: { query: MANY } }))).data,
    enabled: may('users:read'),
    staleTime: 60_000,
  });
  const keys = useQuery({
    queryKey: ['api-keys', 'names'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/auth/api-keys', { params: { query: MANY } }))).data,
    enabled: may('api-keys:manage'),
    staleTime: 60_000,
  });
  const names = new Map<string, string>();
  for (const { id, name } of keys.data ?? []) names.set(id, name);
  for (const user of people.data ?? []) names.set(user.id, personName(user));
  return (id) => names.get(id) ?? id;
}
