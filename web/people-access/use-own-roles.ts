import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { useMay } from '../frame/session.tsx';

/** Roles of the organization's own. */
export function useOwnRoles() {
  const may = useMay();
  return useQuery({
    queryKey: ['roles', 'list'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/roles'))).data,
    enabled: may('roles:read'),
  });
}
