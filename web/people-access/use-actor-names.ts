import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { useMay } from '../frame/session.tsx';
import type { FilterOption } from '../ui/table/table-types.ts';
import { personName } from './user-types.ts';

const MANY = { limit: '1000' };

interface ActorNames {
  /** Who has this id; the id itself where it is not known. */
  readonly nameOf: (id: string) => string;
  /** All of them, to choose from. */
  readonly options: readonly FilterOption[];
}

/** The people and API keys of the organization by their ids, to name who did something. */
export function useActorNames(): ActorNames {
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
  const options = [
    ...(people.data ?? []).map((user) => ({ value: user.id, label: personName(user) })),
    ...(keys.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const names = new Map(options.map(({ value, label }) => [value, label]));
  return { nameOf: (id) => names.get(id) ?? id, options };
}
