import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../frame/api.ts';
import { useMay } from '../../frame/session.tsx';
import { useNames } from '../../frame/use-names.ts';
import { partnerTexts as t } from '../../texts/partners.ts';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { offsetPage, offsetQuery } from '../../ui/table/paging.ts';
import { statusBulkActs } from '../../ui/table/status-bulk-acts.ts';
import type { TableColumn, TableFilter, TableWish } from '../../ui/table/table-types.ts';
import { Time } from '../../ui/time.tsx';
import { inWords } from '../../ui/words.ts';
import type { Partner } from './partner-values.ts';
import { PARTNER_ACTS, setPartnerStatus } from './partner-status.ts';

const STATUSES = ['active', 'paused', 'inactive', 'rejected'] as const;

const COLUMNS: readonly TableColumn<Partner>[] = [
  { id: 'name', label: t.columnName, sort: 'name', cell: ({ name }) => name },
  { id: 'status', label: t.columnStatus, sort: 'status', cell: ({ status }) => <Status value={status} /> },
  { id: 'campaigns', label: t.columnCampaigns, numeric: true, cell: ({ campaignCount }) => campaignCount },
  { id: 'company', label: t.columnCompany, cell: ({ company }) => company ?? '–' },
  { id: 'made', label: t.columnMade, sort: 'createdAt', cell: ({ createdAt }) => <Time at={createdAt} /> },
];

const ACTS = statusBulkActs(PARTNER_ACTS, setPartnerStatus);

const load = async (wish: TableWish) =>
  offsetPage(await answerOf(api.GET('/api/v1/partners', { params: { query: offsetQuery(wish) } })));

/** Who sends leads. */
export default function PartnersPage() {
  const mayWrite = useMay()('partners:write');
  const verticals = useNames('verticals').options;
  const filters: readonly TableFilter[] = [
    { kind: 'text', id: 'search', label: t.search, hint: t.searchHint },
    {
      kind: 'choice',
      id: 'status',
      label: t.columnStatus,
      options: STATUSES.map((value) => ({ value, label: inWords(value) })),
    },
    { kind: 'choice', id: 'verticalId', label: t.vertical, options: verticals },
  ];
  const make = mayWrite ? (
    <Button component={Link} to="/admin/partners/new">
      {t.newPartner}
    </Button>
  ) : null;
  return (
    <Page title={t.partners} state={t.partnersText} action={make}>
      <DataTable
        name="partners"
        label={t.partners}
        columns={COLUMNS}
        filters={filters}
        load={load}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/admin/partners/${id}`}
        panel={(partner) => (
          <Facts
            facts={COLUMNS.filter(({ id }) => id !== 'name').map(({ label, cell }) => [label, cell(partner)] as const)}
          />
        )}
        acts={mayWrite ? ACTS : []}
        alsoChanges={['campaigns']}
        empty={{ title: t.noPartners, text: t.noPartnersText, action: make }}
      />
    </Page>
  );
}
