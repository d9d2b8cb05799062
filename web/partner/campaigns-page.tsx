import type { OwnCampaign } from '../campaigns/campaign-types.ts';
import { answerOf, api } from '../frame/api.ts';
import { campaignTexts } from '../texts/campaigns.ts';
import { partnerPortalTexts as t } from '../texts/partner.ts';
import { count } from '../ui/format.ts';
import { Payout, payoutText } from '../campaigns/payout.tsx';
import { Page } from '../ui/page.tsx';
import { Status } from '../ui/status.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import type { TableColumn, TableFilter, TableWish } from '../ui/table/table-types.ts';
import { Time } from '../ui/time.tsx';
import { inWords } from '../ui/words.ts';

const COLUMNS: readonly TableColumn<OwnCampaign>[] = [
  { id: 'name', label: campaignTexts.columnName, cell: ({ name }) => name },
  { id: 'status', label: campaignTexts.columnStatus, cell: ({ status }) => <Status value={status} /> },
  { id: 'vertical', label: campaignTexts.columnVertical, cell: ({ verticalName }) => verticalName ?? '–' },
  { id: 'leads', label: t.columnLeads, numeric: true, cell: ({ leadCount }) => count(leadCount) },
  {
    id: 'payout',
    label: t.columnPayout,
    numeric: true,
    cell: (campaign) => <Payout campaign={campaign} />,
    text: payoutText,
  },
  { id: 'key', label: campaignTexts.columnKey, cell: (row) => row.postingKeyPrefix ?? '–', extra: true },
  { id: 'made', label: campaignTexts.columnMade, cell: ({ createdAt }) => <Time at={createdAt} />, extra: true },
];

const STATUSES = ['testing', 'active', 'paused', 'inactive'] as const;

const FILTERS: readonly TableFilter[] = [
  {
    kind: 'choice',
    id: 'status',
    label: campaignTexts.columnStatus,
    options: STATUSES.map((value) => ({ value, label: inWords(value) })),
  },
];

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/partner/campaigns', { params: { query: offsetQuery(wish) } })));

/** The partner's campaigns. */
export default function CampaignsPage() {
  return (
    <Page title={t.campaigns} state={t.campaignsText}>
      <DataTable
        name="campaigns"
        label={t.campaigns}
        columns={COLUMNS}
        filters={FILTERS}
        load={load}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/partner/campaigns/${id}`}
        empty={{ title: t.noCampaigns, text: t.noCampaignsText }}
      />
    </Page>
  );
}
