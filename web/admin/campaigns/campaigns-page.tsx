import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { campaignColumns } from '../../campaigns/campaign-columns.tsx';
import { CampaignState } from '../../campaigns/campaign-state.tsx';
import type { Campaign } from '../../campaigns/campaign-types.ts';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { useNames } from '../../frame/use-names.ts';
import { campaignTexts as t } from '../../texts/campaigns.ts';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../../ui/table/paging.ts';
import { statusBulkActs } from '../../ui/table/status-bulk-acts.ts';
import type { TableFilter, TableWish } from '../../ui/table/table-types.ts';
import { inWords } from '../../ui/words.ts';
import { CAMPAIGN_ACTS, setCampaignStatus } from './campaign-status.ts';

const STATUSES = ['testing', 'active', 'paused', 'inactive'] as const;
const COLUMNS = Object.values(campaignColumns);

const ACTS = statusBulkActs(CAMPAIGN_ACTS, setCampaignStatus);

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/campaigns', { params: { query: offsetQuery(wish) } })));

function useCampaignFilters(): readonly TableFilter[] {
  const partners = useNames('partners').options;
  const verticals = useNames('verticals').options;
  const offers = useNames('offers').options;
  return [
    { kind: 'text', id: 'search', label: t.search, hint: t.searchHint },
    {
      kind: 'choice',
      id: 'status',
      label: t.columnStatus,
      options: STATUSES.map((value) => ({ value, label: inWords(value) })),
    },
    { kind: 'choice', id: 'partnerId', label: t.columnPartner, options: partners },
    { kind: 'choice', id: 'verticalId', label: t.columnVertical, options: verticals },
    { kind: 'choice', id: 'offerId', label: t.columnOffer, options: offers },
  ];
}

/** Where leads come from. */
export default function CampaignsPage() {
  const mayWrite = useMay()('campaigns:write');
  const make = mayWrite ? (
    <Button component={Link} to="/admin/partners/campaigns/new">
      {t.newCampaign}
    </Button>
  ) : null;
  return (
    <Page title={t.campaigns} state={t.campaignsText} action={make}>
      <DataTable
        name="campaigns"
        label={t.campaigns}
        columns={COLUMNS}
        filters={useCampaignFilters()}
        load={load}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/admin/partners/campaigns/${id}`}
        panel={(campaign) => <CampaignEssentials campaign={campaign} />}
        acts={mayWrite ? ACTS : []}
        empty={{ title: t.noCampaigns, text: t.noCampaignsText, action: make }}
      />
    </Page>
  );
}

const CampaignEssentials = ({ campaign }: { readonly campaign: Campaign }) => (
  <>
    <CampaignState campaign={campaign} />
    <Facts
      facts={COLUMNS.filter(({ id }) => id !== 'name' && id !== 'status').map(
        ({ label, cell }) => [label, cell(campaign)] as const,
      )}
    />
  </>
);
