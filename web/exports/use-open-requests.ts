import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { useMay, usePerson } from '../frame/session.tsx';

export type ExportRequest = Ok<'/api/v1/approvals', 'get'>['data'][number];

/** What the person asked to export and has not made yet: waiting for somebody else, or approved. */
export function useOpenRequests(): readonly ExportRequest[] {
  const me = usePerson();
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['approvals', 'newest'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/approvals', { params: { query: { limit: '100' } } }))).data,
    enabled: may('approvals:read'),
  });
  return (data ?? []).filter(
    ({ action, requestedBy, status }) =>
      action === 'bulk_export' && requestedBy === me.id && (status === 'waiting' || status === 'approved'),
  );
}
