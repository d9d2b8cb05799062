import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../frame/api.ts';
import { installationTexts as t } from '../texts/installation.ts';
import { Figures } from '../ui/figures.tsx';
import { count } from '../ui/format.ts';
import { Loaded } from '../ui/loaded.tsx';

/** How much is in an organization, in numbers and nothing else. */
export function TenantStats({ tenantId }: { readonly tenantId: string }) {
  const stats = useQuery({
    queryKey: ['tenants', 'stats', tenantId],
    queryFn: async () =>
      (await answerOf(api.GET('/api/superadmin/tenants/{tenantId}/stats', { params: { path: { tenantId } } }))).data,
  });
  return (
    <Loaded query={stats}>
      {({ totalLeads, totalBuyers, totalPartners, totalUsers }) => (
        <Figures
          figures={[
            { label: t.leads, value: count(totalLeads) },
            { label: t.buyers, value: count(totalBuyers) },
            { label: t.partners, value: count(totalPartners) },
            { label: t.users, value: count(totalUsers) },
          ]}
        />
      )}
    </Loaded>
  );
}
