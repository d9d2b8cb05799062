import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from './api.ts';
import { useMay } from './session.tsx';

const LISTS = {
  campaigns: { path: '/api/v1/campaigns', permission: 'campaigns:read' },
  partners: { path: '/api/v1/partners', permission: 'partners:read' },
  buyers: { path: '/api/v1/buyers', permission: 'buyers:read' },
  verticals: { path: '/api/v1/verticals', permission: 'verticals:read' },
  offers: { path: '/api/v1/offers', permission: 'offers:read' },
  'check-vendors': { path: '/api/v1/check-vendors', permission: 'checks:read' },
  contracts: { path: '/api/v1/contracts', permission: 'contracts:read' },
} as const;

interface Names {
  /** What has this id is called; a dash for nothing, the id itself where its name is not known. */
  readonly nameOf: (id: string | null | undefined) => string;
  /** All of them, to choose from. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The names behind ids: of campaigns, partners and the like, as many as a person would choose from. */
export function useNames(list: keyof typeof LISTS): Names {
  const { path, permission } = LISTS[list];
  const may = useMay();
  const { data } = useQuery({
    queryKey: [list, 'names'],
    queryFn: async () => (await answerOf(api.GET(path, { params: { query: { limit: '1000' } } }))).data,
    enabled: may(permission),
    staleTime: 60_000,
  });
  const rows: readonly { readonly id: string; readonly name: string }[] = data ?? [];
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return {
    nameOf: (id) => (id ? (names.get(id) ?? id) : '–'),
    options: rows.map(({ id, name }) => ({ value: id, label: name })),
  };
}
