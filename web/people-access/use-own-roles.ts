import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { useMay } from '../frame/session.tsx';

export type OwnRole = Ok<'/api/v1/roles', 'get'>['data'][number];

/** Roles of the organization's own. */
export function useOwnRoles() {
  const may = useMay();
  return useQuery({
    queryKey: ['roles', 'list'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/roles'))).data,
    enabled: may('roles:read'),
  });
}
