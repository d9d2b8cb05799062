import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { campaignColumns } from '../../campaigns/campaign-columns.tsx';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { partnerTexts as t } from '../../texts/partners.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { SmallTable } from '../../ui/table/small-table.tsx';
import { campaignLink } from '../campaigns/campaign-link.tsx';

/** The campaigns of a partner. */
export function PartnerCampaigns({ partnerId }: { readonly partnerId: string }) {
  const may = useMay();
  const campaigns = useQuery({
    queryKey: ['campaigns', 'of', partnerId],
    queryFn: () => answerOf(api.GET('/api/v1/campaigns', { params: { query: { partnerId, limit: '1000' } } })),
  });
  const make = (
    <Button component={Link} to={`/admin/partners/campaigns/new?partnerId=${partnerId}`} variant="default" size="xs">
      {t.newCampaign}
    </Button>
  );
  const { status, vertical, offer, cost } = campaignColumns;
  return (
    <Section title={t.campaigns} action={may('campaigns:write') ? make : null}>
      <Loaded query={campaigns}>
        {({ data }) => (
          <SmallTable
            label={t.campaigns}
            columns={[campaignLink, status, vertical, offer, cost]}
            rows={data}
            rowId={({ id }) => id}
            empty={t.noCampaigns}
          />
        )}
      </Loaded>
    </Section>
  );
}
